import type { Message } from '../../src/model/report.ts';
import type { Block, Grid, GridCell } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import type { Sheet, SheetCell } from './read-sheet.ts';
import { cellName, type Range } from './references.ts';
import type { Cover } from './sheet-drawings.ts';

/** A cell with the rows and columns that are shown of it, counted among those that hold anything. */
interface Placed {
  readonly cell: SheetCell;
  readonly rowSpan: number;
  readonly column: number;
  readonly colSpan: number;
}

/** Text longer than any label of the form is prose. */
const LABEL_LENGTH = 60;
/** So is a title, or a sentence. */
const TITLE_OR_SENTENCE = /报告$|[。；]/;

/** The last of some sorted columns that does not lie behind another. */
const indexUpTo = (columns: readonly number[], column: number | undefined): number | undefined =>
  column === undefined ? undefined : columns.findLastIndex((one) => one <= column);

/** A row of the sheet, zero-based, with what it holds: nothing where it is ruled and blank. */
interface Line {
  readonly row: number;
  readonly cells: readonly Placed[];
  /** The last column, counted like those of the cells, that the row's ruling reaches; undefined where nothing is ruled. */
  readonly ruledTo: number | undefined;
}

const tooLarge = ({ zh, en }: Message): ReadError =>
  new ReadError('TOO_LARGE', {
    zh: `${zh}；法定表格没有这样大`,
    en: `${en}; no statutory table is that large`,
  });

/** The columns of a sheet in which any cell begins that holds something. */
const filledColumns = ({ cells }: Pick<Sheet, 'cells'>): number[] =>
  [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);

/** The sheet's rows and columns that hold something, closed up; merged cells claim what is left of their range. */
function linesOf({ cells, merges, blankRows, ruledTo }: Sheet): Line[] {
  const rows = [...new Set([...cells.map(({ row }) => row), ...blankRows])].sort((a, b) => a - b);
  const columns = filledColumns({ cells });
  const rowIndex = new Map(rows.map((row, index) => [row, index]));
  const columnIndex = new Map(columns.map((column, index) => [column, index]));
  const rangeOf = new Map<string, Range>(merges.map((range) => [`${range.top},${range.left}`, range]));
  const extent = (sorted: readonly number[], from: number, to: number): number => {
    let count = 0;
    while (from + count < sorted.length && (sorted[from + count] as number) <= to) count += 1;
    return count;
  };
  const lines = rows.map((row) => ({ row, cells: [] as Placed[], ruledTo: indexUpTo(columns, ruledTo.get(row)) }));
  let slots = 0;
  for (const cell of cells) {
    const row = rowIndex.get(cell.row) as number;
    const column = columnIndex.get(cell.column) as number;
    const range = rangeOf.get(`${cell.row},${cell.column}`);
    const rowSpan = range ? extent(rows, row, range.bottom) : 1;
    const colSpan = range ? extent(columns, column, range.right) : 1;
    slots += rowSpan * colSpan;
    if (slots > LIMITS.gridSlots)
      throw tooLarge({
        zh: `工作表的合并单元格占用超过 ${LIMITS.gridSlots} 格`,
        en: `the merged cells of a sheet claim more than ${LIMITS.gridSlots} places`,
      });
    lines[row]?.cells.push({ cell, column, rowSpan, colSpan });
  }
  return lines;
}

/**
 * Rows that are text typed into the sheet rather than a part of a table: one filled cell, no ruling, no merged cell
 * reaching into it. Where the sheet rules nothing at all, only prose and rows that do not stand right under a table count.
 */
function isProse(row: readonly Placed[], isRuledSheet: boolean, isApart: boolean): boolean {
  const [only] = row;
  if (row.length !== 1 || !only || only.rowSpan > 1) return false;
  if (isRuledSheet) return !only.cell.ruled;
  return isApart || only.cell.text.length > LABEL_LENGTH || TITLE_OR_SENTENCE.test(only.cell.text);
}

interface Part {
  readonly lines: Line[];
  readonly prose: boolean;
}

function partsOf(lines: readonly Line[]): Part[] {
  const isRuledSheet = lines.some(({ cells }) => cells.some(({ cell }) => cell.ruled));
  const reached = new Set<number>();
  lines.forEach(({ cells }, index) => {
    for (const { rowSpan } of cells) for (let at = index + 1; at < index + rowSpan; at += 1) reached.add(at);
  });
  const parts: Part[] = [];
  lines.forEach((line, index) => {
    const last = parts.at(-1);
    const isApart = !last || last.prose || line.row - (lines[index - 1]?.row ?? 0) > 1;
    const prose = !reached.has(index) && isProse(line.cells, isRuledSheet, isApart);
    if (last && !last.prose && !prose) last.lines.push(line);
    else if (line.cells.length > 0) parts.push({ lines: [line], prose });
  });
  return parts;
}

/** What lies over a rectangle of the sheet. */
const coversOver = (covers: readonly Cover[], { top, left, bottom, right }: Range): readonly Cover[] =>
  covers.filter((one) => one.top <= bottom && one.bottom >= top && one.left <= right && one.right >= left);

/** What is read of a cell with what lies over it: an empty cell under one text box shows its text. */
function underCovers(
  text: string,
  unsure: readonly Message[],
  covers: readonly Cover[],
): Pick<GridCell, 'text' | 'unsure'> {
  const [only, ...others] = covers;
  const isShown = text === '' && only !== undefined && others.length === 0 && isOneCell(only);
  const all = [...unsure, ...covers.map(({ what }) => what)];
  return { text: isShown ? only.text : text, ...(all.length > 0 ? { unsure: all } : {}) };
}
const isOneCell = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

/** Rows of a table as a grid, from its first column to its last, empty cells included. */
function toGrid(lines: readonly Line[], sheet: string, filled: readonly number[], covers: readonly Cover[]): Grid {
  const all = lines.flatMap(({ cells }) => cells);
  // Columns in which only other tables of the sheet begin a cell are none of this one.
  const starts = [...new Set(all.map(({ column }) => column))].sort((a, b) => a - b);
  const columns = starts.length;
  const placeOf = new Map(starts.map((column, x) => [column, x]));
  if (lines.length * columns > LIMITS.gridSlots) {
    throw tooLarge({
      zh: `工作表 ${sheet} 有一个 ${lines.length} 行 ${columns} 列的表格`,
      en: `the sheet ${sheet} has a table of ${lines.length} rows and ${columns} columns`,
    });
  }
  const taken = lines.map(() => new Set<number>());
  const cells: GridCell[] = [];
  lines.forEach((line, y) => {
    for (const { cell, column, colSpan: wide, rowSpan } of line.cells) {
      const x = placeOf.get(column) as number;
      if (taken[y]?.has(x)) continue;
      let colSpan = 1;
      while ((starts[x + colSpan] ?? Number.POSITIVE_INFINITY) < column + wide) colSpan += 1;
      const height = Math.min(rowSpan, lines.length - y);
      for (let down = y; down < y + height; down += 1) {
        for (let right = x; right < x + colSpan; right += 1) taken[down]?.add(right);
      }
      const at = { path: `${sheet}!${cellName(cell.row, cell.column)}`, row: y, column: x };
      const end = { bottom: cell.row + rowSpan - 1, right: cell.column + wide - 1 };
      const over = coversOver(covers, { top: cell.row, left: cell.column, ...end });
      cells.push({ row: y, column: x, rowSpan: height, colSpan, at, ...underCovers(cell.text, cell.unsure, over) });
    }
  });
  lines.forEach(({ row, cells: own, ruledTo }, y) => {
    const last = Math.max(ruledTo ?? Number.POSITIVE_INFINITY, ...own.map(({ column }) => column));
    for (let x = 0; x < columns && (starts[x] as number) <= last; x += 1) {
      if (taken[y]?.has(x)) continue;
      const at = { path: `${sheet}!row ${row + 1}`, row: y, column: x };
      const left = filled[starts[x] as number] as number;
      const over = coversOver(covers, { top: row, left, bottom: row, right: left });
      cells.push({ row: y, column: x, rowSpan: 1, colSpan: 1, at, ...underCovers('', [], over) });
    }
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const first = all[0]?.cell;
  const at = { path: `${sheet}!${cellName(first?.row ?? 0, first?.column ?? 0)}` };
  return { kind: 'grid', rows: lines.length, columns, cells, borders: 'marked', at };
}

/**
 * The shown content of a sheet in order: tables as grids, text typed between them as paragraphs.
 * @param covers what lies over its cells
 */
export function sheetToBlocks(sheet: Sheet, name: string, covers: readonly Cover[]): Block[] {
  const filled = filledColumns(sheet);
  return partsOf(linesOf(sheet)).map(({ lines, prose }): Block => {
    const cell = lines[0]?.cells[0]?.cell;
    if (!prose || !cell) return toGrid(lines, name, filled, covers);
    return { kind: 'paragraph', text: cell.text, at: { path: `${name}!${cellName(cell.row, cell.column)}` } };
  });
}
