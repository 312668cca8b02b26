import { isZero } from './printed-sums.ts';
import type { Slip } from './slip.ts';

/** What an edit does for the parts of a network that are amiss; `byGroup` is what is amiss in each. */

/** The parts that are amiss. */
export function groupsAmiss(byGroup: Float64Array): number[] {
  const failing: number[] = [];
  for (const [group, sum] of byGroup.entries()) if (!isZero(sum)) failing.push(group);
  return failing;
}

/** How many parts a cell joins, and so heals at most. */
export const MOST_BY_CELL = 2;

/** How many parts are no longer amiss when two of them are joined. */
export function healedByJoining(byGroup: Float64Array, one: number, other: number, ground: number): number {
  const [a, b] = [byGroup[one] ?? 0, byGroup[other] ?? 0];
  const before = (isZero(a) ? 0 : 1) + (isZero(b) ? 0 : 1);
  return one === ground || other === ground || isZero(a + b) ? before : before - 1;
}

/** What undoing a slip does for the parts that are amiss. */
export interface Help {
  /** The parts amiss that the slip touches. */
  readonly touched: readonly number[];
  /** How many of them undoing it heals, less the parts it breaks. */
  readonly healed: number;
}

export function touchesAmiss({ effect }: Slip, groups: Int16Array, byGroup: Float64Array): boolean {
  for (const { node } of effect) if (!isZero(byGroup[groups[node] ?? 0] ?? 0)) return true;
  return false;
}

export function helpOf({ effect }: Slip, groups: Int16Array, byGroup: Float64Array): Help {
  const grounded = groups[groups.length - 1];
  const changes = new Map<number, number>();
  for (const { node, change } of effect) {
    const group = groups[node] ?? 0;
    if (group !== grounded) changes.set(group, (changes.get(group) ?? 0) + change);
  }
  const touched: number[] = [];
  let healed = 0;
  for (const [group, change] of changes) {
    const before = byGroup[group] ?? 0;
    if (isZero(change)) continue;
    if (isZero(before)) healed -= 1;
    else {
      touched.push(group);
      if (isZero(before + change)) healed += 1;
    }
  }
  return { touched, healed };
}
