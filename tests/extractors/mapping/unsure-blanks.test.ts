import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../extractors/document.ts';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';

/**
 * Rows of table 3 as a reader of another format may get them wrong: nothing that they lose may stay without a doubt that
 * names it.
 */

const HEADER = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const row = (label: string, ...figures: string[]): string[] => [
  label,
  ...Array.from({ length: 7 }, (_, i) => figures[i] ?? ''),
];
const full = (label: string, figure: string) => row(label, figure, '0', '0', '0', '0', '0', figure);

const ROWS = [
  full('一、本年新收政府信息公开申请数量', '7'),
  full('二、上年结转政府信息公开申请数量', '0'),
  full('（一）予以公开', '7'),
  full('1.属于国家秘密', '0'),
  full('（七）总计', '7'),
  full('四、结转下年度继续办理', '0'),
];

function gridOf(rows: readonly (readonly string[])[], borders: Grid['borders']): Grid {
  return {
    kind: 'grid',
    rows: rows.length,
    columns: HEADER.length,
    cells: rows.flatMap((texts, y) =>
      texts.map((text, column) => ({ row: y, column, rowSpan: 1, colSpan: 1, text, at: { row: y, column } })),
    ),
    borders,
    at: {},
  };
}

/** The cells of the row on state secrets that stand under a doubt. */
function doubted(secret: readonly (readonly string[])[], borders: Grid['borders']): number {
  const rows = [HEADER, ...ROWS.flatMap((one) => (one[0]?.includes('国家秘密') ? secret : [one]))];
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text, at: {} });
  const { doubts } = mapDocument({
    blocks: [
      paragraph('某某县人民政府2021年政府信息公开工作年度报告'),
      paragraph('一、总体情况'),
      paragraph('二、主动公开政府信息情况'),
      paragraph('三、收到和处理政府信息公开申请情况'),
      gridOf(rows, borders),
    ],
    marks: { meta: {} },
    doubts: [],
    whole: true,
  });
  const named = new Set(doubts.flatMap(({ cells }) => cells));
  return [...named].filter((cell) => cell.startsWith('requests.refused_state_secret.')).length;
}

describe('rows that seem blank', () => {
  it.each<[string, readonly (readonly string[])[], Grid['borders'], number]>([
    ['a row in order', [full('1.属于国家秘密', '5')], 'inferred', 0],
    ['a blank row, nothing left over', [row('1.属于国家秘密')], 'inferred', 0],
    [
      'figures beside the first half of a label, its known half below',
      [full('（三）不予公开的1.属于', '5'), row('国家秘密')],
      'inferred',
      7,
    ],
    ['the same between lines', [full('（三）不予公开的1.属于', '5'), row('国家秘密')], 'marked', 7],
    [
      'single blanks beside figures left over',
      [row('1.属于国家秘密', '5', '0'), row('', '', '', '0', '5')],
      'marked',
      5,
    ],
    ['one 0 for the row, no lines', [row('1.属于国家秘密', '0')], 'inferred', 7],
    ['one 0 in the row, lines around each blank', [row('1.属于国家秘密', '0')], 'marked', 0],
    ['a run of zeros and blanks', [row('1.属于国家秘密', '000000', '', '', '', '', '', '0')], 'marked', 7],
    [
      'two figures in one place, no lines',
      [row('1.属于国家秘密', '150 169', '0', '0', '0', '0', '0', '1')],
      'inferred',
      7,
    ],
  ])('%s', (_, secret, borders, count) => {
    expect(doubted(secret, borders)).toBe(count);
  });
});
