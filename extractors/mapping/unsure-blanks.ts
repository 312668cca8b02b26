import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import { exRow } from '../../src/model/doubts/ex-row.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { TableLine } from './table-line.ts';
import type { FoundCell } from './table-reading.ts';

/** A line that was taken for a row of the form. */
export interface TakenLine {
  readonly line: TableLine;
  /** The figures of the row. */
  readonly keys: readonly string[];
  /** Its label is known, word for word. */
  readonly known: boolean;
}

export const hasFigures = ({ reading }: TableLine): boolean => reading.values.some(({ text }) => /\d/.test(text));

/**
 * Doubts blanks where figures went to no row, or to one whose label is not known word for word: a label broken over two lines
 * can leave its figures to the one and its name to the other, and a row that seems blank is not. Named are rows that are
 * blank throughout (between drawn borders only those right above or below figures that were taken for a row), and single
 * blanks right above or below figures without a row.
 *
 * @param lines all lines of the table, top to bottom; null where its rows don't stand one below the other, so that all are neighbours
 * @param strays those that were taken for no row
 */
export function unsureBlanks(
  lines: readonly TableLine[] | null,
  taken: readonly TakenLine[],
  strays: readonly TableLine[],
  cells: ReadonlyMap<string, FoundCell>,
): Doubt[] {
  const places = new Map(lines?.map((line, place) => [line, place]));
  const placeOf = (line: TableLine): number => places.get(line) ?? Number.NaN;
  const left = strays.filter(hasFigures);
  const guessed = taken.flatMap(({ line, known }) => (!known && hasFigures(line) ? [line] : []));
  if (left.length === 0 && guessed.length === 0) return [];
  const anywhere = left.length > 0 || guessed.some(({ borders }) => borders !== 'marked');
  const isBeside = (line: TableLine, others: readonly TableLine[]): boolean =>
    others.some((other) => lines === null || Math.abs(placeOf(line) - placeOf(other)) === 1);
  const isBlank = (key: string): boolean => cells.get(key)?.text === '';
  const blank = taken.flatMap(({ line, keys }) => {
    if (keys.every(isBlank)) return anywhere || isBeside(line, guessed) ? keys : [];
    return isBeside(line, left) ? keys.filter(isBlank) : [];
  });
  return blank.length > 0 ? [exRow.blanksUnsure(blank)] : [];
}

/** Zeros of several cells in a row. */
const RUN = /^0\d/;
/** Figures of two cells, or one with a space in it. */
const PARTS = /\d\s+\d/;

/**
 * Doubts rows in which cells may be merged or run together and nothing shows it, as when one 0 or a run of digits stands for
 * several columns. A run with blanks in its row is enough. In a table without lines so is a figure with a space in it and,
 * where the form has totals (last in `keys`), a row with figures and no total, which contradicts itself; elsewhere every row
 * that is filled in part.
 */
export function unseenMerges(
  taken: readonly Pick<TakenLine, 'line' | 'keys'>[],
  cells: ReadonlyMap<string, FoundCell>,
  totals: boolean,
): Doubt[] {
  const textOf = (key: string): string => cells.get(key)?.text ?? '';
  const isBlank = (key: string): boolean => textOf(key) === '';
  const isUnsure = ({ line: { borders }, keys }: Pick<TakenLine, 'line' | 'keys'>): boolean => {
    if (borders === 'inferred' && keys.some((key) => PARTS.test(textOf(key)))) return true;
    if (!keys.some(isBlank) || keys.every(isBlank)) return false;
    const due = totals ? keys.slice(-1) : keys;
    return (borders === 'inferred' && due.some(isBlank)) || keys.some((key) => RUN.test(textOf(key)));
  };
  const unsure = taken.filter(isUnsure).flatMap(({ keys }) => keys);
  return unsure.length > 0 ? [exGrid.mergeUnseen(unsure, totals ? 'warning' : 'info')] : [];
}
