import { expect, it } from 'vitest';
import type { Grid } from '../../../extractors/document.ts';
import { withoutIndex } from '../../../extractors/mapping/without-index.ts';

const grid = (rows: readonly (readonly string[])[]): Grid => ({
  kind: 'grid',
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  borders: 'marked',
  at: {},
  cells: rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, colSpan: 1, text, at: { row, column } })),
  ),
});
const texts = ({ cells }: Grid): string[] => cells.map(({ text }) => text);

const FRAME = [
  ['', '0', '1', '2'],
  ['0', '规章', '3', '4'],
  ['1', '许可', '5', '6'],
  ['2', '处罚', '7', '8'],
];

it('takes the index off a data frame, and nothing else', () => {
  expect(texts(withoutIndex(grid(FRAME)))).toEqual(['规章', '3', '4', '许可', '5', '6', '处罚', '7', '8']);
  for (const other of [FRAME.slice(1), FRAME.map((row) => row.slice(1)), FRAME.with(3, ['3', '处罚', '7', '8'])]) {
    expect(withoutIndex(grid(other))).toEqual(grid(other));
  }
});
