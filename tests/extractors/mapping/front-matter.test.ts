import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../extractors/document.ts';
import { readFrontMatter } from '../../../extractors/mapping/front-matter.ts';
import { readOutline } from '../../../extractors/mapping/outline.ts';

const lines = (...texts: readonly string[]): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', text, at: { page: 1 } }));

/** An information table whose borders were lost: one cell a slot. */
const grid = (...rows: readonly (readonly string[])[]): Block => ({
  kind: 'grid',
  rows: rows.length,
  columns: Math.max(...rows.map(({ length }) => length)),
  cells: rows.flatMap((row, y) =>
    row.map((text, x) => ({ row: y, column: x, rowSpan: 1, colSpan: 1, text, at: { row: y, column: x } })),
  ),
  borders: 'inferred',
  at: { page: 1 },
});

const read = (...front: readonly Block[]) => {
  const document: Document = {
    blocks: [...front, ...lines('一、总体情况', '2020年，工作按计划完成。')],
    marks: { meta: {} },
    doubts: [],
  };
  const { agency, year, publishedOn } = readFrontMatter(document, readOutline(document, new Set()));
  return { agency, year, publishedOn };
};

const TITLE = '清溪县白鹭乡人民政府2020年政府信息公开工作年度报告';
const REPORT = { agency: '清溪县白鹭乡人民政府', year: 2020, publishedOn: '2021-01-22' };
const WITHOUT_DATE = { ...REPORT, publishedOn: null };

describe('front matter around the information of a portal', () => {
  it.each<[string, readonly Block[], typeof WITHOUT_DATE | typeof REPORT]>([
    [
      'no value of one label goes to another, nor to the title behind the table',
      [
        grid(
          ['索引号', '01430000/2021-00701', '组配分类', '政府信息公开年报'],
          ['发布机构', '清溪县白鹭乡人民政府', '发布日期', '2021-01-22'],
          ['公开方式', '主动公开', '公开范围', '面向社会'],
          [TITLE, '', '', ''],
        ),
      ],
      REPORT,
    ],
    [
      'several labels and values in one cell, the last value in the next',
      [
        grid(
          ['索引号\n01430000/2021-00701\n组配分类', '政府信息公开年报'],
          ['发布机构\n清溪县白鹭乡人民政府\n发布日期', '2021-01-22'],
          [TITLE, ''],
        ),
      ],
      REPORT,
    ],
    [
      'a value that ends in the next label',
      [grid(['发布机构', '清溪县白鹭乡人民政府\n发布日期', '2021-01-22'], [TITLE, '', ''])],
      REPORT,
    ],
    [
      'labels over their values',
      [
        grid(
          ['索引号', '成文日期', '发布机构', '发布日期'],
          ['0143', '2021-01-02', '清溪县白鹭乡人民政府', '2021-01-22'],
        ),
        ...lines('2020年政府信息公开工作年度报告'),
      ],
      REPORT,
    ],
    [
      'fields run together, a number of a year in the index',
      lines(
        '索引号: K21006749/2021-02781分类: 政府信息公开年报',
        '发布机构:清溪县白鹭乡人民政府 成文日期: 2021-01-02',
        '文号:',
        '发布日期: 2021-01-22',
        TITLE,
      ),
      REPORT,
    ],
    [
      'every label and every value in a line of its own',
      lines('发布机构', '清溪县白鹭乡人民政府', '成文日期', '2021-01-02', '发布日期', '2021-01-22', TITLE),
      REPORT,
    ],
    ['labels first, then as many values', lines('成文日期 发布日期', '2021-01-02 2021-01-22', TITLE), REPORT],
    [
      'which value belongs to which label is not told',
      lines('文号 成文日期 发布日期', '2021-01-02 2021-01-22', TITLE),
      WITHOUT_DATE,
    ],
    ['a date of writing is no date of publication', lines('成文日期', '2021-01-02', TITLE), WITHOUT_DATE],
    ['a field left blank before the title', lines('主题词：', TITLE, '发布日期：2021-01-22'), REPORT],
    [
      'a visitor count at the body’s name',
      lines(
        '信息公开年报',
        '发布日期:2021/01/22 13:27信息来源:清溪县白鹭乡人民政府访问次数:14',
        '2020年政府信息公开工作年度报告',
      ),
      REPORT,
    ],
  ])('%s', (_, front, expected) => {
    expect(read(...front)).toEqual(expected);
  });
});
