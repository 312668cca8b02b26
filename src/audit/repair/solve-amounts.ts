import { isZero } from '../../model/forms/arithmetic.ts';
import { isCount, type PrintedSums, residualsByPart } from './printed-sums.ts';

/**
 * The amounts by which cells must change so that all sums hold, from the parts of the network that only one of them still
 * reaches inwards. The cells form a forest over the parts, so the amounts are the only ones.
 *
 * @returns what each cell would hold, or null where one would not change at all, or would not hold a whole number of at least 0
 */
export function solveAmounts(
  places: readonly number[],
  residuals: Float64Array,
  sums: PrintedSums,
): [number, number][] | null {
  const { network, parts, values } = sums;
  const left = residualsByPart(residuals, parts);
  const ground = parts[network.ground] ?? network.ground;
  const to: [number, number][] = [];
  let open = places.flatMap((place) => {
    const edge = network.edges[place];
    return edge ? [{ place, plus: parts[edge.plus] ?? 0, minus: parts[edge.minus] ?? 0 }] : [];
  });
  while (open.length > 0) {
    const degree = new Map<number, number>();
    for (const { plus, minus } of open) {
      degree.set(plus, (degree.get(plus) ?? 0) + 1);
      degree.set(minus, (degree.get(minus) ?? 0) + 1);
    }
    const isLeaf = (part: number) => part !== ground && degree.get(part) === 1;
    const last = open.find(({ plus, minus }) => isLeaf(plus) || isLeaf(minus));
    if (!last) return null;
    const { place, plus, minus } = last;
    const change = isLeaf(plus) ? -(left[plus] ?? 0) : (left[minus] ?? 0);
    left[plus] = (left[plus] ?? 0) + change;
    left[minus] = (left[minus] ?? 0) - change;
    const value = Number(((values[place] ?? 0) + change).toFixed(6));
    if (isZero(change) || !isCount(value)) return null;
    to.push([place, value]);
    open = open.filter((other) => other !== last);
  }
  return to;
}
