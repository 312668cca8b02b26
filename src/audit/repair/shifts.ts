import type { PrintedSums } from './printed-sums.ts';
import { type NewValues, type Slip, slipOf } from './slip.ts';

/** A shift of fewer cells is a swap of neighbours, or a number in the wrong cell. */
const LEAST = 3;

/**
 * A row whose values stand one column off. To the right of their place: the last, a total, is lost and comes of the parts.
 * To the left of it: the first is lost and comes of the total and the other parts.
 */
export function rowShifts(sums: PrintedSums): (Slip | null)[] {
  return sums.network.grid.flatMap((line) => {
    const printed = line.map((place) => sums.values[place] ?? 0);
    const pulled = printed.slice(1);
    const total = pulled.reduce((sum, value) => sum + value, 0);
    const pushed = printed.slice(0, -1);
    const first = 2 * (pushed.at(-1) ?? 0) - pushed.reduce((sum, value) => sum + value, 0);
    const put = (values: readonly number[]): NewValues => line.map((place, column) => [place, values[column] ?? 0]);
    return [
      slipOf('row-shift', put([...pulled, total]), sums, LEAST),
      slipOf('row-shift', put([first, ...pushed]), sums, LEAST),
    ];
  });
}

/**
 * A block of one column whose values stand one row off: from the first to the last of the rows that don't add up, where
 * the cell at the end they moved away from is 0 or empty.
 */
export function columnShifts(sums: PrintedSums): (Slip | null)[] {
  const { grid, columns, edges, nodes } = sums.network;
  const failing = grid.flatMap((line, row) => {
    const node = edges[line[0] ?? 0];
    const ends = node ? [node.plus, node.minus] : [];
    const own = ends.find((end) => nodes[end]?.kind === 'row-sum');
    return own !== undefined && sums.residuals[own] !== 0 ? [row] : [];
  });
  const [from, to] = [failing[0], failing.at(-1)];
  if (from === undefined || to === undefined || to - from + 1 < LEAST) return [];
  return columns.flatMap((_, column) => {
    const places = grid.slice(from, to + 1).map((line) => line[column] ?? 0);
    const printed = places.map((place) => sums.values[place] ?? 0);
    if (printed.filter((value) => value !== 0).length < LEAST) return [];
    const put = (values: readonly number[]): NewValues => places.map((place, row) => [place, values[row] ?? 0]);
    return [
      printed[0] === 0 ? slipOf('column-shift', put([...printed.slice(1), 0]), sums, LEAST) : null,
      printed.at(-1) === 0 ? slipOf('column-shift', put([0, ...printed.slice(0, -1)]), sums, LEAST) : null,
    ];
  });
}
