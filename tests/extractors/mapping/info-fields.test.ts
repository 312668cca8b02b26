import { describe, expect, it } from 'vitest';
import { isInfoLabel, readInfoFields } from '../../../extractors/mapping/info-fields.ts';

const read = (text: string): string[] => {
  const { head, fields } = readInfoFields(text);
  return [...(head === '' ? [] : [head]), ...fields.map(({ kind, value }) => `${kind}: ${value}`)];
};

describe('the fields of an information line', () => {
  it.each([
    ['发布时间 : 2021-01-25 10:39 来源:桂花坪街道', ['published: 2021-01-25 10:39', 'body: 桂花坪街道']],
    ['发布日期2021年1月25日', ['published: 2021年1月25日']],
    // As printed to PDF, where the gaps between the cells are gone.
    ['索引号: K21006749/2021-02781分类: 政府信息公开年报', ['other: K21006749/2021-02781', 'other: 政府信息公开年报']],
    ['发布机构:某局 成文日期: 2021-01-02', ['body: 某局', 'other: 2021-01-02']],
    [
      '发布日期:2023/01/15 13:27信息来源:某市管委会访问次数:1446【大中',
      ['published: 2023/01/15 13:27', 'body: 某市管委会', 'other: 1446【大中'],
    ],
    ['公开范围面向社会发布机构某局成文日期2021-01-02', ['other: 面向社会', 'body: 某局', 'other: 2021-01-02']],
    ['索 引 号 0143 公开方式 主动公开', ['other: 0143', 'other: 主动公开']],
    ['发佈日期：2021-01-25　來源：某鎮', ['published: 2021-01-25', 'body: 某鎮']],
    ['2022年1月22日 11:05 某省人民政府 点击：[]', ['2022年1月22日 11:05 某省人民政府', 'other: []']],
    ['文号：', ['other: ']],
    // Words that only end like a label, and prose.
    ['统计时间：2020年1月1日至12月31日', ['统计时间：2020年1月1日至12月31日']],
    ['某街道2020年政府信息公开工作年度报告', ['某街道2020年政府信息公开工作年度报告']],
    ['面向社会的公开方式日益多样，来源更广。', ['面向社会的公开方式日益多样，来源更广。']],
  ])('%s', (text, fields) => {
    expect(read(text)).toEqual(fields);
  });

  it.each([
    ['索 引 号', true],
    ['【发布机构】', true],
    ['公开范围：', true],
    ['主题词', true],
    ['發佈機構', true],
    ['面向社会', false],
    ['某市统计局', false],
  ])('%s alone is a label: %s', (text, label) => {
    expect(isInfoLabel(text)).toBe(label);
  });
});
