import { describe, expect, it } from 'vitest';
import { findDate, findYear } from '../../../src/model/text/dates.ts';
import { splitEnumerator } from '../../../src/model/text/enumerator.ts';
import { foldText, tidyText } from '../../../src/model/text/fold.ts';
import { parseChineseNumeral } from '../../../src/model/text/numerals.ts';

describe('Chinese numerals', () => {
  it.each([
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['二〇二〇', 2020],
    ['三万二千', 32000],
    ['两', 2],
    ['十', 10],
    ['', null],
    ['十余', null],
  ])('%s is %s', (text, expected) => {
    expect(parseChineseNumeral(text)).toBe(expected);
  });
});

describe('enumerators', () => {
  it.each([
    ['一、总体情况', 1, 1, '总体情况'],
    ['（三）不予公开', 2, 3, '不予公开'],
    ['(十)违反', 2, 10, '违反'],
    ['㈦总计', 2, 7, '总计'],
    ['2.重复申请', 3, 2, '重复申请'],
    ['③其他', 3, 3, '其他'],
    ['（1）其他', 3, 1, '其他'],
  ])('%s', (text, level, value, rest) => {
    expect(splitEnumerator(text)).toMatchObject({ enumerator: { level, value }, rest });
  });

  it.each(['2020年', '12.5', '三安全一稳定', '一是'])('%s has none', (text) => {
    expect(splitEnumerator(text)).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['发布时间:2021-01-25 10:39', '2021-01-25'],
    ['2021年1月5日', '2021-01-05'],
    ['2021/1/25', '2021-01-25'],
    ['２０２１．０１．２５', '2021-01-25'],
    ['二〇二一年一月二十五日', '2021-01-25'],
    ['2021-02-30', null],
    ['无', null],
  ])('%s: %s', (text, expected) => {
    expect(findDate(text)).toBe(expected);
  });

  it.each([
    ['2020年', 2020],
    ['二〇二一年度', 2021],
    ['电话0575-88401026', null],
    ['第12020号', null],
  ])('year in %s: %s', (text, expected) => {
    expect(findYear(text)).toBe(expected);
  });
});

describe('folding', () => {
  it.each([
    ['部分公開（區分處理的，只計這一情形，不計其他情形）', '部分公开区分处理的只计这一情形不计其他情形'],
    ['⾏政⻓', '行政长'],
    ['其它处理', '其他处理'],
    ['１．属 于\u200b国家秘密', '1属于国家秘密'],
  ])('%s', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it('keeps what a person reads when it tidies', () => {
    expect(tidyText('\u3000兰亭\u00a0 街\u200b道\n')).toBe('兰亭 街道');
  });
});
