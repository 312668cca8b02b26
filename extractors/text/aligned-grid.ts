import type { Grid, GridCell } from '../document.ts';
import { startsFigure } from '../layout/figure-text.ts';
import { type Field, splitFields } from './fields.ts';

export interface NumberedLine {
  readonly text: string;
  /** One-based. */
  readonly line: number;
}

/** Two fields may be words of a sentence; a gap this wide between them is a column. */
const WIDE_GAP = 4;

/** A line that may belong to a table aligned by spaces. */
export function isAligned(text: string): boolean {
  const [first, second, third] = splitFields(text);
  return third !== undefined || (first !== undefined && second !== undefined && second.start - first.end >= WIDE_GAP);
}

/** Whether a column behind the first holds figures: labels spaced out over two lines are no table. */
export const holdsFigures = (lines: readonly NumberedLine[]): boolean =>
  lines.some(({ text }) =>
    splitFields(text)
      .slice(1)
      .some((field) => startsFigure(field.text)),
  );

/** Column borders: the screen columns that no line covers, among lines with enough fields to show them. */
function columnBounds(rows: readonly (readonly Field[])[]): { start: number; end: number }[] {
  const most = Math.max(...rows.map((row) => row.length));
  const covered: boolean[] = [];
  for (const row of rows) {
    if (row.length * 2 < most) continue;
    for (const field of row) for (let x = field.start; x < field.end; x += 1) covered[x] = true;
  }
  const bounds: { start: number; end: number }[] = [];
  for (let x = 0; x < covered.length; x += 1) {
    if (!covered[x]) continue;
    const last = bounds.at(-1);
    if (last && last.end === x) last.end = x + 1;
    else bounds.push({ start: x, end: x + 1 });
  }
  return bounds;
}

/**
 * Lines whose fields stand under each other, as a grid with inferred borders. A field goes to the columns it overlaps, so
 * an empty field stays an empty cell. Where columns run into each other (`most` fields do not fit), fields are only
 * counted off, and each row keeps its own number of cells.
 */
export function alignedToGrid(lines: readonly NumberedLine[]): Grid {
  // Under the wrong width of quotes and dashes, lines that hold some are shifted and columns cover more of the screen.
  const wide = layOut(lines, 2);
  const narrow = layOut(lines, 1);
  return layoutToGrid(lines, narrow.covered < wide.covered ? narrow : wide);
}

interface Layout {
  readonly rows: readonly Field[][];
  readonly bounds: readonly { start: number; end: number }[];
  readonly covered: number;
}

function layOut(lines: readonly NumberedLine[], ambiguous: 1 | 2): Layout {
  const rows = lines.map(({ text }) => splitFields(text, ambiguous));
  const bounds = columnBounds(rows);
  return { rows, bounds, covered: bounds.reduce((sum, { start, end }) => sum + end - start, 0) };
}

function layoutToGrid(lines: readonly NumberedLine[], { rows, bounds }: Layout): Grid {
  const fits = bounds.length >= Math.max(...rows.map((row) => row.length));
  const cells: GridCell[] = [];
  rows.forEach((fields, row) => {
    const line = lines[row]?.line ?? 0;
    const at = (start: number) => ({ line, offset: start });
    if (!fits) {
      fields.forEach((field, column) => {
        cells.push({ row, column, rowSpan: 1, colSpan: 1, text: field.text, at: at(field.start) });
      });
      return;
    }
    let column = 0;
    for (const field of fields) {
      const first = bounds.findIndex((bound, index) => index >= column && bound.end > field.start);
      if (first === -1) {
        cells.push({ row, column, rowSpan: 1, colSpan: 1, text: field.text, at: at(field.start) });
        column += 1;
        continue;
      }
      for (; column < first; column += 1) {
        cells.push({ row, column, rowSpan: 1, colSpan: 1, text: '', at: at(bounds[column]?.start ?? 0) });
      }
      let last = first;
      while ((bounds[last + 1]?.start ?? Number.POSITIVE_INFINITY) < field.end) last += 1;
      cells.push({ row, column, rowSpan: 1, colSpan: last - first + 1, text: field.text, at: at(field.start) });
      column = last + 1;
    }
    if (fields.length > 1) {
      for (; column < bounds.length; column += 1) {
        cells.push({ row, column, rowSpan: 1, colSpan: 1, text: '', at: at(bounds[column]?.start ?? 0) });
      }
    }
  });
  return {
    kind: 'grid',
    rows: rows.length,
    columns: Math.max(bounds.length, ...rows.map((row) => row.length)),
    cells,
    borders: 'inferred',
    at: { line: lines[0]?.line ?? 0 },
  };
}
