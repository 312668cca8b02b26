import type { Identity } from '../../model/forms/identities.ts';
import { namesOf } from '../labels.ts';
import type { Rule } from '../rule.ts';
import { judgeSum, sumsOf } from '../sums.ts';

export const t4Sum: Rule<Identity> = {
  code: 'T4-SUM',
  title: { zh: '第四表总计不等于四种结果之和', en: 'A total of table 4 is not the sum of its four results' },
  severity: 'error',
  scope: 'row',
  table: 'disputes',
  needs: ['disputes.*.*'],
  explanation: {
    zh: '行政复议、未经复议直接起诉、复议后起诉三项各自的总计，应等于结果维持、结果纠正、其他结果、尚未审结之和。',
    en: 'For reconsideration and for both kinds of suits, the total equals upheld, corrected, other and pending together.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式',
    en: 'The forms of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号',
  },
  notWhen: {
    zh: '总计未填而各结果有数时不在此列，由 T4-TOTAL-BLANK 提示。',
    en: 'An empty total over results that hold numbers is left to T4-TOTAL-BLANK.',
  },
  subjects: (facts) => sumsOf('disputes', facts).byKind['dispute-sum'],
  check: (identity, facts) =>
    judgeSum(identity, facts, ({ edition, left, right, difference }) => {
      const { table, row } = namesOf(identity.left[0] ?? '', edition);
      return {
        zh: `${table.zh}“${row.zh}”：四种结果之和为 ${right}，总计为 ${left}，相差 ${difference}`,
        en: `${table.en}, “${row.en}”: the four results add up to ${right}, the total says ${left}, a difference of ${difference}`,
      };
    }),
};
