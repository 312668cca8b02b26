import { gatherEmptyTotals, judgeEmptyTotal } from '../empty-totals.ts';
import type { Finding, Rule } from '../rule.ts';
import { sumsOf } from '../sums.ts';

export const t3TotalBlank: Rule<string> = {
  code: 'T3-TOTAL-BLANK',
  title: { zh: '第三表总计未填', en: 'A total of table 3 is left empty' },
  severity: 'warning',
  scope: 'cell',
  table: 'requests',
  needs: ['requests.*.total', 'requests.total.*'],
  explanation: {
    zh: '总计栏或“（七）总计”行的一格未填，而其各分项有数。和大于 0 为警告，为 0 仅作提示；超过 5 格时合为一条。',
    en: 'A cell of the total column or of row （七）总计 is empty while its addends hold numbers: a warning if they add up to more than 0, else info; more than five make one flag.',
  },
  basis: { zh: '表式勾稽关系；实际报告中常见', en: 'The form’s sums; seen in published reports' },
  notWhen: { zh: '整行（或整列）均未填。', en: 'The whole row (or column) is empty.' },
  subjects: (facts) => [...sumsOf('requests', facts).totals.keys()],
  check: judgeEmptyTotal,
  gather: (findings: readonly Finding[]) => gatherEmptyTotals(findings, 'requests'),
};
