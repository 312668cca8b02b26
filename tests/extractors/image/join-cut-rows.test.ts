import { describe, expect, it } from 'vitest';
import type { Block, Grid } from '../../../extractors/document.ts';
import { joinCutRows } from '../../../extractors/image/join-cut-rows.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';

const grid = (page: number, rows: readonly (readonly string[])[]): Grid => ({
  kind: 'grid',
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  cells: rows.flatMap((texts, row) =>
    texts.map((text, column) => ({
      ...{ row, column, rowSpan: 1, colSpan: 1, text, at: { page, row, column } },
      recognised: { confidence: text === '' ? 1 : 0.99 - page / 100, alternatives: [] },
    })),
  ),
  borders: 'marked',
  at: { page },
});
const line = (page: number, text: string): Block => ({
  kind: 'paragraph',
  text,
  at: { page },
  recognised: { confidence: 0.99, alternatives: [] },
});

const above = grid(2, [
  ['1.信访举报投诉类申请', '3', '0'],
  ['2.申请人无正当', '5', '0'],
]);
const TEXTS = ['1.信访举报投诉类申请', '3', '0', '2.申请人无正当\n理由逾期不补正', '5', '0', '3.其他', '1', '2'];
const rest = grid(3, [
  ['理由逾期不补正', '', ''],
  ['3.其他', '1', '2'],
]);

describe('rows that a page break cut', () => {
  it.each<[string, Block[]]>([
    ['nothing', []],
    ['a page number', [line(2, '- 2 -')]],
    ['a page number in words and a running head', [line(2, '第2页 共4页'), line(3, '望川市2021年年度报告')]],
  ])('are one behind %s', (_, between) => {
    const { blocks, doubts } = joinCutRows(
      [line(1, '望川市2021年年度报告'), above, ...between, rest, line(3, '四、')],
      FORM_LABELS,
    );
    const joined = blocks.filter((block) => block.kind === 'grid');
    expect(joined.map(({ cells }) => cells.map(({ text }) => text))).toEqual([TEXTS]);
    expect(joined[0]?.cells[3]?.recognised?.confidence).toBeCloseTo(0.96);
    expect(joined[0]?.cells.map(({ at }) => at.page)).toEqual([2, 2, 2, 2, 2, 2, 3, 3, 3]);
    expect(blocks).toHaveLength(3 + between.length);
    expect(doubts).toMatchObject([{ rule: 'EX-GRID', message: { en: expect.stringContaining('page 3') } }]);
  });

  it('have their figures from the half in which they stand', () => {
    const label = grid(2, [
      ['1.信访举报投诉类申请', '3', '0'],
      ['2.申请人无正当', '', ''],
    ]);
    const figures = grid(3, [['理由逾期不补正', '5', '0']]);
    const [joined] = joinCutRows([label, figures], FORM_LABELS).blocks as [Grid];
    expect(joined.cells.slice(3).map(({ text, at }) => [text, at.page])).toEqual([
      ['2.申请人无正当\n理由逾期不补正', 2],
      ['5', 3],
      ['0', 3],
    ]);
  });

  it.each<[string, Block[]]>([
    ['whole rows', [above, grid(3, [['3.其他', '1', '2']])]],
    ['text between them', [above, line(2, '注：本表含上年结转。'), rest]],
    ['a page between them', [above, grid(4, [['理由逾期不补正', '', '']])]],
    ['another number of columns', [above, grid(3, [['理由逾期不补正', '']])]],
    [
      'tables of a document that were not recognised',
      [above, rest].map(({ cells, ...table }) => ({
        ...table,
        cells: cells.map(({ recognised: _, ...cell }) => cell),
      })),
    ],
  ])('are not %s', (_, blocks) => {
    expect(joinCutRows(blocks, FORM_LABELS)).toEqual({ blocks, doubts: [] });
  });
});
