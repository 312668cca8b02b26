import type { Cell, Row, Table } from './draft.ts';

/** A slot of the span-expanded grid: the cell that covers it, and whether it is that cell's first slot. */
export interface Slot {
  readonly cell: Cell;
  readonly first: boolean;
}

/** The table's rows laid out on a grid as the HTML standard does: `slots[row][column]`, undefined where no cell reaches. */
export function expandGrid(rows: readonly Row[]): (Slot | undefined)[][] {
  const grid: (Slot | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const one of row.cells) {
      while (grid[y]?.[x]) x += 1;
      for (let down = 0; down < one.rowSpan && y + down < rows.length; down += 1) {
        for (let right = 0; right < one.colSpan; right += 1) {
          const line = grid[y + down];
          if (line && !line[x + right]) line[x + right] = { cell: one, first: down === 0 && right === 0 };
        }
      }
      x += one.colSpan;
    }
  }
  return grid;
}

export const gridWidth = (table: Table): number => Math.max(0, ...expandGrid(table.rows).map((line) => line.length));

/** Text by row and column with every merged cell written once, at its first slot. */
export function expandTexts(table: Table): string[][] {
  const width = gridWidth(table);
  return expandGrid(table.rows).map((line) =>
    Array.from({ length: width }, (_, x) => (line[x]?.first ? line[x].cell.text : '')),
  );
}

/**
 * The rows cut in two before row `at`; cells that span the cut go on below.
 * `again` is what stands in the continued cell: its text once more, nothing, or no cell at all.
 */
export function cutRows(rows: readonly Row[], at: number, again: 'text' | 'empty' | 'none'): [Row[], Row[]] {
  const top = rows.slice(0, at).map((row, y) => ({
    ...row,
    cells: row.cells.map((one) => ({ ...one, rowSpan: Math.min(one.rowSpan, at - y) })),
  }));
  const first = rows[at];
  if (!first) return [top, []];
  if (again === 'none') return [top, [...rows.slice(at)]];
  const seen = new Set<Cell>(first.cells);
  const cells = (expandGrid(rows)[at] ?? []).flatMap((slot): Cell[] => {
    if (!slot || (seen.has(slot.cell) && !slot.first)) return [];
    if (slot.first && first.cells.includes(slot.cell)) return [slot.cell];
    seen.add(slot.cell);
    const owner = rows.findIndex((row) => row.cells.includes(slot.cell));
    return [{ ...slot.cell, text: again === 'text' ? slot.cell.text : '', rowSpan: slot.cell.rowSpan - (at - owner) }];
  });
  return [top, [{ ...first, cells }, ...rows.slice(at + 1)]];
}
