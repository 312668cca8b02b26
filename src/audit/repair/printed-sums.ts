import type { TableRole } from '../../model/forms/form.ts';
import { numberIn } from '../numbers.ts';
import type { Facts } from '../rule.ts';
import { sumBeneath, sumsOf } from '../sums.ts';
import type { SumNetwork } from './sum-network.ts';

/** Decimals in a count are a fault of their own; here they must only not differ by binary noise. */
export const SLACK = 1e-6;

export const isZero = (amount: number): boolean => Math.abs(amount) < SLACK;

/** Whether a number can be a count of anything. */
export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/** What stands in the cells of a network, by the place of the edge. */
export interface PrintedSums {
  readonly network: SumNetwork;
  /** What each cell counts for; an empty one for 0. */
  readonly values: Float64Array;
  /** Cells that stand for whatever the sums need: unfilled totals (as in `sums.ts`), missing and unreadable ones. */
  readonly free: readonly boolean[];
  /** Cells that are there and empty. */
  readonly empty: readonly boolean[];
  /** Cells whose reading is doubted. */
  readonly doubted: readonly boolean[];
  /** What is amiss at each node, free cells counted for 0. */
  readonly amiss: Float64Array;
  /** The part of the network that each node belongs to once the free cells have joined what they join. */
  readonly groups: Int16Array;
}

/** Joins two parts; returns false where they are one already. */
export function joinGroups(groups: Int16Array, one: number, other: number): boolean {
  const from = groups[one];
  const to = groups[other];
  if (from === to) return false;
  for (let node = 0; node < groups.length; node += 1) if (groups[node] === from) groups[node] = to ?? 0;
  return true;
}

/** What is amiss in each part of the network, by the name of the part. */
export function amissByGroup(amiss: Float64Array, groups: Int16Array): Float64Array {
  const sums = new Float64Array(groups.length);
  for (let node = 0; node < groups.length; node += 1) {
    const group = groups[node] ?? 0;
    sums[group] = (sums[group] ?? 0) + (amiss[node] ?? 0);
  }
  sums[groups[groups.length - 1] ?? 0] = 0;
  return sums;
}

function doubtedCells({ doubts }: Facts): ReadonlySet<string> {
  return new Set(doubts.filter(({ rule }) => rule.startsWith('EX-')).flatMap(({ cells }) => cells));
}

/** Reads the cells of a network; null where its sums hold, so that a table without fault costs no more than adding it up. */
export function readPrintedSums(network: SumNetwork, role: TableRole, facts: Facts): PrintedSums | null {
  const { edges, ground } = network;
  const table = sumsOf(role, facts);
  const values = new Float64Array(edges.length);
  const amiss = new Float64Array(ground + 1);
  const groups = Int16Array.from({ length: ground + 1 }, (_, node) => node);
  const free = edges.map(() => false);
  const empty = edges.map(() => false);
  for (const [place, { key, plus, minus }] of edges.entries()) {
    const number = numberIn(facts.figures[key]);
    empty[place] = number === null;
    if (Number.isNaN(number) || (number === null && sumBeneath(key, facts.figures, table) !== null)) {
      free[place] = true;
      joinGroups(groups, plus, minus);
      continue;
    }
    const value = number ?? 0;
    values[place] = value;
    amiss[plus] = (amiss[plus] ?? 0) + value;
    amiss[minus] = (amiss[minus] ?? 0) - value;
  }
  amiss[ground] = 0;
  if (amissByGroup(amiss, groups).every(isZero)) return null;
  const doubted = doubtedCells(facts);
  return { network, values, free, empty, doubted: edges.map(({ key }) => doubted.has(key)), amiss, groups };
}
