import type { Table } from '../draft.ts';
import { withoutSeams } from '../draw-table.ts';
import { expandGrid, gridWidth } from '../grid.ts';

/** What tools of text extraction make of merged cells: the rows of a table as texts. */
export type RowForm = (table: Table) => string[][];

const flat = (text: string): string => withoutSeams(text).replaceAll('\n', '').trim();

/** Each cell once, in the row where it begins: rows have different lengths. */
export const once: RowForm = ({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => flat(text)));

/** Each cell once, and empty cells behind them up to the width of the table. */
export const filledUp: RowForm = (table) => {
  const width = gridWidth(table);
  return once(table).map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
};

/** Each cell at its first place, the places that it is merged over left empty. */
export const inPlace: RowForm = (table) => {
  const width = gridWidth(table);
  return expandGrid(table.rows).map((line) =>
    Array.from({ length: width }, (_, x) => (line[x]?.first ? flat(line[x].cell.text) : '')),
  );
};

/** Each cell again in every place that it is merged over. */
export const repeated: RowForm = (table) => {
  const width = gridWidth(table);
  return expandGrid(table.rows).map((line) => Array.from({ length: width }, (_, x) => flat(line[x]?.cell.text ?? '')));
};
