import type { TableRole } from '../../src/model/forms/form.ts';
import type { Locator } from '../../src/model/report.ts';
import type { Grid } from '../document.ts';
import { type LabelHit, type LabelReading, readLabel } from './label-index.ts';
import { looksLikeValue } from './parse-number.ts';
import { withoutIndex } from './without-index.ts';

/** A cell as it stands in one line of a table. */
export interface LineCell {
  readonly text: string;
  /** Zero-based grid column and how many the cell covers. */
  readonly column: number;
  readonly colSpan: number;
  readonly at: Locator;
}

/**
 * One line of a table, whatever drew it. `borders` says how sure the cell borders are: marked in the document, inferred
 * from alignment, or none (a text in which cells may have run together).
 */
export interface TableLine {
  /** Index of the block in the document. */
  readonly block: number;
  readonly cells: readonly LineCell[];
  /** Value cells of lines above that reach into this one. */
  readonly reaching: readonly LineCell[];
  readonly borders: 'marked' | 'inferred' | 'none';
  /** What the cells are: the labels in front, then the values. Derived once, see {@link readLine}. */
  readonly reading: LineReading;
}

interface LineReading {
  /** Row label: the last cell that is known as a label, else the last that looks like one before the values, or null. */
  readonly label: LabelReading | null;
  readonly labelText: string;
  readonly values: readonly LineCell[];
  /** All label cells with what they are known to be. */
  readonly labels: readonly { readonly cell: LineCell; readonly reading: LabelReading }[];
}

/** Rows of table 3 whose labels also name columns; alone they say nothing. */
export const SHARED_ROWS: ReadonlySet<string> = new Set(['total', 'other', 'other_misc']);

/** Whether a label can only be that of a row with figures. */
const namesRow = ({ hits, enumerator }: LabelReading): boolean =>
  hits.some(
    (hit) => hit.kind === 'row' && hit.role !== 'disputes' && (enumerator !== null || !SHARED_ROWS.has(hit.key)),
  );

/** Whether a label can stand in a header: a column, words around columns, a procedure of table 4. */
const namesColumn = ({ hits }: LabelReading): boolean =>
  hits.some(({ kind, role }) => kind === 'column' || kind === 'head' || (kind === 'row' && role === 'disputes'));

/** Whether a label can stand right before figures; one that is also a group's may have the row's own label behind it. */
const namesFigures = (hits: readonly LabelHit[]): boolean =>
  hits.some(({ kind }) => kind === 'row' || kind === 'column') && !hits.some(({ kind }) => kind === 'group');

/** A cell's text as a label, or null where it is empty or a value. `2 重复申请` begins like a number and is a label. */
function labelIn(text: string): LabelReading | null {
  if (text === '' || DIGITS.test(text) || !LETTER.test(text)) return null;
  const reading = readLabel(text);
  return reading.hits.length > 0 || !looksLikeValue(text) ? reading : null;
}

const DIGITS = /^\d+$/;
const LETTER = /\p{L}/u;

/** Splits a line's cells into labels and values. */
function readLine(cells: readonly LineCell[]): LineReading {
  const readings: (LabelReading | null)[] = [];
  for (const { text } of cells) readings.push(labelIn(text));
  let end = -1;
  for (let i = readings.length - 1; i >= 0 && end === -1; i -= 1) if ((readings[i]?.hits.length ?? 0) > 0) end = i;
  // Behind the label of a group the row's own may stand misprinted.
  if (end !== -1 && !namesFigures(readings[end]?.hits ?? [])) while (readings[end + 1]) end += 1;
  if (end === -1) {
    // An unknown label: the label-like cells in front of the values. Only a running number may stand before it.
    const numbered = /^\d{1,2}$/.test(cells[0]?.text ?? '') && (readings[1]?.folded.length ?? 0) >= 2;
    for (let i = numbered ? 1 : 0; i < readings.length; i += 1) {
      if (readings[i]) end = i;
      else if (end !== -1 || cells[i]?.text !== '') break;
    }
  }
  // A header line: names of columns, no value and no row. A misprinted label in it is no value either.
  const labels: { cell: LineCell; reading: LabelReading }[] = [];
  let valued = false;
  for (let i = 0; i < readings.length; i += 1) {
    const reading = readings[i];
    const cell = cells[i] as LineCell;
    if (reading) labels.push({ cell, reading });
    else if (cell.text !== '') valued = true;
  }
  if (
    !valued &&
    labels.some(({ reading }) => namesColumn(reading)) &&
    !labels.some(({ reading }) => namesRow(reading))
  ) {
    end = readings.findLastIndex((reading) => reading !== null);
  }
  const label = end === -1 ? null : (readings[end] ?? null);
  return {
    label,
    labelText: end === -1 ? '' : (cells[end]?.text ?? ''),
    values: cells.slice(end + 1),
    labels,
  };
}

/** Whether only the alignment of its text tells the cells of a line. */
export const isInferred = ({ borders }: TableLine): boolean => borders === 'inferred';

const NO_CELLS: readonly LineCell[] = [];

export function tableLine(
  block: number,
  cells: readonly LineCell[],
  borders: TableLine['borders'],
  reaching: readonly LineCell[] = NO_CELLS,
): TableLine {
  return { block, cells, reaching, borders, reading: readLine(cells) };
}

/** The lines of a grid, each with its own cells in order; spans downward are kept only where they carry a value. */
export function gridLines(printed: Grid, block: number): TableLine[] {
  const grid = withoutIndex(printed);
  const rows: LineCell[][] = [];
  for (let row = 0; row < grid.rows; row += 1) rows.push([]);
  const reaching = new Map<number, LineCell[]>();
  for (const cell of grid.cells) {
    rows[cell.row]?.push(cell);
    if (cell.rowSpan <= 1 || cell.text === '' || !looksLikeValue(cell.text)) continue;
    for (let y = cell.row + 1; y < cell.row + cell.rowSpan; y += 1) {
      const above = reaching.get(y);
      if (above) above.push(cell);
      else reaching.set(y, [cell]);
    }
  }
  return rows.map((cells, row) => tableLine(block, cells, grid.borders, reaching.get(row)));
}

/** Distinct columns of a table that a line names: a header names several. */
export function namedColumns(line: TableLine, role: TableRole): number {
  const keys: string[] = [];
  for (const { reading } of line.reading.labels) {
    const key = reading.column[role];
    // Table 4 names its results once for each procedure.
    if (key !== null && (role === 'disputes' || !keys.includes(key))) keys.push(key);
  }
  return keys.length;
}

/** The row key that a line's label is exactly known as, in one table. */
export function knownRows(line: TableLine, role: TableRole): readonly string[] {
  return line.reading.label?.rows[role] ?? NO_ROWS;
}
const NO_ROWS: readonly string[] = [];
