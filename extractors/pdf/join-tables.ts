import type { Grid, GridCell } from '../document.ts';
import { readLabel } from '../mapping/label-index.ts';
import { isFigure, isNumbered } from './figure-text.ts';
import type { Locate } from './locate.ts';
import type { PageTable, TableCell } from './page-table.ts';
import { clusterPositions, nearest } from './rule-edges.ts';

/** A table over one or more pages, in the columns that its parts share. */
export interface JoinedTable {
  readonly grid: Grid;
  /** Places (row of the grid) where it was not certain how the parts go together. */
  readonly unsure: readonly { readonly page: number; readonly why: 'columns' | 'row' }[];
}

/** The sides of two parts of one table stand at the same place, give or take so many points. */
const SIDES = 8;
/** Column borders of two parts nearer than this are the same border. */
const BORDERS = 5;

const DIGIT = /[\d０-９]/;

const width = ({ xs }: PageTable): readonly [number, number] => [xs[0] as number, xs.at(-1) as number];

/**
 * Whether a table at the top of a page goes on from the parts on the pages before it. A part may show the right of the table
 * only, so the left side is that of the widest part, or of the last.
 */
export function continues(parts: readonly PageTable[], below: PageTable): boolean {
  const last = parts.at(-1);
  if (!last || below.page !== last.page + 1 || last.borders !== below.borders) return false;
  const [b0, b1] = width(below);
  if (Math.abs(width(last)[1] - b1) > SIDES) return false;
  const widest = parts.reduce((wide, part) => (width(part)[0] < width(wide)[0] ? part : wide));
  return [last, widest].some((above) => {
    const [a0] = width(above);
    return Math.abs(a0 - b0) <= SIDES || (b0 > a0 && isRightPart(above, below));
  });
}

/** A group's cell that goes on without a line or a word is not seen: what lines there are stand where they stood above. */
function isRightPart(above: PageTable, below: PageTable): boolean {
  const from = below.xs[0] as number;
  const inside = above.xs.filter((x) => x > from - BORDERS);
  const stand = (some: readonly number[], among: readonly number[]): boolean =>
    some.every((x) => among.some((known) => Math.abs(known - x) <= BORDERS));
  if (below.borders !== 'marked' || inside.length < 3 || !stand([from], inside)) return false;
  return stand(inside, below.xs) || stand(below.xs, inside);
}

interface Part {
  readonly cells: TableCell[];
  readonly rows: number;
}

/** Sets the cells of a part over the borders that all parts share. */
function respan({ cells, xs }: PageTable, shared: readonly number[]): TableCell[] {
  return cells.map((cell) => {
    const from = nearest(shared, xs[cell.column] as number);
    const to = Math.max(from + 1, nearest(shared, xs[cell.column + cell.colSpan] as number));
    return { ...cell, column: from, colSpan: to - from };
  });
}

const rowTexts = (cells: readonly TableCell[], row: number): TableCell[] => cells.filter((cell) => cell.row === row);
const signature = (cells: readonly TableCell[]): string =>
  cells.map(({ column, colSpan, text }) => `${column}+${colSpan}:${text.replace(/\s/g, '')}`).join('|');

/** How many rows at the top of a part repeat those at the top of the table: a header without figures. */
function repeatedRows(table: Part, part: Part): number {
  let rows = 0;
  while (rows < Math.min(table.rows, part.rows)) {
    const own = rowTexts(part.cells, rows);
    if (own.some(({ text }) => DIGIT.test(text)) || !own.some(({ text }) => text !== '')) break;
    if (signature(own) !== signature(rowTexts(table.cells, rows))) break;
    rows += 1;
  }
  // A header that reaches into rows that are not repeated is none.
  return part.cells.some(({ row, rowSpan }) => row < rows && row + rowSpan > rows) ? 0 : rows;
}

type Cut = 'no' | 'yes' | 'maybe';

/**
 * Whether the last row of the table and the first of the next part are halves of one. They are not if the second begins
 * with a numbered label or if both have a figure in one column. Otherwise they are, where no line stands between them;
 * where one does, only if one half has the rest of a label and the other the figures, or no label and the rest of figures
 * alone, and that is not certain. A label that is whole in itself was not cut.
 */
function isCut(table: Part, part: Part, open: boolean): Cut {
  const last = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows);
  const first = rowTexts(part.cells, 0);
  const under = (cell: TableCell) =>
    last.find(({ column, colSpan }) => column === cell.column && colSpan === cell.colSpan);
  // A group label over several rows may go on too; the row's own label tells.
  const blank = (cells: readonly TableCell[]) => cells.every(({ rowSpan, text }) => rowSpan > 1 || text === '');
  if (open && (blank(first) || blank(rowTexts(table.cells, table.rows - 1)))) return 'yes';
  const [label] = first.filter(({ text, rowSpan }) => text !== '' && rowSpan === 1);
  if (isRest(last, first, under)) return open ? 'yes' : 'maybe';
  const twice = first.some((cell) => holdsFigure(cell) && holdsFigure(under(cell)));
  if (!label || isNumbered(label.text) || twice) return 'no';
  if (open) return 'yes';
  const own = under(label);
  const behind = last.filter(({ column }) => column > label.column);
  if (!own || own.text === '' || holdsFigure(label) || behind.length === 0) return 'no';
  if ((isLabel(own.text) || isLabel(label.text)) && !isLabel(own.text + label.text)) return 'no';
  const rest = first.some(({ column, text }) => column > label.column && text !== '');
  const filled = behind.some(({ text }) => text !== '');
  if (!rest) return behind.some(holdsFigure) ? 'maybe' : 'no';
  return !filled && first.some(holdsFigure) ? 'maybe' : 'no';
}

/** Whether a row has nothing but the rest of what stands behind the label of the row above: a note, a number without room. */
function isRest(
  last: readonly TableCell[],
  first: readonly TableCell[],
  under: (cell: TableCell) => TableCell | undefined,
): boolean {
  const figuresFrom = Math.min(...last.filter(holdsFigure).map(({ column }) => column));
  const labelled = last.some(({ column, text }) => column < figuresFrom && text !== '');
  const rest = first.filter(({ text }) => text !== '');
  if (!labelled || rest.length === 0 || rest.length === first.length) return false;
  return rest.every((cell) => {
    const above = under(cell);
    if (!above || above.text === '' || cell.column < figuresFrom) return false;
    return above.full ? DIGIT.test(cell.text) : UNIT.test(cell.text) || endsInBracket(above.text);
  });
}

const UNIT = /^(?:万?元|[件项条个人宗次份起例]{1,2})[)）]?$/;

/** A note was opened and not closed. */
const endsInBracket = (text: string): boolean =>
  Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));

const isLabel = (text: string): boolean => readLabel(text).hits.length > 0;

const holdsFigure = (cell: TableCell | undefined): boolean => cell !== undefined && isFigure(cell.text);

/** The text of a cell that a page break cut; a number that had no room goes on. */
function glue(above: TableCell, below: TableCell): string {
  const [a, b] = [above.text, below.text];
  return a === '' || b === '' || (above.full && DIGIT.test(b.charAt(0))) ? a + b : `${a}\n${b}`;
}

/** Puts a part under the table. Cells that reach over the break become one. */
function append(table: Part, part: Part, cut: boolean): Part {
  const shift = cut ? table.rows - 1 : table.rows;
  const cells = [...table.cells];
  const placed: TableCell[] = [];
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
      };
    } else {
      placed.push({ ...cell, row: cell.row + shift });
    }
  }
  return { cells: [...cells, ...placed], rows: shift + part.rows };
}

/** A label cell over several rows that a page break cut: its text stands in one of its halves. */
const reachesOver = (above: TableCell, below: TableCell): boolean =>
  (above.rowSpan > 1 || below.rowSpan > 1) && (above.text === '' || below.text === '');

/** Joins the parts of one table, top to bottom. A single part goes through unchanged. */
export function joinTables(parts: readonly PageTable[], locate: Locate): JoinedTable {
  const [first, ...others] = parts as readonly [PageTable, ...PageTable[]];
  const shared =
    others.length === 0
      ? first.xs
      : clusterPositions(
          parts.flatMap(({ xs }) => xs),
          BORDERS,
        );
  const unsure: { page: number; why: 'columns' | 'row' }[] = [];
  let table: Part = { cells: respan(first, shared), rows: first.rows };
  let above = first;
  for (const next of others) {
    const all: Part = { cells: respan(next, shared), rows: next.rows };
    const repeated = repeatedRows(table, all);
    const part: Part = {
      cells: all.cells.filter(({ row }) => row >= repeated).map((cell) => ({ ...cell, row: cell.row - repeated })),
      rows: all.rows - repeated,
    };
    if (part.rows === 0) continue;
    const drawn = above.borders === 'marked';
    const cut = isCut(table, part, drawn && repeated === 0 && (above.open.bottom || next.open.top));
    if (cut === 'maybe') unsure.push({ page: next.page, why: 'row' });
    if (overlapping(part.cells) || overlapping(table.cells)) unsure.push({ page: next.page, why: 'columns' });
    table = append(table, part, cut !== 'no');
    above = next;
  }
  return { grid: toGrid(table, shared.length - 1, first, locate), unsure };
}

/** Whether two cells of a row claim one slot, as when borders of different parts were taken for one. */
function overlapping(cells: readonly TableCell[]): boolean {
  const taken = new Set<string>();
  return cells.some(({ row, column, colSpan }) =>
    Array.from({ length: colSpan }, (_, i) => `${row} ${column + i}`).some((slot) => {
      const again = taken.has(slot);
      taken.add(slot);
      return again;
    }),
  );
}

function toGrid(table: Part, columns: number, first: PageTable, locate: Locate): Grid {
  const cells = [...table.cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell): GridCell => {
      const { row, column, rowSpan, colSpan, text, ragged } = cell;
      return {
        row,
        column,
        rowSpan,
        colSpan,
        text,
        at: { ...locate(cell.page, cell.box), row, column },
        ...(ragged ? { spanConflict: true } : {}),
      };
    });
  return {
    kind: 'grid',
    rows: table.rows,
    columns,
    cells,
    borders: first.borders,
    at: locate(first.page, first.box),
  };
}
