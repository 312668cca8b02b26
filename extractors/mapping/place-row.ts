import type { Locator } from '../../src/model/report.ts';
import { alignColumns, type HeaderColumn } from './align-columns.ts';
import { MOST_SPLITS, type PrefixCheck, splitRuns } from './digit-runs.ts';
import { looksLikeValue, parseNumber } from './parse-number.ts';
import type { LineCell, TableLine } from './table-line.ts';

/** One way to fill the figures of a row, left to right in the order of `keys`. */
export type RowOption = readonly PlacedText[];

export interface PlacedText {
  readonly text: string;
  readonly raw: string;
  readonly at: Locator;
}

type PlacedHow =
  | 'counted'
  | 'overlap'
  | 'trimmed'
  | 'chosen'
  | 'beside'
  | 'reached'
  | 'spread'
  | 'run'
  | 'gap'
  | 'absent'
  | 'unplaced';

/** A row of the form with all ways to fill it. One option is the rule; several wait for the sums to choose. */
export interface PlacedRow {
  readonly row: string;
  readonly keys: readonly string[];
  readonly how: PlacedHow;
  /** For `overlap` the first is what the page shows, to be kept unless the sums contradict it. */
  readonly options: readonly RowOption[];
  /** Ways that leave cells empty instead: they count where no option agrees with the sums. */
  readonly rivals: readonly RowOption[];
  /** More ways exist than could be listed. */
  readonly tooMany: boolean;
  readonly found: readonly LineCell[];
}

const MOST_GAPS = 500;
const DIGITS = /^\d+$/;
const RUN = /^0\d+$/;

const holdRuns = (cells: readonly LineCell[]): boolean => cells.some(({ text }) => RUN.test(text));

const placed = ({ text, at }: LineCell, part = text): PlacedText => ({ text: part, raw: text, at });

/** The ways to put the texts in order over `count` places, the rest left empty. */
function withGaps(cells: readonly LineCell[], count: number, empty: PlacedText): RowOption[] | null {
  const ways: PlacedText[][] = [];
  const extend = (so: PlacedText[], next: number): boolean => {
    if (ways.length > MOST_GAPS) return false;
    const left = cells.length - next;
    if (so.length + left > count) return true;
    if (so.length === count) {
      if (left === 0) ways.push(so);
      return true;
    }
    const cell = cells[next];
    if (cell && !extend([...so, placed(cell)], next + 1)) return false;
    return extend([...so, empty], next);
  };
  return extend([], 0) ? ways : null;
}

/** Splits with the sums in mind; where no way agrees with them, the report may be wrong, and all ways are as good. */
function splitBySums(texts: readonly string[], count: number, check: PrefixCheck | undefined): string[][] | null {
  const fitting = check ? splitRuns(texts, count, check) : [];
  return fitting && fitting.length === 0 ? splitRuns(texts, count) : fitting;
}

/** Splits runs, remembering which cell each part came from. */
function runOptions(
  cells: readonly LineCell[],
  count: number,
  check: PrefixCheck | undefined,
): { options: RowOption[]; tooMany: boolean } {
  const ways = splitBySums(
    cells.map(({ text }) => text),
    count,
    check,
  );
  if (!ways) return { options: [], tooMany: true };
  const options = ways.map((parts) => {
    let cell = 0;
    let eaten = 0;
    return parts.map((part): PlacedText => {
      const from = cells[cell] as LineCell;
      eaten += part.length;
      if (eaten >= from.text.length) {
        cell += 1;
        eaten = 0;
      }
      return placed(from, part);
    });
  });
  return { options, tooMany: false };
}

/**
 * Merged cells written out over the columns they cover: a run of digits is split into as many numbers, an empty cell or a
 * zero stands in each. Null where a merged cell holds one number that can't stand in all of its columns.
 */
function unmerge(
  values: readonly LineCell[],
  check: PrefixCheck | undefined,
): { options: RowOption[]; tooMany: boolean; split: boolean } | null {
  let options: PlacedText[][] = [[]];
  let split = false;
  for (const cell of values) {
    const { text, colSpan } = cell;
    let ways: PlacedText[][];
    if (colSpan === 1) {
      ways = [[placed(cell)]];
    } else if (DIGITS.test(text) && text.length >= colSpan) {
      const runs = splitBySums([text], colSpan, values.length === 1 ? check : undefined);
      if (!runs) return { options: [], tooMany: true, split: true };
      ways = runs.map((parts) => parts.map((part) => placed(cell, part)));
      split = true;
    } else if ((parseNumber(text).value ?? 0) === 0 && parseNumber(text).status !== 'unreadable') {
      ways = [Array.from({ length: colSpan }, () => placed(cell))];
    } else {
      return null;
    }
    options = options.flatMap((so) => ways.map((way) => [...so, ...way]));
    if (options.length > MOST_SPLITS) return { options: [], tooMany: true, split: true };
  }
  return options.length > 0 ? { options, tooMany: false, split } : null;
}

/** Where in a line the figures may begin, when it holds more cells than the header: only empty cells may be left over. */
function windows(line: TableLine, width: number): number[] {
  const { values } = line.reading;
  if (values.length === width) return [0];
  const starts: number[] = [];
  for (let start = 0; start + width <= values.length; start += 1) {
    const before = values.slice(0, start).every(({ text }) => text === '' || !looksLikeValue(text));
    if (before && values.slice(start + width).every(({ text }) => text === '')) starts.push(start);
  }
  return starts;
}

/**
 * Grid columns in which the figures of lines begin, where a line leaves no choice; the most common, by block and by where the
 * label of the line ends: the labels of a table cut in two stand in other columns.
 */
type FigureStarts = ReadonlyMap<string, number>;

const blockOf = (line: TableLine): string => String(line.block);
const shapeOf = (line: TableLine): string => `${line.block} ${line.reading.values[0]?.column ?? ''}`;

/** Finds out where the figures begin in each block of a table. Drawn without spans, cells of labels stay empty. */
export function figureStarts(lines: readonly TableLine[], width: number): FigureStarts {
  // Only of lines with more cells than the header is it asked.
  if (lines.every(({ reading }) => reading.values.length <= width)) return NO_STARTS;
  const counts = new Map<string, Map<number, number>>();
  for (const line of lines) {
    const [start, ...others] = windows(line, width);
    const column = start === undefined ? undefined : line.reading.values[start]?.column;
    if (column === undefined || others.length > 0) continue;
    for (const of of [blockOf(line), shapeOf(line)]) {
      const found = counts.get(of) ?? new Map<number, number>();
      found.set(column, (found.get(column) ?? 0) + 1);
      counts.set(of, found);
    }
  }
  return new Map([...counts].map(([of, found]) => [of, [...found].sort((x, y) => y[1] - x[1])[0]?.[0] ?? 0]));
}

const NO_STARTS: FigureStarts = new Map();

/** Whether each cell stands in the grid column of its head. */
const isBelow = (cells: readonly LineCell[], columns: readonly HeaderColumn[]): boolean =>
  cells.every(({ column }, index) => column === columns[index]?.column);

/** Whether a cell from another row stands between the cells. */
const isGapped = (cells: readonly LineCell[]): boolean =>
  cells.some(({ column, colSpan }, index) => column + colSpan !== (cells[index + 1]?.column ?? column + colSpan));

const isUnit = ({ colSpan }: { readonly colSpan: number }): boolean => colSpan === 1;

/**
 * Whether a line has as many cells as the header and a blank at one end, and begins in another grid column than the others:
 * a cell was lost or merged, and a blank cell of the label is counted in its stead.
 */
function isShifted({ borders, reading }: TableLine, columns: readonly HeaderColumn[], usual?: number): boolean {
  const { values } = reading;
  const [first, last] = [values[0], values.at(-1)];
  if (borders === 'none' || usual === undefined || !first || values.length !== columns.length) return false;
  if (first.column === usual || (first.text !== '' && last?.text !== '')) return false;
  return values.some(({ text }) => text !== '') && columns.every(isUnit) && !isBelow(values, columns);
}

/** Leaves out the empty cells beyond the header's width, at the place where the other lines or the header have theirs. */
function withoutSurplus(
  line: TableLine,
  columns: readonly HeaderColumn[],
  starts: FigureStarts | undefined,
): { values: readonly LineCell[]; how: 'counted' | 'trimmed' | 'chosen' | 'beside' } {
  const { values } = line.reading;
  if (isShifted(line, columns, starts?.get(blockOf(line)))) return { values, how: 'beside' };
  const found = values.length > columns.length ? windows(line, columns.length) : [];
  if (found.length === 0) return { values, how: 'counted' };
  const edges = [
    starts?.get(shapeOf(line)),
    starts?.get(blockOf(line)),
    line.borders === 'none' ? undefined : columns[0]?.column,
  ];
  const start =
    edges.map((edge) => found.find((index) => values[index]?.column === edge)).find((index) => index !== undefined) ??
    (found[0] as number);
  const chosen = values.slice(start, start + columns.length);
  if (chosen.some(({ text }) => text !== '') && !isBelow(chosen, columns) && line.borders !== 'none') {
    const usual = starts?.get(blockOf(line));
    if (usual === undefined || chosen[0]?.column !== usual || isGapped(chosen))
      return { values: chosen, how: 'beside' };
  }
  if (found.length > 1 && chosen.some(({ text }) => text !== '')) return { values: chosen, how: 'chosen' };
  return { values: chosen, how: start + columns.length < values.length ? 'trimmed' : 'counted' };
}

/**
 * Gives the values of a line to the figures of its row.
 *
 * @param line the line; its label has been matched already
 * @param row the row's key in the form
 * @param columns the header's columns in printed order, the form's and others
 * @param keyOf the figure a column holds in this row
 * @param starts where the figures begin in each block, see {@link figureStarts}
 * @param check whether the first numbers of a run, split off from the left, can be right; spares hopeless splits
 */
export function placeRow(
  line: TableLine,
  row: string,
  columns: readonly HeaderColumn[],
  keyOf: (column: string) => string,
  { starts, check }: { starts?: FigureStarts | undefined; check?: PrefixCheck | undefined } = {},
): PlacedRow {
  const keys: string[] = [];
  for (const { key } of columns) if (key !== null) keys.push(keyOf(key));
  const formOnly = keys.length === columns.length;
  const result = (
    how: PlacedHow,
    options: readonly RowOption[],
    { tooMany = false, rivals = [] as readonly RowOption[] } = {},
  ): PlacedRow => ({
    row,
    keys,
    how,
    options,
    rivals,
    tooMany,
    found: line.reading.values,
  });

  const fitted = withoutSurplus(line, columns, starts);
  let { values } = fitted;
  const reached = line.reaching.length > 0 && values.length < columns.length;
  if (reached) values = [...values, ...line.reaching].sort((a, b) => a.column - b.column);
  const labelAt = line.cells[0]?.at ?? {};
  const empty: PlacedText = { text: '', raw: '', at: labelAt };

  if (values.length === 0) {
    return line.borders === 'none' ? result('absent', [keys.map(() => empty)]) : result('unplaced', []);
  }
  const pick = (cells: readonly (LineCell | null)[]): RowOption => {
    const option: PlacedText[] = [];
    for (const [index, { key }] of columns.entries()) {
      const cell = cells[index];
      if (key !== null) option.push(cell ? placed(cell) : empty);
    }
    return option;
  };

  if (values.length === columns.length && (line.borders !== 'none' || !holdRuns(values))) {
    return result(reached ? 'reached' : fitted.how, [pick(values)]);
  }

  if (line.borders !== 'none') {
    const spanned = values.reduce((sum, cell) => sum + cell.colSpan, 0);
    const plainHeader = columns.every(({ colSpan }) => colSpan === 1);
    const covers = values.length < columns.length && spanned === columns.length && plainHeader;
    const merged = covers ? unmerge(values, check) : null;
    if (merged && formOnly) {
      return result(merged.split ? 'run' : 'spread', merged.options, { tooMany: merged.tooMany });
    }
    const aligned = alignColumns(values, columns);
    if (aligned && !(aligned.how === 'overlap' && holdRuns(values))) {
      const option = pick(aligned.cells);
      if (aligned.how !== 'overlap') return result(aligned.how, [option]);
      // Cells that were left out shift the rest: where the sums contradict what is shown, they may know better.
      const plain = formOnly && values.every(({ colSpan }) => colSpan === 1);
      const gaps = plain && values.length < columns.length ? withGaps(values, columns.length, empty) : null;
      return result('overlap', [option, ...(gaps ?? [])]);
    }
  }
  if (formOnly && values.length <= columns.length) {
    const { options, tooMany } = runOptions(values, columns.length, check);
    const gaps = withGaps(values, columns.length, empty);
    if (options.length > 0 || tooMany) {
      return result('run', options, { tooMany, rivals: holdRuns(values) ? [] : (gaps ?? []) });
    }
    if (gaps) return result('gap', gaps);
  }
  return result('unplaced', []);
}
