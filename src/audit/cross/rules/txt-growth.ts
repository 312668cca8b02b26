import { growthsIn } from '../../prose/growth.ts';
import { judgeChange } from '../../prose/judge-growth.ts';
import { NOT_APPLICABLE } from '../../rule.ts';
import type { CrossRule } from '../cross-rule.ts';

type Growth = ReturnType<typeof growthsIn>[number];

export const txtGrowth: CrossRule<Growth> = {
  code: 'TXT-GROWTH',
  title: { zh: '正文所称增减与上年报告不符', en: 'A change the report for last year does not bear out' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  explanation: {
    zh: '“较上年增长百分之几”“增加几件”应与上年报告的数字相符。',
    en: 'A growth or fall against last year, in percent or in cases, agrees with the report held for last year.',
  },
  basis: { zh: '前后两年报告一致', en: 'Consistency of the two reports' },
  notWhen: { zh: '没有上年的报告；上年为 0。', en: 'The report for last year is not held, or its figure is 0.' },
  compares: ['earlier'],
  subjects: (report, { earlier }) => (earlier[0]?.year === report.year - 1 ? growthsIn(report) : []),
  check: (growth, report, { earlier }) => (earlier[0] ? judgeChange(growth, report, earlier[0]) : NOT_APPLICABLE),
};
