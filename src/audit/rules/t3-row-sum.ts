import type { Identity } from '../../model/forms/identities.ts';
import { namesOf } from '../labels.ts';
import type { Rule } from '../rule.ts';
import { judgeSum, sumsOf } from '../sums.ts';

export const t3RowSum: Rule<Identity> = {
  code: 'T3-ROW-SUM',
  title: { zh: '第三表某行总计不等于六类申请人之和', en: 'A row total of table 3 is not the sum of its applicants' },
  severity: 'error',
  scope: 'row',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '每一行的总计栏应等于自然人与五类法人或其他组织六栏之和。',
    en: 'In every row the total equals the sum of the six kinds of applicants.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式',
    en: 'The forms of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  notWhen: {
    zh: '总计栏未填而各栏有数时不在此列，由 T3-TOTAL-BLANK 提示。',
    en: 'An empty total over cells that hold numbers is left to T3-TOTAL-BLANK.',
  },
  subjects: (facts) => sumsOf('requests', facts).byKind['row-sum'],
  check: (identity, facts) =>
    judgeSum(identity, facts, ({ edition, left, right, difference }) => {
      const { table, row } = namesOf(identity.left[0] ?? '', edition);
      return {
        zh: `${table.zh}“${row.zh}”一行：六类申请人之和为 ${right}，总计栏为 ${left}，相差 ${difference}`,
        en: `${table.en}, row “${row.en}”: the six applicants add up to ${right}, the total says ${left}, a difference of ${difference}`,
      };
    }),
};
