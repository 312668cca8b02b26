import type { Figures, Locator } from '../../src/model/report.ts';
import type { Grid, GridCell } from '../document.ts';

/** The keys of the figures that were read from each place. A merged cell may have given several. */
export type KeysByPlace = ReadonlyMap<Locator, readonly string[]>;

export function keysByPlace(figures: Figures): KeysByPlace {
  const keys = new Map<Locator, string[]>();
  for (const [key, { at }] of Object.entries(figures)) {
    if (at) keys.set(at, [...(keys.get(at) ?? []), key]);
  }
  return keys;
}

/** Figures that some cells of a grid name: those of a cell's row, and below a head those of its columns as far as the rows go on. */
export function labelledBy({ cells }: Grid, labels: readonly GridCell[], keys: KeysByPlace): string[] {
  if (labels.length === 0) return [];
  const placed = cells.filter(({ at }) => keys.has(at));
  const filled = new Set(placed.map(({ row }) => row));
  const lastRow = Math.max(...filled);
  const found = labels.flatMap(({ row, column, colSpan }) => {
    if (filled.has(row)) return placed.filter((cell) => cell.row === row);
    let first = row + 1;
    while (first <= lastRow && !filled.has(first)) first += 1;
    let end = first;
    while (filled.has(end)) end += 1;
    return placed.filter(
      (cell) =>
        cell.row >= first && cell.row < end && cell.column < column + colSpan && column < cell.column + cell.colSpan,
    );
  });
  return found.flatMap(({ at }) => keys.get(at) ?? []);
}
