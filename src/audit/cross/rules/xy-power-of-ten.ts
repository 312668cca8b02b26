import { numberIn } from '../../../model/report.ts';
import { cellName } from '../../labels.ts';
import { presentVariables } from '../../present-variables.ts';
import { type Finding, flagged, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import { doubtsOf, judgeCells } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';

const TOLERANCE = 0.05;
/**
 * A whole number tells a ratio no closer than half a unit in itself, and half in ten is the tolerance: of a smaller count a
 * ratio of ten is chance, for such counts vary tenfold from year to year.
 */
const LEAST_COUNT = 10;
/** Money slips from 万元 to 元 whatever its size; by less it is held to what counts are held to. */
const UNIT_SLIP = 10_000;
const FACTORS = [10, 100, 1_000, UNIT_SLIP];

/** 100 for 98 times as much, 0.01 for a 98th; null for no power of ten. */
function powerOfTen(now: number, before: number): number | null {
  const ratio = Math.max(now, before) / Math.min(now, before);
  const factor = FACTORS.find((one) => Math.abs(ratio / one - 1) <= TOLERANCE);
  if (factor === undefined) return null;
  return now > before ? factor : 1 / factor;
}

/** One slip of the unit, or one wrong number with its totals: one flag a factor. */
function gather(findings: readonly Finding[]): readonly Finding[] {
  const byFactor = new Map<string, Finding[]>();
  for (const finding of findings) {
    const factor = finding.message.zh.slice(finding.message.zh.lastIndexOf('，'));
    byFactor.set(factor, [...(byFactor.get(factor) ?? []), finding]);
  }
  return [...byFactor.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    const { zh, en } = first.message;
    return {
      ...first,
      cells: [first, ...more].flatMap(({ cells }) => cells),
      message: { zh: `${zh}；另有 ${more.length} 格同此`, en: `${en}; ${more.length} more alike` },
    };
  });
}

export const xyPowerOfTen: CrossRule<string> = {
  code: 'XY-POWER-OF-TEN',
  title: { zh: '与上年相差整十、百、千、万倍', en: 'A figure is a power of ten off last year’s' },
  severity: 'warning',
  scope: 'cell',
  table: null,
  needs: [],
  compares: ['earlier'],
  explanation: {
    zh: '同一数字不应恰为上年的 10、100、1000、10000 倍或其分之一（±5%）：多为多写、漏写 0，或万元与元混用。',
    en: 'A figure is not 10, 100, 1000 or 10 000 times last year’s, or the inverse (± 5 %): a zero too many or too few, or yuan for ten thousand yuan.',
  },
  basis: { zh: '录入中十倍之误为常见', en: 'Slips by a factor of ten are among the commonest in typed figures' },
  notWhen: {
    zh: `${SAME_BODY.zh}较小的一年不足 10（金额相差万倍的除外）：小数目逐年相差十倍是常事。`,
    en: `${SAME_BODY.en} The smaller is below 10 (but for amounts that differ ten thousandfold): small numbers vary tenfold from year to year.`,
  },
  subjects: (report, companions) =>
    besideLastYear(companions, ({ figures }) =>
      presentVariables(report).flatMap(({ key, kind }) => {
        const [now, before] = [numberIn(report.figures[key]) ?? 0, numberIn(figures[key]) ?? 0];
        return kind !== 'change' && now > 0 && before > 0 ? key : [];
      }),
    ),
  check(key, report, companions) {
    const lastYear = lastYearOf(companions);
    return judgeCells(
      [
        { of: report, key },
        { of: lastYear, key },
      ],
      ([now = 0, before = 0]) => {
        const factor = powerOfTen(now, before);
        const unitSlip = key.endsWith('.amount') && Math.max(now, before) / Math.min(now, before) > UNIT_SLIP / 2;
        if (Math.min(now, before) < LEAST_COUNT && !unitSlip) return NOT_APPLICABLE;
        if (factor === null) return PASSED;
        const edition = report.report.editions[key.split('.')[0] as 'requests'] ?? '2021';
        const name = cellName(key, edition);
        const doubts = doubtsOf(lastYear, [key]);
        const times =
          factor > 1
            ? { zh: `约为其 ${factor} 倍`, en: `about ${factor} times as much` }
            : { zh: `约为其 ${1 / factor} 分之一`, en: `about one in ${1 / factor}` };
        const unit =
          Math.max(factor, 1 / factor) === UNIT_SLIP
            ? { zh: '（万元与元之别？）', en: ' (yuan for ten thousand yuan?)' }
            : { zh: '', en: '' };
        return flagged({
          cells: [key],
          message: {
            zh: `${name.zh}为 ${now}，${lastYear.year}年为 ${before}${doubts.zh}，${times.zh}${unit.zh}`,
            en: `${name.en} is ${now}, in ${lastYear.year} it was ${before}${doubts.en}, ${times.en}${unit.en}`,
          },
          observed: now,
          expected: null,
        });
      },
    );
  },
  gather,
};
