import { isFigure } from '../layout/figure-text.ts';

/** A cell of a row with bars, and how many columns it covers. */
export interface BarredCell {
  readonly text: string;
  readonly offset: number;
  readonly span: number;
}

const LEAST_REPEATED = 3;

/** Whether some row is one text over and over: so tools write a title that is merged over the columns. */
const repeats = (rows: readonly (readonly BarredCell[])[]): boolean =>
  rows.some((row) => {
    const text = row[0]?.text ?? '';
    return row.length >= LEAST_REPEATED && text !== '' && !isFigure(text) && row.every((cell) => cell.text === text);
  });

/** Joins neighbours where `same` says that they are one cell. */
function join(row: readonly BarredCell[], same: (left: BarredCell, at: number) => boolean): BarredCell[] {
  const joined: BarredCell[] = [];
  row.forEach((cell, at) => {
    const last = joined.at(-1);
    if (last && row[at]?.text === last.text && same(last, at))
      joined[joined.length - 1] = { ...last, span: last.span + 1 };
    else joined.push(cell);
  });
  return joined;
}

/**
 * Cells that are merged in the document and stand again in every column that they cover, as one cell each. Two equal labels side
 * by side are one cell; two equal figures only where the head above them is. Rows of a table in which nothing shows that its
 * merged cells are repeated stay as they are.
 */
export function joinRepeated(rows: readonly (readonly BarredCell[])[]): readonly (readonly BarredCell[])[] {
  if (!repeats(rows)) return rows;
  /** For each column, the last text above it that is no figure, and whether the next column's was the same cell. */
  let heads: readonly string[] = [];
  let joins: readonly boolean[] = [];
  return rows.map((row) => {
    const isHead = row.every(({ text }) => !isFigure(text));
    if (isHead) {
      heads = row.map(({ text }) => text);
      joins = heads.map((text, at) => at > 0 && text !== '' && text === heads[at - 1]);
    }
    return join(row, ({ text }, at) => text !== '' && (isFigure(text) ? (joins[at] ?? false) : true));
  });
}
