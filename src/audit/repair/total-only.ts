import { numberIn } from '../../model/report.ts';
import type { Facts } from '../rule.ts';
import { sumsOf } from '../sums.ts';

/** A row of table 3 by its sum: the total and its six applicants, as keys. */
interface TotalOnlyRows {
  /** Rows in which any cell is above 0. */
  readonly nonZero: number;
  /** Keys of the totals above 0 whose applicants are all empty or 0. */
  readonly totals: readonly string[];
}

export function totalOnlyRows(facts: Facts): TotalOnlyRows {
  const { figures } = facts;
  const above = (key: string) => (numberIn(figures[key]) ?? 0) > 0;
  const rows = sumsOf('requests', facts).byKind['row-sum'];
  const nonZero = rows.filter(({ left, right }) => [...left, ...right].some(above));
  const alone = nonZero.filter(({ right }) => right.every((key) => (numberIn(figures[key]) ?? 0) === 0));
  return { nonZero: nonZero.length, totals: alone.flatMap(({ left }) => left) };
}

/** Whether most of the rows of table 3 that are not 0 have nothing but their total, so that the applicants were not filled in. */
export function isTotalOnly(facts: Facts): boolean {
  const { nonZero, totals } = totalOnlyRows(facts);
  return nonZero >= 2 && totals.length > nonZero / 2;
}
