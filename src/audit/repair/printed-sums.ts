import { isZero } from '../../model/forms/arithmetic.ts';
import type { TableRole } from '../../model/forms/form.ts';
import { numberIn } from '../../model/report.ts';
import type { Facts } from '../rule.ts';
import { countedCells } from '../sums.ts';
import type { SumNetwork } from './sum-network.ts';

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
  /** The residual of each node's equality, free cells counted for 0. */
  readonly residuals: Float64Array;
  /** The part of the network that each node belongs to once the free cells have joined what they join. */
  readonly parts: Int16Array;
}

/** Makes the parts of two nodes one. */
export function joinParts(parts: Int16Array, one: number, other: number): void {
  const from = parts[one];
  const to = parts[other];
  if (from === to) return;
  for (let node = 0; node < parts.length; node += 1) if (parts[node] === from) parts[node] = to ?? 0;
}

/** The residual of each part of the network, by the name of the part; that of the ground is 0. */
export function residualsByPart(residuals: Float64Array, parts: Int16Array): Float64Array {
  const sums = new Float64Array(parts.length);
  for (let node = 0; node < parts.length; node += 1) {
    const part = parts[node] ?? 0;
    sums[part] = (sums[part] ?? 0) + (residuals[node] ?? 0);
  }
  sums[parts[parts.length - 1] ?? 0] = 0;
  return sums;
}

function doubtedCells({ doubts }: Facts): ReadonlySet<string> {
  return new Set(doubts.filter(({ rule }) => rule.startsWith('EX-')).flatMap(({ cells }) => cells));
}

/** Reads the cells of a network; null where its sums hold, so that a table without fault costs no more than adding it up. */
export function readPrintedSums(network: SumNetwork, role: TableRole, facts: Facts): PrintedSums | null {
  const { edges, ground } = network;
  const counted = countedCells(role, facts);
  const values = new Float64Array(edges.length);
  const residuals = new Float64Array(ground + 1);
  const parts = Int16Array.from({ length: ground + 1 }, (_, node) => node);
  const free = edges.map(() => false);
  const empty = edges.map(() => false);
  for (const [place, { key, plus, minus }] of edges.entries()) {
    const number = numberIn(facts.figures[key]);
    empty[place] = number === null;
    if (Number.isNaN(number) || (number === null && counted(key) !== null)) {
      free[place] = true;
      joinParts(parts, plus, minus);
      continue;
    }
    const value = number ?? 0;
    values[place] = value;
    residuals[plus] = (residuals[plus] ?? 0) + value;
    residuals[minus] = (residuals[minus] ?? 0) - value;
  }
  residuals[ground] = 0;
  if (residualsByPart(residuals, parts).every(isZero)) return null;
  const doubted = doubtedCells(facts);
  return { network, values, free, empty, doubted: edges.map(({ key }) => doubted.has(key)), residuals, parts };
}
