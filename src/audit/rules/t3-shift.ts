import { APPLICANTS } from '../../model/forms/table-requests.ts';
import { variablesOfTable } from '../../model/forms/variables.ts';
import { numberIn } from '../../model/report.ts';
import { namesOf } from '../labels.ts';
import { blockedBy, isUnusable } from '../numbers.ts';
import { describeFailing } from '../repair/describe-repair.ts';
import { SLIP_NAMES } from '../repair/explain-change.ts';
import { isWithinRow, judgeSlip, slipCells, slipsInRepair, valuesOf } from '../repair/judge-repair.ts';
import type { Slip } from '../repair/slip.ts';
import { type Facts, flagged, type Judgement, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

/** A column of natural persons that holds nothing, beside an applicant that holds this many in all, is likely one column off. */
const MANY = 10;
const PARTS = APPLICANTS.filter(({ key }) => key !== 'natural' && key !== 'total');

/** Values one column off in every row break no sum; what gives them away is that no natural person ever asked. */
function judgeNatural(facts: Facts): Judgement {
  const edition = facts.report.editions.requests;
  const cells = edition ? variablesOfTable(edition, 'requests') : [];
  const of = (applicant: string) => cells.flatMap(({ key, column }) => (column === applicant ? [key] : []));
  const natural = of('natural');
  if (edition === null) return NOT_APPLICABLE;
  if (natural.some((key) => isUnusable(facts.figures[key]))) return blockedBy(natural, facts);
  if (natural.some((key) => numberIn(facts.figures[key]) !== 0 && numberIn(facts.figures[key]) !== null)) return PASSED;
  const sums = PARTS.map(({ key }) => {
    const numbers = of(key).map((cell) => numberIn(facts.figures[cell]) ?? 0);
    return { key, cells: of(key), sum: numbers.reduce((sum, number) => sum + (Number.isNaN(number) ? 0 : number), 0) };
  });
  const most = sums.reduce((one, other) => (other.sum > one.sum ? other : one));
  if (most.sum < MANY) return PASSED;
  const { column } = namesOf(most.cells[0] ?? '', edition);
  return flagged({
    cells: [...natural, ...most.cells],
    message: {
      zh: `第三表“自然人”一栏各行均为 0，而“${column.zh}”一栏合计 ${most.sum}，疑似各行错位一栏`,
      en: `Table 3 has 0 for natural persons in every row and ${most.sum} in all for ${column.en}; the columns seem to be one off`,
    },
    observed: 0,
    expected: null,
  });
}

const isShift = (slip: Slip, within: boolean): boolean =>
  slip.kind === 'row-shift' ||
  slip.kind === 'column-shift' ||
  (!within && (slip.kind === 'swap' || slip.kind === 'moved'));

export const t3Shift: Rule<Slip | 'natural' | null> = {
  code: 'T3-SHIFT',
  title: { zh: '第三表数字错位一栏或一行', en: 'Values of table 3 stand one column or one row off' },
  severity: 'warning',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '将一行各数移一栏，或将一栏中的数移一行，全表即可勾稽；或“自然人”各行均为 0 而另一类申请人合计不小于 10。',
    en: 'Moving the values of a row by one column, or values of a column by one row, settles everything; or natural persons have 0 in every row while another applicant has 10 or more in all.',
  },
  basis: { zh: '本项目的推理', en: 'This project’s reasoning' },
  notWhen: {
    zh: '改法不止一种，由 T3-REPAIR-TIED 提示；全表为 0。',
    en: 'There are other repairs, which T3-REPAIR-TIED tells; all is 0.',
  },
  subjects: (facts) => {
    const slips = slipsInRepair(facts, (slip, diagnosis) => isShift(slip, isWithinRow(slip, diagnosis)));
    return slips.length > 0 ? [...slips, 'natural'] : slips;
  },
  check(subject, facts) {
    if (subject === 'natural') return judgeNatural(facts);
    return judgeSlip(subject, facts, (slip, diagnosis) => {
      const { printed, undone } = valuesOf(slip, diagnosis);
      const cells = slipCells(slip, diagnosis);
      const name = namesOf(cells[0] ?? '', facts.report.editions.requests ?? '2021');
      const place = isWithinRow(slip, diagnosis) ? name.row : name.column;
      const kind = SLIP_NAMES[isWithinRow(slip, diagnosis) ? 'row-shift' : 'column-shift'];
      const sums = describeFailing(diagnosis, facts);
      return {
        cells,
        message: {
          zh: `第三表“${place.zh}”疑似${kind.zh}：${printed} → ${undone}，${sums.zh}`,
          en: `Table 3, “${place.en}”, ${kind.en}: ${printed} → ${undone}; ${sums.en}`,
        },
        observed: printed,
        expected: undone,
      };
    });
  },
};
