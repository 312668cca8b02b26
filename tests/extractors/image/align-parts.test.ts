import { describe, expect, it } from 'vitest';
import { alignParts, type ReadPart } from '../../../extractors/image/align-parts.ts';
import type { PageLayout } from '../../../extractors/image/page-layout.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { boxes } from './draw-raster.ts';

const layout: PageLayout = {
  page: boxes(900, 600, []),
  quarters: 0,
  threshold: 150,
  textHeight: 20,
  tables: [],
  lines: [],
};

/** A text with characters 20 pixels high and wide, digits half as wide, as it was read at a place. */
const part = (text: string, x0: number, y0: number, confidence = 0.99): ReadPart => ({
  box: { x0, y0, x1: x0 + [...text].reduce((sum, letter) => sum + (/\d/.test(letter) ? 10 : 20), 0), y1: y0 + 20 },
  reading: { text, confidence, alternatives: [] },
});

const row = (y: number, label: string, ...figures: readonly string[]): ReadPart[] => [
  part(label, 60, y),
  ...figures.flatMap((text, column) => (text === '' ? [] : [part(text, 400 + column * 120, y)])),
];

describe('parts of lines', () => {
  it('in columns are a table, an empty place among them an empty cell', () => {
    const { tables, lines } = alignParts(
      [
        ...row(100, '信息内容', '新制作', '新公开', '总数量'),
        ...row(140, '规章', '3', '', '1208'),
        ...row(180, '规范性文件', '0', '51', '425'),
      ],
      layout,
      FORM_LABELS,
    );
    expect(lines).toEqual([]);
    expect(tables.map(({ texts }) => texts.map(({ text }) => text))).toEqual([
      ['信息内容', '新制作', '新公开', '总数量', '规章', '3', '', '1208', '规范性文件', '0', '51', '425'],
    ]);
    const [{ table, texts } = { table: null, texts: [] }] = tables;
    expect(table).toMatchObject({ rows: 3, columns: 4 });
    expect(table?.cells[7]?.box).toEqual({ x0: 640, y0: 140, x1: 680, y1: 160 });
    expect(texts.map(({ confidence }) => confidence)).toEqual(texts.map(({ text }) => (text === '' ? 1 : 0.99)));
  });

  it('of a label in two lines are one cell, as sure as the less sure of them', () => {
    const { tables } = alignParts(
      [
        ...row(100, '行政许可', '1', '2'),
        part('其他对外管理', 60, 140),
        part('服务事项', 60, 164, 0.7),
        part('40', 400, 152),
        part('11', 520, 152),
        ...row(210, '行政处罚', '0', '7'),
      ],
      layout,
      FORM_LABELS,
    );
    expect(tables[0]?.texts[3]).toMatchObject({ text: '其他对外管理\n服务事项', confidence: 0.7 });
    expect(tables[0]?.texts.slice(4, 6).map(({ text }) => text)).toEqual(['40', '11']);
  });

  it('of prose stay lines, from the top and from the left', () => {
    const prose = [
      part('没有其他需要报告的事项。', 100, 90),
      part('望川市人民政府办公室', 60, 50),
      part('，电话附后', 290, 50),
    ];
    const { tables, lines } = alignParts(prose, layout, FORM_LABELS);
    expect(tables).toEqual([]);
    expect(lines).toEqual([[prose[1], prose[2]], [prose[0]]]);
  });

  it('are none on an empty page', () => {
    expect(alignParts([], layout, FORM_LABELS)).toEqual({ tables: [], lines: [] });
  });
});
