import type { Grid, GridCell } from '../document.ts';

/** A table of fewer rows or columns may well begin with 0 and 1. */
const FEWEST = 3;

const isNumbered = (cells: readonly GridCell[], place: 'row' | 'column'): boolean =>
  cells.every((cell) => cell.text === (cell[place] === 0 ? '' : String(cell[place] - 1)));

/**
 * A data frame that was printed with its index (by pandas: `to_html`, `to_markdown`) has a head row and a first column that count
 * from 0. They are no figures: the table is given without them.
 */
export function withoutIndex(grid: Grid): Grid {
  const { rows, columns, cells } = grid;
  if (rows <= FEWEST || columns <= FEWEST) return grid;
  const head = cells.filter(({ row }) => row === 0);
  const first = cells.filter(({ column }) => column === 0);
  if (head.length !== columns || first.length !== rows) return grid;
  if (!isNumbered(head, 'column') || !isNumbered(first, 'row')) return grid;
  return {
    ...grid,
    rows: rows - 1,
    columns: columns - 1,
    cells: cells
      .filter(({ row, column }) => row > 0 && column > 0)
      .map((cell) => ({ ...cell, row: cell.row - 1, column: cell.column - 1 })),
  };
}
