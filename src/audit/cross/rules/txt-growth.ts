import { growthsIn } from '../../prose/growth.ts';
import { judgeChange, TXT_GROWTH } from '../../prose/judge-growth.ts';
import { NOT_APPLICABLE } from '../../rule.ts';
import type { CrossRule } from '../cross-rule.ts';

type Growth = ReturnType<typeof growthsIn>[number];

export const txtGrowth: CrossRule<Growth> = {
  ...TXT_GROWTH,
  compares: ['earlier'],
  subjects: (report, { earlier }) => (earlier[0]?.year === report.year - 1 ? growthsIn(report) : []),
  check: (growth, report, { earlier }) => (earlier[0] ? judgeChange(growth, report, earlier[0]) : NOT_APPLICABLE),
};
