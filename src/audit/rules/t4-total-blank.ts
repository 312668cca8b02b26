import { judgeEmptyTotal } from '../empty-totals.ts';
import { NOT_APPLICABLE, type Rule } from '../rule.ts';
import { sumsOf } from '../sums.ts';

export const t4TotalBlank: Rule<string> = {
  code: 'T4-TOTAL-BLANK',
  title: { zh: '第四表总计未填', en: 'A total of table 4 is left empty' },
  severity: 'warning',
  scope: 'cell',
  table: 'disputes',
  needs: ['disputes.*.*'],
  explanation: {
    zh: '总计未填，而四种结果中有大于 0 的数。',
    en: 'The total is empty while one of the four results is greater than 0.',
  },
  basis: { zh: '表式勾稽关系', en: 'The form’s sums' },
  notWhen: { zh: '四种结果均未填或均为 0。', en: 'All four results are empty or 0.' },
  subjects: (facts) => [...sumsOf('disputes', facts).totals.keys()],
  check(key, facts) {
    const judgement = judgeEmptyTotal(key, facts);
    return judgement.outcome === 'flagged' && judgement.finding.expected === 0 ? NOT_APPLICABLE : judgement;
  },
};
