import type { Identity } from '../../model/forms/identities.ts';
import { namesOf } from '../labels.ts';
import type { Rule } from '../rule.ts';
import { judgeSum, sumsOf } from '../sums.ts';

export const t3ResultSum: Rule<Identity> = {
  code: 'T3-RESULT-SUM',
  title: {
    zh: '第三表办理结果总计不等于各项结果之和',
    en: 'A column’s total of results is not the sum of its results',
  },
  severity: 'error',
  scope: 'column',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '每一栏的“（七）总计”应等于该栏（一）至（六）各项办理结果之和；小计行不计入。',
    en: 'In every column （七）总计 equals the sum of the results （一） to （六）; printed subtotals are not members.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式',
    en: 'The forms of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  notWhen: {
    zh: '“（七）总计”未填而各项有数时不在此列，由 T3-TOTAL-BLANK 提示；未填的行总计按其行之和计入。',
    en: 'An empty （七）总计 over results that hold numbers is left to T3-TOTAL-BLANK; an empty row total counts as its row’s sum.',
  },
  subjects: (facts) => sumsOf('requests', facts).byKind['result-sum'],
  check: (identity, facts) =>
    judgeSum(identity, facts, ({ edition, left, right, difference }) => {
      const { table, row, column } = namesOf(identity.left[0] ?? '', edition);
      return {
        zh: `${table.zh}“${column.zh}”一列：各项办理结果之和为 ${right}，“${row.zh}”为 ${left}，相差 ${difference}`,
        en: `${table.en}, column “${column.en}”: the results add up to ${right}, their total says ${left}, a difference of ${difference}`,
      };
    }),
};
