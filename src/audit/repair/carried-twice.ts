import type { PrintedSums } from './printed-sums.ts';
import { type NewValues, type Slip, slipOf } from './slip.ts';

/**
 * A row that counts the requests of another row in: what was received with the carry-over of last year, or what was
 * handled with the carry-over to the next. In every column at once, since it is a way of counting.
 */
export function carriedTwice(sums: PrintedSums): (Slip | null)[] {
  return [
    without('carry-in-twice', 'received', 'carried_in', sums),
    without('carry-out-twice', 'total', 'carried_out', sums),
  ];
}

function without(kind: Slip['kind'], row: string, counted: string, sums: PrintedSums): Slip | null {
  const { grid, rows } = sums.network;
  const [from, taken] = [grid[rows.indexOf(row)], grid[rows.indexOf(counted)]];
  if (!from || !taken) return null;
  const values: NewValues = from.map((place, column) => [
    place,
    (sums.values[place] ?? 0) - (sums.values[taken[column] ?? -1] ?? 0),
  ]);
  return slipOf(kind, values, sums);
}
