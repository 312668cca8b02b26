import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exRunSplit = doubtKind(
  {
    code: 'EX-RUN-SPLIT',
    severity: 'info',
    title: { zh: '连写的数字已拆分', en: 'Digits run together were split' },
    explanation: {
      zh: '按格数、首位不为 0 与合计关系只有一种拆法，数字的状态为 inferred。',
      en: 'Only one split fits the number of cells, the rule that no number begins with 0, and the sums; the figures are `inferred`.',
    },
  },
  (raise) => ({
    split: (cells: readonly string[], runs: readonly string[], parts: readonly string[], bySums: boolean) =>
      raise('info', cells, {
        zh: `连写的数字“${quote(runs.join(' '))}”拆为 ${quote(parts.join('、'))}（${bySums ? '只有这一种拆法符合合计关系' : '按格数只有这一种拆法'}）`,
        en: `The digits “${quote(runs.join(' '))}” run together were split into ${quote(parts.join(', '))} (${bySums ? 'the only way that agrees with the sums' : 'the only way for this number of cells'})`,
      }),
  }),
);
