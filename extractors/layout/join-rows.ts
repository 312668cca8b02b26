import { isCut, type PartCell } from './cut-rows.ts';
import type { LabelOracle } from './label-oracle.ts';

/** A part of a table, on a page of its own. */
export interface TablePart<Cell extends PartCell> {
  readonly page: number;
  readonly rows: number;
  readonly cells: readonly Cell[];
  /** No line closes its first row above or its last row below. */
  readonly open: { readonly top: boolean; readonly bottom: boolean };
}

/** A cell of the whole table, and the cells of the parts that it is made of. */
interface JoinedCell<Cell extends PartCell> extends PartCell {
  readonly of: readonly Cell[];
}

/** A table over one or more pages. */
interface JoinedTable<Cell extends PartCell> {
  readonly rows: number;
  /** In row order, then column order. */
  readonly cells: readonly JoinedCell<Cell>[];
  /** Pages at whose top it was not certain how the parts go together. */
  readonly unsure: readonly { readonly page: number; readonly why: 'columns' | 'row' }[];
}

interface Part<Cell extends PartCell> {
  readonly rows: number;
  readonly cells: readonly JoinedCell<Cell>[];
}

const DIGIT = /[\d０-９]/;

const inRow = (cells: readonly PartCell[], row: number): PartCell[] => cells.filter((cell) => cell.row === row);

const signature = (cells: readonly PartCell[]): string =>
  cells.map(({ column, colSpan, text }) => `${column}+${colSpan}:${text.replace(/\s/g, '')}`).join('|');

/** How many rows at the top of a part repeat those at the top of the table: a header without figures. */
function repeatedRows(table: Part<PartCell>, part: Part<PartCell>): number {
  let rows = 0;
  while (rows < Math.min(table.rows, part.rows)) {
    const own = inRow(part.cells, rows);
    if (own.some(({ text }) => DIGIT.test(text)) || !own.some(({ text }) => text !== '')) break;
    if (signature(own) !== signature(inRow(table.cells, rows))) break;
    rows += 1;
  }
  // A header that reaches into rows that are not repeated is none.
  return part.cells.some(({ row, rowSpan }) => row < rows && row + rowSpan > rows) ? 0 : rows;
}

/** The text of a cell that a page break cut; a number that had no room goes on. */
function glue(above: PartCell, below: PartCell): string {
  const [a, b] = [above.text, below.text];
  return a === '' || b === '' || (above.full && DIGIT.test(b.charAt(0))) ? a + b : `${a}\n${b}`;
}

/** Puts a part under the table. Cells that reach over the break become one. */
function append<Cell extends PartCell>(table: Part<Cell>, part: Part<Cell>, cut: boolean): Part<Cell> {
  const shift = cut ? table.rows - 1 : table.rows;
  const cells = [...table.cells];
  const placed: JoinedCell<Cell>[] = [];
  for (const cell of part.cells) {
    const index = cells.findIndex(
      (above) =>
        cell.row === 0 &&
        above.row + above.rowSpan === table.rows &&
        above.column === cell.column &&
        above.colSpan === cell.colSpan &&
        (cut || reachesOver(above, cell)),
    );
    const above = cells[index];
    if (above) {
      cells[index] = {
        ...above,
        rowSpan: above.rowSpan + cell.rowSpan - (cut ? 1 : 0),
        text: glue(above, cell),
        of: [...above.of, ...cell.of],
      };
    } else {
      placed.push({ ...cell, row: cell.row + shift });
    }
  }
  return { cells: [...cells, ...placed], rows: shift + part.rows };
}

/** A label cell over several rows that a page break cut: its text stands in one of its halves. */
const reachesOver = (above: PartCell, below: PartCell): boolean =>
  (above.rowSpan > 1 || below.rowSpan > 1) && (above.text === '' || below.text === '');

/** Whether two cells of a row claim one slot, as when borders of different parts were taken for one. */
function overlapping(cells: readonly PartCell[]): boolean {
  const taken = new Set<string>();
  return cells.some(({ row, column, colSpan }) =>
    Array.from({ length: colSpan }, (_, i) => `${row} ${column + i}`).some((slot) => {
      const again = taken.has(slot);
      taken.add(slot);
      return again;
    }),
  );
}

/** Joins the parts of one table, top to bottom. A single part goes through unchanged. */
export function joinRows<Cell extends PartCell>(
  parts: readonly TablePart<Cell>[],
  isLabel: LabelOracle['isLabel'],
): JoinedTable<Cell> {
  const [first, ...others] = parts.map(({ page, rows, cells, open }) => ({
    page,
    open,
    rows,
    cells: cells.map((cell): JoinedCell<Cell> => ({ ...cell, of: [cell] })),
  }));
  if (!first) return { rows: 0, cells: [], unsure: [] };
  const unsure: { page: number; why: 'columns' | 'row' }[] = [];
  let table: Part<Cell> = first;
  let above = first;
  for (const next of others) {
    const repeated = repeatedRows(table, next);
    const part: Part<Cell> = {
      cells: next.cells.filter(({ row }) => row >= repeated).map((cell) => ({ ...cell, row: cell.row - repeated })),
      rows: next.rows - repeated,
    };
    if (part.rows === 0) continue;
    const cut = isCut(table, part, repeated === 0 && (above.open.bottom || next.open.top), isLabel);
    if (cut === 'maybe') unsure.push({ page: next.page, why: 'row' });
    if (overlapping(part.cells) || overlapping(table.cells)) unsure.push({ page: next.page, why: 'columns' });
    table = append(table, part, cut !== 'no');
    above = next;
  }
  return { rows: table.rows, cells: table.cells.toSorted((a, b) => a.row - b.row || a.column - b.column), unsure };
}
