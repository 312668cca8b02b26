import {
  type CellNumbers,
  countEmptyTotals,
  isZero,
  NO_SUMS,
  type SumTable,
  sumOf,
  sumTableOf,
} from '../model/forms/arithmetic.ts';
import type { Edition, TableRole } from '../model/forms/form.ts';
import type { Identity } from '../model/forms/identities.ts';
import { type Figures, type Message, numberIn } from '../model/report.ts';
import { blockedBy, tidyNumber } from './numbers.ts';
import { type Facts, flagged, type Judgement, NOT_APPLICABLE, PASSED } from './rule.ts';

/** The sums of the table a report has for a role; none where the table is missing. */
export function sumsOf(role: TableRole, { report }: Facts): SumTable {
  const edition = report.editions[role];
  return edition ? sumTableOf(edition, role) : NO_SUMS;
}

/**
 * What the cells of a table count for in its sums: null where one is empty and counts for 0. An empty total whose addends
 * hold numbers was left unfilled and counts for their sum: T3-TOTAL-BLANK or T4-TOTAL-BLANK accuses it, and so no sum that it
 * is part of may accuse it again.
 */
export const countedCells = (role: TableRole, facts: Facts): CellNumbers =>
  countEmptyTotals((key) => numberIn(facts.figures[key]), sumsOf(role, facts), 'addends');

interface Inequality {
  readonly identity: Identity;
  readonly edition: Edition;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
}

/** Judges one equality of the form. `describe` says what failed, without the remark on empty cells. */
export function judgeSum(identity: Identity, facts: Facts, describe: (failed: Inequality) => Message): Judgement {
  const { figures, report } = facts;
  const edition = report.editions[identity.table];
  if (!edition) return NOT_APPLICABLE;
  const numbers = countedCells(identity.table, facts);
  const right = sumOf(identity.right, numbers) ?? 0;
  const [total = '', ...others] = identity.left;
  const emptyTotal = others.length === 0 && numberIn(figures[total]) === null;
  const left = emptyTotal ? 0 : (sumOf(identity.left, numbers) ?? 0);
  if (Number.isNaN(left + right)) return blockedBy([...identity.left, ...identity.right], facts);
  if (isZero(left - right)) return PASSED;
  if (emptyTotal) return NOT_APPLICABLE;
  const difference = tidyNumber(Math.abs(left - right));
  const cells = [...identity.left, ...identity.right];
  const message = describe({ identity, edition, left, right, difference });
  const remark = remarkOnEmpty(cells, figures, numbers);
  return flagged({
    cells,
    message: { zh: message.zh + remark.zh, en: message.en + remark.en },
    observed: tidyNumber(left),
    expected: tidyNumber(right),
  });
}

function remarkOnEmpty(cells: readonly string[], figures: Figures, numbers: CellNumbers): Message {
  const empty = cells.filter((key) => numberIn(figures[key]) === null);
  const unfilled = empty.filter((key) => numbers(key) !== null).length;
  const zeros = empty.length - unfilled;
  const zh = [
    zeros > 0 ? `${zeros} 格未填，按 0 计` : '',
    unfilled > 0 ? `${unfilled} 个总计未填，按其各分项之和计` : '',
  ].filter(Boolean);
  const en = [
    zeros > 0 ? `${zeros} empty ${zeros === 1 ? 'cell' : 'cells'} read as 0` : '',
    unfilled > 0 ? `${unfilled} empty ${unfilled === 1 ? 'total' : 'totals'} read as the sum of the parts` : '',
  ].filter(Boolean);
  return zh.length > 0 ? { zh: `（${zh.join('；')}）`, en: ` (${en.join('; ')})` } : { zh: '', en: '' };
}
