import type { ValueKind } from '../../model/forms/form.ts';
import type { Variable } from '../../model/forms/variables.ts';
import { type Message, numberIn } from '../../model/report.ts';
import { cellName } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { presentVariables } from '../present-variables.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

interface Demand {
  readonly holds: (value: number) => boolean;
  readonly wanted: Message;
}

const DEMANDS: Readonly<Record<ValueKind, Demand>> = {
  count: {
    holds: (value) => Number.isInteger(value) && value >= 0,
    wanted: { zh: '应为不小于 0 的整数', en: 'a whole number of at least 0 is due' },
  },
  change: { holds: (value) => Number.isInteger(value), wanted: { zh: '应为整数', en: 'a whole number is due' } },
  amount: { holds: (value) => value >= 0, wanted: { zh: '金额不应小于 0', en: 'an amount is not below 0' } },
};

export const valNotACount: Rule<Variable> = {
  code: 'VAL-NOT-A-COUNT',
  title: { zh: '数字不可能成立', en: 'A number that can’t be' },
  severity: 'error',
  scope: 'cell',
  table: null,
  needs: ['proactive.*.*', 'requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '件数、项数应为不小于 0 的整数，金额不应小于 0。',
    en: 'Counts are whole numbers of at least 0, amounts are not below 0.',
  },
  basis: { zh: '表式；逻辑', en: 'The form; logic' },
  notWhen: { zh: '“本年增/减”可以小于 0。', en: 'Items added or dropped in the year may be below 0.' },
  subjects: presentVariables,
  check({ key, kind, edition }, facts) {
    const value = numberIn(facts.figures[key]);
    if (value === null) return NOT_APPLICABLE;
    if (Number.isNaN(value)) return blockedBy([key], facts);
    const { holds, wanted } = DEMANDS[kind];
    if (holds(value)) return PASSED;
    const name = cellName(key, edition);
    return flagged({
      cells: [key],
      message: { zh: `${name.zh}为 ${value}，${wanted.zh}`, en: `${name.en} says ${value}; ${wanted.en}` },
      observed: value,
      expected: null,
    });
  },
};
