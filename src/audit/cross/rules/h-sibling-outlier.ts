import { couldNotRun, flagged, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import type { CrossRule } from '../cross-rule.ts';
import { FEWEST_PEERS, FEWEST_REQUESTS, RATES, type Rate, rateOf } from '../peer-statistics.ts';
import { robustZ } from '../robust.ts';

const FAR = 4;
const shown = (share: number): string => `${(share * 100).toFixed(1)}%`;

export const hSiblingOutlier: CrossRule<Rate> = {
  code: 'H-SIBLING-OUTLIER',
  title: { zh: '办理结果比例远离同类机关', en: 'A rate far from that of like bodies' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: ['requests.*.total', 'disputes.*.*'],
  compares: ['peers'],
  explanation: {
    zh: '公开、不予公开、无法提供、结果纠正的比例与同年同类同级机关相比，稳健偏离度不大于 4。',
    en: 'The rates granted, refused, unable and corrected lie within a robust z of 4 among bodies of the same kind, level and year.',
  },
  basis: { zh: '统计比较', en: 'Statistics' },
  notWhen: {
    zh: '同类机关少于 20 个；案件少于 30 件。',
    en: 'Fewer than 20 like bodies; fewer than 30 cases.',
  },
  subjects: (_, { peers }) => (peers ? RATES : []),
  check(rate, { figures }, { peers }) {
    const spread = peers?.rates.get(rate.key);
    if (!spread || spread.count < FEWEST_PEERS) return NOT_APPLICABLE;
    const counts = rateOf(rate, figures);
    if (!counts) return couldNotRun({ zh: '所需数字缺失或无法辨认', en: 'a figure it needs is missing or unreadable' });
    if (counts.of < FEWEST_REQUESTS) return NOT_APPLICABLE;
    const share = counts.parts / counts.of;
    const z = robustZ(share, spread);
    if (z === null || Math.abs(z) <= FAR) return PASSED;
    const [low, high] = [shown(spread.lowerQuartile), shown(spread.upperQuartile)];
    return flagged({
      cells: [...rate.parts, ...rate.of].filter((key) => key in figures),
      message: {
        zh: `${rate.zh}占 ${shown(share)}（${counts.parts}/${counts.of}），${spread.count} 个同类机关的四分位为 ${low} 至 ${high}`,
        en: `${rate.en}: ${shown(share)} (${counts.parts} of ${counts.of}); the quartiles of ${spread.count} like bodies are ${low} and ${high}`,
      },
      observed: shown(share),
      expected: null,
    });
  },
};
