import { type Edition, TABLE_ROLES, type TableRole } from '../model/forms/form.ts';
import { EDITIONS } from '../model/forms/forms.ts';
import { type Identity, identitiesOf } from '../model/forms/identities.ts';
import type { Figures, Message } from '../model/report.ts';
import { blockedBy, countEmpty, numberIn, tidyNumber } from './numbers.ts';
import { type Facts, flagged, type Judgement, NOT_APPLICABLE, PASSED } from './rule.ts';

/**
 * The arithmetic of the form, with its one subtlety: what an empty cell counts for in a sum. An empty detail counts as
 * zero. An empty total whose own addends hold numbers was left unfilled and counts as the sum of those; it is accused by
 * T3-TOTAL-BLANK or T4-TOTAL-BLANK, and so must not be accused a second time by every sum it is part of.
 */
export interface SumTable {
  readonly byKind: Readonly<Record<Identity['kind'], readonly Identity[]>>;
  /** Every cell that is the total of others, with the sums that say so (row before column), in printed order. */
  readonly totals: ReadonlyMap<string, readonly Identity[]>;
  /** The keys of those cells. */
  readonly totalCells: readonly string[];
}

function buildSumTable(edition: Edition, role: TableRole): SumTable {
  const all = identitiesOf(edition, role);
  const of = (kind: Identity['kind']) => all.filter((identity) => identity.kind === kind);
  const totals = new Map<string, Identity[]>();
  for (const identity of all) {
    const [total, ...others] = identity.left;
    if (total === undefined || others.length > 0) continue;
    totals.set(total, [...(totals.get(total) ?? []), identity]);
  }
  return {
    byKind: {
      'row-sum': of('row-sum'),
      'result-sum': of('result-sum'),
      balance: of('balance'),
      'dispute-sum': of('dispute-sum'),
    },
    totals,
    totalCells: [...totals.keys()],
  };
}

const SUMS = new Map(
  EDITIONS.map(
    (edition) => [edition, new Map(TABLE_ROLES.map((role) => [role, buildSumTable(edition, role)] as const))] as const,
  ),
);
const NO_SUMS = buildSumTable('2021', 'proactive');

/** The sums of the table a report has for a role; none where the table is missing. */
export function sumsOf(role: TableRole, { report }: Facts): SumTable {
  const edition = report.editions[role];
  return (edition && SUMS.get(edition)?.get(role)) || NO_SUMS;
}

/** What a cell counts for: null where it is empty and nothing stands beneath it, NaN where it can't be used. */
function termOf(key: string, figures: Figures, table: SumTable): number | null {
  const number = numberIn(figures[key]);
  return number === null ? sumBeneath(key, figures, table) : number;
}

/** The sum of the addends of a total cell: null where all of them are empty, NaN where one can't be used. */
export function sumBeneath(total: string, figures: Figures, table: SumTable): number | null {
  const identities = table.totals.get(total);
  if (identities === undefined) return null;
  for (const { right } of identities) {
    const sum = sumOf(right, figures, table);
    if (sum !== null) return sum;
  }
  return null;
}

/** The sum of cells, empty ones counted as described above: null where all are empty, NaN where one can't be used. */
export function sumOf(keys: readonly string[], figures: Figures, table: SumTable): number | null {
  let sum = 0;
  let any = false;
  for (const key of keys) {
    const term = termOf(key, figures, table);
    if (term === null) continue;
    sum += term;
    any = true;
  }
  return any ? sum : null;
}

/** Decimals in a count are a fault of their own (VAL-NOT-A-COUNT); here they must only not differ by binary noise. */
const SLACK = 1e-6;

export interface Inequality {
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
  const table = sumsOf(identity.table, facts);
  const right = sumOf(identity.right, figures, table) ?? 0;
  const [total = '', ...others] = identity.left;
  const emptyTotal = others.length === 0 && numberIn(figures[total]) === null;
  const left = emptyTotal ? 0 : (sumOf(identity.left, figures, table) ?? 0);
  if (Number.isNaN(left + right)) return blockedBy([...identity.left, ...identity.right], facts);
  if (Math.abs(left - right) < SLACK) return PASSED;
  if (emptyTotal) return NOT_APPLICABLE;
  const difference = tidyNumber(Math.abs(left - right));
  const cells = [...identity.left, ...identity.right];
  const message = describe({ identity, edition, left, right, difference });
  const remark = remarkOnEmpty(cells, figures, table);
  return flagged({
    cells,
    message: { zh: message.zh + remark.zh, en: message.en + remark.en },
    observed: tidyNumber(left),
    expected: tidyNumber(right),
  });
}

function remarkOnEmpty(cells: readonly string[], figures: Figures, table: SumTable): Message {
  const unfilled = cells.filter(
    (key) => numberIn(figures[key]) === null && termOf(key, figures, table) !== null,
  ).length;
  const zeros = countEmpty(cells, figures) - unfilled;
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
