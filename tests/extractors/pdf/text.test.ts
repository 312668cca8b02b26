import { describe, expect, it } from 'vitest';
import { readDocumentTitle } from '../../../extractors/pdf/document-title.ts';
import { dropDoubles } from '../../../extractors/pdf/drop-doubles.ts';
import { linesToParagraphs, measures } from '../../../extractors/pdf/join-lines.ts';
import { judgePage } from '../../../extractors/pdf/judge-page.ts';
import { cellText } from '../../../extractors/pdf/page-table.ts';
import { dropRunningHeads } from '../../../extractors/pdf/running-heads.ts';
import { glyphsToLines, toLine } from '../../../extractors/pdf/text-lines.ts';
import { glyphsOf, pageOf } from './glyphs.ts';

describe('glyphsToLines', () => {
  const texts = (...parts: ReturnType<typeof glyphsOf>[]) => glyphsToLines(parts.flat()).map(({ text }) => text);

  it.each([
    ['one line', texts(glyphsOf('本年新收', 0, 100)), ['本年新收']],
    ['drawn out of order', texts(glyphsOf('新收', 20, 100), glyphsOf('本年', 0, 100)), ['本年新收']],
    ['top to bottom', texts(glyphsOf('下', 0, 120), glyphsOf('上', 0, 100)), ['上', '下']],
    ['sizes mixed on one line', texts(glyphsOf('共', 0, 100, 16), glyphsOf('21', 16, 100.5, 12)), ['共21']],
    ['words of a foreign name', texts(glyphsOf('Microsoft Word', 0, 100)), ['Microsoft Word']],
    ['numbers apart', texts(glyphsOf('10', 0, 100), glyphsOf('3', 14, 100)), ['10 3']],
    ['justified Chinese is one word', texts(glyphsOf('邮', 0, 100), glyphsOf('编', 17, 100)), ['邮编']],
    ['a raised note mark is no digit', texts(glyphsOf('12', 0, 100), glyphsOf('3', 10, 96, 6)), ['12[3]']],
    ['look-alike characters', texts(glyphsOf('⾏政', 0, 100)), ['行政']],
  ])('%s', (_, lines, expected) => {
    expect(lines).toEqual(expected);
  });
});

describe('dropDoubles', () => {
  it('a letter drawn again a fraction of a point away', () => {
    const once = glyphsOf('总计10', 0, 100);
    expect(dropDoubles([...once, ...glyphsOf('总计10', 0.3, 100)])).toEqual(once);
  });

  it('the same digit twice in one number', () => {
    expect(dropDoubles(glyphsOf('1100', 0, 100))).toHaveLength(4);
  });
});

describe('cellText', () => {
  it.each([
    ['lines are kept', [...glyphsOf('商业', 0, 100), ...glyphsOf('企业', 0, 112)], 40, '商业\n企业'],
    ['two numbers stay apart where there was room', [...glyphsOf('12', 0, 100), ...glyphsOf('3', 0, 112)], 40, '12\n3'],
    [
      'a number without room for another digit goes on',
      [...glyphsOf('123', 0, 100), ...glyphsOf('4', 0, 112)],
      18,
      '1234',
    ],
  ])('%s', (_, glyphs, width, text) => {
    expect(cellText(glyphs, width)).toBe(text);
  });

  it('text on its side is read along its side', () => {
    const sideways = [...'结果'].map((text, i) => ({
      text,
      box: [100, 10 + 10 * i, 110, 20 + 10 * i] as const,
      base: 102,
      size: 10,
      turn: 1 as const,
    }));
    expect(cellText(sideways)).toBe('结果');
  });
});

describe('dropRunningHeads', () => {
  const foot = (text: string, page: number) => ({ page, height: 800, lines: [toLine(glyphsOf(text, 250, 780))] });
  const left = (pages: ReturnType<typeof foot>[]) =>
    dropRunningHeads(pages)
      .flat()
      .map(({ text }) => text);

  it.each([
    ['- 3 -', ['- 3 -'], []],
    ['第3页', ['第3页'], []],
    ['第 3 页 共 5 页', ['第 3 页 共 5 页'], []],
    ['3/5', ['3/5'], []],
    ['an address', ['https://www.example.gov.cn/art/2024/1.html 1/5'], []],
    ['numbers that count the pages', ['1', '2'], []],
    ['a number that does not', ['15'], ['15']],
    ['the same name on every page', ['洪泽区年报', '洪泽区年报'], []],
    ['different lines', ['特此报告', '联系电话'], ['特此报告', '联系电话']],
  ])('%s', (_, texts, rest) => {
    expect(left(texts.map((text, i) => foot(text, i + 1)))).toEqual(rest);
  });

  it('a line in the middle of pages is text', () => {
    const pages = [1, 2].map((page) => ({ page, height: 800, lines: [toLine(glyphsOf('（无）', 60, 400))] }));
    expect(dropRunningHeads(pages).flat()).toHaveLength(2);
  });

  it('a row of zeros at the foot of two pages is a table', () => {
    const row = () => toLine(['0', '0', '0'].flatMap((text, i) => glyphsOf(text, 100 + 60 * i, 780)));
    expect(dropRunningHeads([1, 2].map((page) => ({ page, height: 800, lines: [row()] }))).flat()).toHaveLength(2);
  });
});

describe('linesToParagraphs', () => {
  const read = (
    ...lines: readonly (readonly [text: string, x: number, base: number, page?: number, size?: number])[]
  ) => {
    const all = lines.map(([text, x, base, page = 1, size = 10]) => ({
      page,
      line: toLine(glyphsOf(text, x, base, size)),
    }));
    return linesToParagraphs(all, measures(all), (page, box) => ({ page, box })).map(({ text }) => text);
  };
  const full = '一二三四五六七八九十'.repeat(2);

  it.each([
    ['wrapped lines are one paragraph', read([full, 0, 100], ['结束。', 0, 115]), [`${full}结束。`]],
    ['a new paragraph is set in', read([full, 0, 100], ['另起', 20, 115]), [full, '另起']],
    ['a heading ends early', read(['一、总体情况', 0, 100], [full, 0, 115]), ['一、总体情况', full]],
    ['a gap ends a paragraph', read([full, 0, 100], ['别处', 0, 150]), [full, '别处']],
    ['over a page break', read([full, 0, 780], ['结束。', 0, 80, 2]), [`${full}结束。`]],
    ['foreign words keep their space', read(['a'.repeat(40), 0, 100], ['word', 0, 115]), [`${'a'.repeat(40)} word`]],
    [
      'slanted letters measure more, their lines are not full for that',
      read(['来源：某局', 0, 100, 1, 10.6], [full, 0, 115], ['结束。', 0, 130]),
      ['来源：某局', `${full}结束。`],
    ],
    [
      'a chapter after a full line',
      read([`${full.slice(0, 19)}。`, 0, 100], ['二、主动公开', 0, 115]),
      [`${full.slice(0, 19)}。`, '二、主动公开'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(texts).toEqual(expected);
  });
});

describe('judgePage', () => {
  const scan = { box: [0, 0, 600, 800] as const, density: 2 };
  it.each([
    ['text', pageOf({}), glyphsOf('本年新收', 0, 100), 'text'],
    ['a scan', pageOf({ images: [scan] }), [], 'picture'],
    ['a scan with hidden text', pageOf({ images: [scan], hidden: 900 }), [], 'picture'],
    ['a scan with a page number', pageOf({ images: [scan] }), glyphsOf('- 1 -', 0, 780), 'picture'],
    ['text over a coloured ground', pageOf({ images: [scan] }), glyphsOf('字'.repeat(50), 0, 100), 'text'],
    ['characters without a meaning', pageOf({}), glyphsOf('\ue001\ue002\ue003', 0, 100), 'picture'],
    ['outlines', pageOf({ shapes: 400 }), [], 'picture'],
    ['nothing', pageOf({}), [], 'blank'],
  ] as const)('%s', (_, content, glyphs, kind) => {
    expect(judgePage(content, glyphs)).toBe(kind);
  });
});

describe('readDocumentTitle', () => {
  it.each([
    ['洪泽区人民政府2023年政府信息公开工作年度报告', '洪泽区人民政府2023年政府信息公开工作年度报告'],
    ['Microsoft Word - 年报.doc', null],
    ['2023年报告.docx', null],
    ['ÕþÎñ¹«¿ª', null],
    ['无标题', null],
    ['', null],
    [undefined, null],
  ])('%s', (title, expected) => {
    expect(readDocumentTitle(title)).toBe(expected);
  });
});
