import type { Edition, TableRole } from './form.ts';
import { type Identity, identitiesOf } from './identities.ts';

/** The number in a cell by its key: null where the cell is there and empty, NaN where no number can be had. */
export type CellNumbers = (key: string) => number | null;

/**
 * What an empty total counts for in a sum: 0, as an empty detail always does; a number that is not known; or the sum of its
 * own addends, where any of those holds a number.
 */
type EmptyTotals = 'zero' | 'unknown' | 'addends';

/** The sums of one table of an edition. */
export interface SumTable {
  readonly identities: readonly Identity[];
  readonly byKind: Readonly<Record<Identity['kind'], readonly Identity[]>>;
  /** Every cell that is the total of others, with the sums that say so (row before column), in printed order. */
  readonly totals: ReadonlyMap<string, readonly Identity[]>;
}

function buildSumTable(identities: readonly Identity[]): SumTable {
  const of = (kind: Identity['kind']) => identities.filter((identity) => identity.kind === kind);
  const totals = new Map<string, Identity[]>();
  for (const identity of identities) {
    const [total, ...others] = identity.left;
    if (total === undefined || others.length > 0) continue;
    totals.set(total, [...(totals.get(total) ?? []), identity]);
  }
  const byKind = {
    'row-sum': of('row-sum'),
    'result-sum': of('result-sum'),
    balance: of('balance'),
    'dispute-sum': of('dispute-sum'),
  };
  return { identities, byKind, totals };
}

const TABLES = new Map<readonly Identity[], SumTable>();

export function sumTableOf(edition: Edition, role: TableRole): SumTable {
  const identities = identitiesOf(edition, role);
  const known = TABLES.get(identities) ?? buildSumTable(identities);
  TABLES.set(identities, known);
  return known;
}

export const NO_SUMS = buildSumTable([]);

/** The sum of cells, empty ones counted for 0: null where all are empty, NaN where one has no number. */
export function sumOf(keys: readonly string[], numbers: CellNumbers): number | null {
  let sum = 0;
  let any = false;
  for (const key of keys) {
    const number = numbers(key);
    if (number === null) continue;
    sum += number;
    any = true;
  }
  return any ? sum : null;
}

/** The cells of a table with its empty totals counted as `emptyTotals` says. */
export function countEmptyTotals(numbers: CellNumbers, { totals }: SumTable, emptyTotals: EmptyTotals): CellNumbers {
  if (emptyTotals === 'zero') return numbers;
  const counted: CellNumbers = (key) => {
    const number = numbers(key);
    const identities = number === null ? totals.get(key) : undefined;
    if (identities === undefined) return number;
    if (emptyTotals === 'unknown') return Number.NaN;
    for (const { right } of identities) {
      const sum = sumOf(right, counted);
      if (sum !== null) return sum;
    }
    return null;
  };
  return counted;
}

/** Counts are whole numbers; where a cell holds decimals, sums must only not differ by the rounding of binary fractions. */
const SLACK = 1e-6;

export const isZero = (amount: number): boolean => Math.abs(amount) < SLACK;

/** Left side less right side of an identity; NaN where a cell of it has no number. */
const residualOf = ({ left, right }: Identity, numbers: CellNumbers): number =>
  (sumOf(left, numbers) ?? 0) - (sumOf(right, numbers) ?? 0);

/** Whether the cells contradict an identity. One with a cell that has no number is contradicted by nothing. */
export const isBroken = (identity: Identity, numbers: CellNumbers): boolean =>
  Math.abs(residualOf(identity, numbers)) >= SLACK;
