import type { Cell, Row, Table } from '../../draft.ts';
import { gridWidth } from '../../grid.ts';
import type { Measure } from './sheet.ts';
import { widestPiece, wrap } from './wrap.ts';

/** A table whose columns have widths and whose rows have heights, not yet on any page. Points. */
export interface LaidTable {
  readonly size: number;
  readonly leading: number;
  readonly padding: number;
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly LaidCell[];
  /** Rows at the top that are headers. */
  readonly headerRows: number;
}

export interface LaidCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly string[];
}

export interface TableStyle {
  readonly size: number;
  readonly padding: number;
  /** Height of a line as a multiple of the size. */
  readonly leading: number;
}

type Placed = Omit<LaidCell, 'lines'>;

/** Cells at their places in the grid, laid as the HTML standard does. */
export function placeCells(rows: readonly Row[]): Placed[] {
  const taken = new Set<string>();
  const placed: Placed[] = [];
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row} ${column}`)) column += 1;
      const rowSpan = Math.min(cell.rowSpan, rows.length - row);
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) taken.add(`${row + down} ${column + right}`);
      }
      placed.push({ cell, row, column, rowSpan, colSpan: cell.colSpan });
      column += cell.colSpan;
    }
  }
  return placed;
}

/** Width each column needs: no less than its widest number, and more the longer its texts are. */
function columnNeeds(
  placed: readonly Placed[],
  count: number,
  style: TableStyle,
  measure: Measure,
): [number[], number[]] {
  const least = Array.from({ length: count }, () => 1.1 * style.size);
  const wish = Array.from({ length: count }, () => 2 * style.size);
  for (const { cell, column, colSpan } of placed) {
    const whole = Math.max(...cell.text.split('\n').map((line) => measure(line, style.size)));
    for (let at = column; at < column + colSpan; at += 1) {
      const piece = widestPiece(cell.text, style.size, measure) / colSpan + (colSpan === 1 ? 0.2 : 0);
      least[at] = Math.max(least[at] ?? 0, piece);
      const limit = cell.kind === 'label' || cell.kind === 'corner' ? 12 : 4;
      wish[at] = Math.max(wish[at] ?? 0, Math.min(whole / colSpan, limit * style.size));
    }
  }
  return [least, wish];
}

function columnEdges(
  placed: readonly Placed[],
  count: number,
  width: number,
  style: TableStyle,
  measure: Measure,
): number[] | null {
  const [least, wish] = columnNeeds(placed, count, style, measure);
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  const free = width - 2 * style.padding * count - sum(least);
  if (free < 0) return null;
  const over = wish.map((one, at) => Math.max(0, one - (least[at] ?? 0)));
  const share = sum(over) === 0 ? least.map(() => free / count) : over.map((one) => (one / sum(over)) * free);
  const edges = [0];
  for (const [at, one] of least.entries()) edges.push((edges.at(-1) ?? 0) + one + (share[at] ?? 0) + 2 * style.padding);
  return edges;
}

function rowHeights(cells: readonly LaidCell[], count: number, style: TableStyle): number[] {
  const need = ({ lines }: LaidCell): number =>
    Math.max(1, lines.length) * style.leading * style.size + 2 * style.padding;
  const heights = Array.from({ length: count }, () => style.leading * style.size + 2 * style.padding);
  for (const one of cells) if (one.rowSpan === 1) heights[one.row] = Math.max(heights[one.row] ?? 0, need(one));
  for (const one of cells) {
    const last = one.row + one.rowSpan - 1;
    const have = heights.slice(one.row, last + 1).reduce((total, height) => total + height, 0);
    heights[last] = (heights[last] ?? 0) + Math.max(0, need(one) - have);
  }
  return heights;
}

/** Lays a table out on a width; where its numbers are too wide for their columns the whole table is set smaller. */
export function layTable(table: Table, width: number, style: TableStyle, measure: Measure): LaidTable {
  const placed = placeCells(table.rows);
  const count = gridWidth(table);
  const edges = columnEdges(placed, count, width, style, measure);
  if (!edges)
    return layTable(table, width, { ...style, size: style.size * 0.93, padding: style.padding * 0.93 }, measure);
  const cells = placed.map((one): LaidCell => {
    const room = (edges[one.column + one.colSpan] ?? 0) - (edges[one.column] ?? 0) - 2 * style.padding;
    return { ...one, lines: one.cell.text.trim() === '' ? [] : wrap(one.cell.text, room + 0.01, style.size, measure) };
  });
  const firstBody = table.rows.findIndex(({ kind }) => kind !== 'header');
  return {
    size: style.size,
    leading: style.leading * style.size,
    padding: style.padding,
    edges,
    heights: rowHeights(cells, table.rows.length, style),
    cells,
    headerRows: Math.max(0, firstBody),
  };
}
