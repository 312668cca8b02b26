import type { Grid, GridCell } from '../../extractors/document.ts';
import { placeCells, type SourceCell } from '../../extractors/html/table-model.ts';

/** What can happen to one cell of a table. */
export const EDITS = [
  /** It is gone, and what stands behind it in its row moves up. */
  'lost',
  /** It stands twice. */
  'doubled',
  /** Tags of rows went astray: it is the first cell of the row below, or the last of the row above. */
  'moved-down',
  'moved-up',
  /** It and the next one of its row are one cell, with both texts or with its own alone. */
  'joined',
  'covered',
  /** It reaches over the one below it, whose text is gone. */
  'covered-down',
] as const;
export type EditKind = (typeof EDITS)[number];

export interface Edit {
  readonly kind: EditKind;
  readonly row: number;
  /** Which cell of the row. */
  readonly place: number;
}

type Content = GridCell | null;
type Row = SourceCell<Content>[];

const NOTHING: SourceCell<Content> = { rowSpan: 1, colSpan: 1, content: null };

/** The rows of a grid as the source of a page would give them; a place that no cell covers is held by nothing. */
function sourceRows({ rows, columns, cells }: Grid): Row[] {
  const lines: Row[] = Array.from({ length: rows }, () => []);
  const taken = new Set<number>();
  const own = new Map(cells.map((cell) => [cell.row * columns + cell.column, cell]));
  for (let row = 0; row < rows; row += 1) {
    const last = cells.findLast((cell) => cell.row === row)?.column ?? -1;
    for (let column = 0; column <= last; column += 1) {
      const cell = own.get(row * columns + column);
      if (cell) lines[row]?.push({ rowSpan: cell.rowSpan, colSpan: cell.colSpan, content: cell });
      else if (!taken.has(row * columns + column)) lines[row]?.push(NOTHING);
      if (!cell) continue;
      for (let y = row; y < row + cell.rowSpan; y += 1)
        for (let x = column; x < column + cell.colSpan; x += 1) taken.add(y * columns + x);
    }
  }
  return lines;
}

const withText = (cell: SourceCell<Content>, text: string): Content => cell.content && { ...cell.content, text };

function change(rows: Row[], { kind, row, place }: Edit): void {
  const line = rows[row] as Row;
  const cell = line[place] as SourceCell<Content>;
  const next = line[place + 1];
  switch (kind) {
    case 'lost':
      line.splice(place, 1);
      break;
    case 'doubled':
      line.splice(place, 0, cell);
      break;
    case 'moved-down':
      line.splice(place, 1);
      rows[row + 1]?.unshift(cell);
      break;
    case 'moved-up':
      line.splice(place, 1);
      rows[row - 1]?.push(cell);
      break;
    case 'joined':
    case 'covered': {
      const colSpan = cell.colSpan + (next?.colSpan ?? 0);
      const texts = [cell.content?.text ?? '', kind === 'joined' ? (next?.content?.text ?? '') : ''];
      const text = texts.filter((part) => part !== '').join('\n');
      line.splice(place, 2, { ...cell, colSpan, content: withText(cell, text) });
      break;
    }
    case 'covered-down': {
      const below = rows[row + 1] as Row;
      below.splice(place - line.length + below.length, 1);
      line[place] = { ...cell, rowSpan: cell.rowSpan + 1 };
      break;
    }
  }
}

/** Whether the edit can be made, and makes a difference. */
function isPossible(rows: readonly Row[], { kind, row, place }: Edit): boolean {
  const line = rows[row] as Row;
  const next = line[place + 1];
  if (line[place]?.content === null) return false;
  if (kind === 'moved-down') return place === line.length - 1 && row + 1 < rows.length;
  if (kind === 'moved-up') return place === 0 && row > 0;
  if (kind === 'joined' || kind === 'covered') return next !== undefined && next.rowSpan === line[place]?.rowSpan;
  if (kind !== 'covered-down') return true;
  // Counted from the right, where rows have their figures.
  const below = rows[row + 1];
  const under = below?.[place - line.length + below.length];
  return (
    under !== undefined && line[place]?.rowSpan === 1 && under.colSpan === line[place]?.colSpan && under.rowSpan === 1
  );
}

/** All single edits of a grid. */
export function editsOf(grid: Grid): Edit[] {
  const rows = sourceRows(grid);
  return rows.flatMap((line, row) =>
    line.flatMap((_, place) => EDITS.map((kind) => ({ kind, row, place })).filter((edit) => isPossible(rows, edit))),
  );
}

/** The grid after one edit, laid out as a browser lays out its cells. */
export function editGrid(grid: Grid, edit: Edit): Grid {
  const rows = sourceRows(grid);
  change(rows, edit);
  const placed = placeCells(rows, (content, { row, column, rowSpan, colSpan, spanConflict }): Content => {
    if (content === null) return null;
    const { spanConflict: _, ...rest } = content;
    return { ...rest, row, column, rowSpan, colSpan, ...(spanConflict ? { spanConflict } : {}) };
  });
  return { ...grid, ...placed, cells: placed.cells.filter((cell) => cell !== null) };
}
