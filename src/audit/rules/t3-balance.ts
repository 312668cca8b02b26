import type { Identity } from '../../model/forms/identities.ts';
import { type Figures, numberIn } from '../../model/report.ts';
import { namesOf } from '../labels.ts';
import type { Rule } from '../rule.ts';
import { judgeSum, sumsOf } from '../sums.ts';

/** 3+0=3, with the cells as printed (an empty one as 空); only the sum where a cell's number was taken from its parts. */
function working(keys: readonly string[], sum: number, figures: Figures, empty: string): string {
  return `${keys.map((key) => numberIn(figures[key]) ?? empty).join(' + ')} = ${sum}`;
}

export const t3Balance: Rule<Identity> = {
  code: 'T3-BALANCE',
  title: { zh: '第三表收办不平衡', en: 'Requests received and handled do not balance' },
  severity: 'error',
  scope: 'column',
  table: 'requests',
  needs: ['requests.received.*', 'requests.carried_in.*', 'requests.total.*', 'requests.carried_out.*'],
  explanation: {
    zh: '每一栏中，本年新收（一）加上年结转（二）应等于办理结果总计（三）加结转下年度（四）。',
    en: 'In every column, received plus carried over from last year equals handled plus carried over to next year.',
  },
  basis: {
    zh: '表式左上角所印勾稽关系：第一项加第二项之和，等于第三项加第四项之和',
    en: 'The equation printed in the corner cell of the form',
  },
  notWhen: {
    zh: '未填的总计按其各分项之和计入，其本身由 T3-TOTAL-BLANK 提示。',
    en: 'An empty total counts as the sum of its parts and is itself left to T3-TOTAL-BLANK.',
  },
  subjects: (facts) => sumsOf('requests', facts).byKind.balance,
  check: (identity, facts) =>
    judgeSum(identity, facts, ({ edition, left, right, difference }) => {
      const { table, column } = namesOf(identity.left[0] ?? '', edition);
      const side = (keys: readonly string[], sum: number, empty: string) => working(keys, sum, facts.figures, empty);
      return {
        zh: `${table.zh}“${column.zh}”一列不平衡：一加二为 ${side(identity.left, left, '空')}，三加四为 ${side(identity.right, right, '空')}，相差 ${difference}`,
        en: `${table.en}, column “${column.en}” does not balance: in ${side(identity.left, left, 'empty')}, out ${side(identity.right, right, 'empty')}, a difference of ${difference}`,
      };
    }),
};
