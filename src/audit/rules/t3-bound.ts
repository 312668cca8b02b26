import type { Edition } from '../../model/forms/form.ts';
import { tableOf } from '../../model/forms/forms.ts';
import { figureKey } from '../../model/forms/variables.ts';
import { numberIn } from '../../model/report.ts';
import { cellName } from '../labels.ts';
import { blockedBy, isUnusable, tidyNumber } from '../numbers.ts';
import { diagnose } from '../repair/diagnose.ts';
import { changesOf } from '../repair/repair-report.ts';
import { type Facts, flagged, type Judgement, NO_SUBJECTS, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

/**
 * A bound that a sum implies: each of `cells` is at most the sum of `most`. It is of use only where the sum can't run. That
 * what came in has come out somehow needs no bound: the diagnosis works it out around the missing cell.
 */
interface Bound {
  readonly cells: readonly string[];
  readonly most: readonly string[];
  /** The cells of the sums that would say more. */
  readonly sum: readonly string[];
}

function boundsOf(edition: Edition): readonly Bound[] {
  const [block] = tableOf(edition, 'requests').blocks;
  if (!block) return [];
  const parts = block.columns.filter(({ key }) => key !== 'total');
  const at = figureKey.bind(null, 'requests');
  const rows = block.rows.map((row): Bound => {
    const cells = parts.map((column) => at(row.key, column.key));
    const most = [at(row.key, 'total')];
    return { cells, most, sum: [...cells, ...most] };
  });
  const outcomes = block.rows.filter(({ part }) => part !== 'inflow');
  const columns = block.columns.map((column): Bound => {
    const cells = outcomes.map((row) => at(row.key, column.key));
    const most = [at('received', column.key), at('carried_in', column.key)];
    return { cells, most, sum: [...cells, ...most] };
  });
  return [...rows, ...columns];
}

/** Cells that a repair of the table already accuses. */
function accused(facts: Facts): ReadonlySet<string> {
  const diagnoses = diagnose(facts).filter(({ role }) => role === 'requests');
  return new Set(
    diagnoses.flatMap((one) => one.ranked.flatMap((option) => changesOf(option, one).map(({ cell }) => cell))),
  );
}

function judgeBound({ cells, most, sum }: Bound, facts: Facts): Judgement {
  const { figures, report } = facts;
  const edition = report.editions.requests;
  if (edition === null || !sum.some((key) => isUnusable(figures[key]))) return NOT_APPLICABLE;
  if (most.some((key) => isUnusable(figures[key]))) return blockedBy(most, facts);
  const limit = most.reduce((all, key) => all + (numberIn(figures[key]) ?? 0), 0);
  const known = cells.filter((key) => !isUnusable(figures[key]));
  const told = accused(facts);
  const high = known.filter((key) => (numberIn(figures[key]) ?? 0) > limit && !told.has(key));
  const [first] = high;
  if (first !== undefined) {
    const name = cellName(first, edition);
    const value = numberIn(figures[first]) ?? 0;
    const zh = most.length === 1 ? '该行总计' : '该栏新收加结转';
    const en = most.length === 1 ? 'the total of its row' : 'what was received and carried in';
    return flagged({
      cells: [...high, ...most],
      message: {
        zh: `${name.zh}为 ${tidyNumber(value)}，大于${zh} ${tidyNumber(limit)}（因有缺格，等式无从核对）`,
        en: `${name.en} is ${tidyNumber(value)}, more than ${en}, ${tidyNumber(limit)} (the sum itself can’t run, a cell is missing)`,
      },
      observed: value,
      expected: limit,
    });
  }
  return known.length === 0 ? blockedBy(cells, facts) : PASSED;
}

const BOUNDS: Readonly<Record<Edition, readonly Bound[]>> = { '2019': boundsOf('2019'), '2021': boundsOf('2021') };

export const t3Bound: Rule<Bound> = {
  code: 'T3-BOUND',
  title: { zh: '第三表某数超过其上限', en: 'A number of table 3 is above what it is part of' },
  severity: 'error',
  scope: 'cell',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '有缺格而等式无从核对时：各类申请人不应大于该行总计，各项办理结果、总计与结转下年度不应大于该栏新收加结转。',
    en: 'Where a cell is missing and a sum can’t run: no applicant is above the total of its row, and no result, total or carry-over above what was received and carried in.',
  },
  basis: { zh: '由表式的等式推得', en: 'Implied by the sums of the form' },
  notWhen: {
    zh: '等式本身可以核对；或所涉之格已在改法之中。',
    en: 'The sum itself can run; or a repair accuses the cell already.',
  },
  subjects: ({ report }) => (report.editions.requests === null ? NO_SUBJECTS : BOUNDS[report.editions.requests]),
  check: judgeBound,
};
