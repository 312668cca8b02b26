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

describe('whose report it is', () => {
  const BODY = '清溪县白鹭乡人民政府';
  const readAll = (front: readonly Block[], last: readonly string[] = []) => {
    const document: Document = {
      blocks: [...front, ...lines('一、总体情况', '工作按计划完成。', '六、其他需要报告的事项', '无。', ...last)],
      marks: { meta: {} },
      doubts: [],
    };
    const { agency, year, publishedOn, doubts } = readFrontMatter(document, readOutline(document, new Set()));
    return { agency, year, publishedOn, doubted: doubts.map(({ severity }) => severity) };
  };

  it('is told by a sentence alone, which is said', () => {
    const front = lines(`根据有关规定，现将2020年${BODY}政府信息公开情况报告如下：`);
    expect(readAll(front)).toEqual({ agency: BODY, year: 2020, publishedOn: null, doubted: ['info'] });
  });

  it('is told by the signature, and its day is that of publication where no other is', () => {
    const front = lines('2020年政府信息公开工作年度报告');
    expect(readAll(front, [BODY, '2021年1月22日'])).toEqual({ ...REPORT, doubted: [] });
    expect(readAll(front, [`${BODY} 2021年1月22日`])).toEqual({ ...REPORT, doubted: [] });
  });

  it.each(['现将我镇2020年度政府信息公开工作情况报告如下：', '我镇2020年政府信息公开工作年度报告'])(
    '%s names none, which is doubted',
    (text) => {
      expect(readAll(lines(text))).toEqual({ agency: null, year: 2020, publishedOn: null, doubted: ['warning'] });
    },
  );

  it('and of which year: neither is known, and both are doubted', () => {
    const front = lines('本报告按照有关要求编制，由总体情况等六部分组成。');
    expect(readAll(front)).toEqual({ agency: null, year: null, publishedOn: null, doubted: ['warning', 'warning'] });
  });

  it('another body in the sentence that publishes the report is doubted', () => {
    const front = lines(TITLE, '现公布清溪县民族宗教事务局2020年度政府信息公开工作年度报告。');
    expect(readAll(front)).toEqual({ ...WITHOUT_DATE, doubted: ['warning'] });
  });

  it.each([
    ['发文日期', '2021-01-22'],
    ['发布日期', '[2021-01-22]'],
    ['公开日期', '20210122'],
  ])('%s %s is a date', (label, date) => {
    expect(readAll([grid(['发布机构', BODY, label, date]), ...lines(TITLE)])).toEqual({ ...REPORT, doubted: [] });
  });
});

describe('the day of the visit', () => {
  const CLOCKS: readonly (readonly string[])[] = [
    ['今天是2026年11月30日 星期一'],
    ['今天是：2026-11-30'],
    ['星期一 2026年11月30日'],
    ['周一 2026/11/30 16:03:11'],
    ['2026年11月30日星期一'],
    ['2026年11月30日 星期一 农历十月廿二'],
    ['2026年11月30日 晴 5℃～12℃ 空气质量良'],
    ['现在时间：2026年11月30日 16:03'],
    ['当前日期：2026-11-30'],
    ['系统时间 2026-11-30 16:03:11'],
    ['您好，欢迎访问清溪县人民政府网 2026年11月30日'],
    ['2026年11月30日 Monday'],
    ['今天是', '2026年11月30日', '星期一'],
    ['当前时间：', '2026-11-30 16:03:11'],
    ['2026年11月30日', '星期一'],
    ['時間：2026年11月30日 星期一'],
  ];

  it.each(CLOCKS)('%s above the title or below it is no date of publication', (...clock) => {
    expect(read(...lines(...clock, TITLE))).toEqual(WITHOUT_DATE);
    expect(read(...lines(TITLE, ...clock))).toEqual(WITHOUT_DATE);
    expect(read(...lines(...clock, TITLE, '2021-01-22'))).toEqual(REPORT);
    expect(read(...lines(...clock, '发布日期：2021-01-22', TITLE))).toEqual(REPORT);
    expect(read(...lines(TITLE, '2021年1月22日 来源：本网', ...clock))).toEqual(REPORT);
  });

  it.each(['2026年11月30日', '2026-11-30 16:03:11', '时间：2026-11-30'])(
    '%s in the head of a page says nothing of what',
    (clock) => {
      expect(read(...lines(clock, TITLE))).toEqual(WITHOUT_DATE);
    },
  );

  it('is no year of the report', () => {
    expect(read(...lines('今天是2026年11月30日 星期一', '政府信息公开工作年度报告')).year).toBeNull();
  });

  it.each([
    [
      'a date between the title of the page and that of the report',
      ['2020年政府信息公开工作年度报告', '2021-01-22', TITLE],
    ],
    ['a date that is only called one, below the title', [TITLE, '日期：2021-01-22']],
    ['a date that is only called one, among other fields', ['来源：清溪县白鹭乡人民政府 时间：2021-01-22', TITLE]],
    ['a publication with its day of the week', [TITLE, '发布时间：2021-01-22 星期五']],
  ])('is not %s', (_, front) => {
    expect(read(...lines(...front))).toEqual(REPORT);
  });
});
