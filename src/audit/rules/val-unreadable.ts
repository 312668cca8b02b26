import type { Variable } from '../../forms/variables.ts';
import { cellName, quote } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { presentVariables } from '../present-variables.ts';
import { flagged, PASSED, type Rule } from '../rule.ts';

export const valUnreadable: Rule<Variable> = {
  code: 'VAL-UNREADABLE',
  title: { zh: '单元格中不是数字', en: 'A cell holds no number' },
  severity: 'error',
  scope: 'cell',
  table: null,
  needs: ['proactive.*.*', 'requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '应填数字的单元格中有字，但不是数字（如“约12”“近百”）。',
    en: 'Characters stand in the cell that are no number (约12, 近百).',
  },
  basis: { zh: '表式', en: 'The form' },
  notWhen: { zh: '数字旁另有说明的，由 VAL-UNIT 提示。', en: 'A note beside a number is left to VAL-UNIT.' },
  subjects: presentVariables,
  check({ key, edition }, facts) {
    const figure = facts.figures[key];
    if (figure === undefined || figure.status === 'missing') return blockedBy([key], facts);
    if (figure.status !== 'unreadable') return PASSED;
    const name = cellName(key, edition);
    const found = quote(figure.raw);
    return flagged({
      cells: [key],
      message: { zh: `${name.zh}所填“${found}”不是数字`, en: `${name.en} holds “${found}”, which is no number` },
      observed: found,
      expected: null,
    });
  },
};
