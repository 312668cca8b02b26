import { blockedBy, tidyNumber } from '../numbers.ts';
import { type Facts, flagged, type Judgement, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';
import type { Growth } from './growth.ts';
import { cellsOf, quoteOf, valuesOf } from './judge-claim.ts';

/** The change told, from one figure to another, in percent or in cases. */
const changeOf = (now: number, before: number, percent: boolean): number =>
  percent ? ((now - before) / before) * 100 : now - before;

/** Holds one change that the text tells against the reports of both years. */
export function judgeChange({ mention, counted, told, direction }: Growth, facts: Facts, previous: Facts): Judgement {
  const { measure, sentence } = mention;
  const percent = measure.kind === 'percent';
  const now = valuesOf(counted, facts).map((value) => told ?? value);
  const before = valuesOf(counted, previous);
  const stated = measure.value * direction;
  const slack = percent ? 10 ** -measure.decimals : 1e-6;
  // Both years by the same custom, or by different ones: a body that changed its custom is not accused.
  const pairs = now.flatMap((value) => before.filter((base) => !percent || base > 0).map((base) => ({ value, base })));
  if (pairs.some(({ value, base }) => Math.abs(changeOf(value, base, percent) - stated) < slack)) return PASSED;
  if (now.some(Number.isNaN)) return blockedBy(cellsOf(counted), facts);
  if (before.some(Number.isNaN)) return blockedBy(cellsOf(counted), previous);
  const [first] = pairs;
  if (!first) return NOT_APPLICABLE;
  const real = tidyNumber(
    Number(changeOf(first.value, first.base, percent).toFixed(percent ? measure.decimals + 1 : 0)),
  );
  const implied = Math.round(percent ? first.value / (1 + stated / 100) : first.value - stated);
  const unit = percent ? '%' : '';
  return flagged({
    cells: cellsOf(counted),
    message: {
      zh: `正文称“${mention.label.slice(-16)}${measure.text}”，上年为 ${first.base}，本年为 ${first.value}，变化为 ${real}${unit}；照正文推算，上年应为 ${implied}。原句：“${quoteOf(sentence)}”`,
      en: `the text says “${mention.label.slice(-16)}${measure.text}”; from ${first.base} last year to ${first.value} is ${real}${unit}, and the text would need ${implied} last year. The sentence: “${quoteOf(sentence)}”`,
    },
    observed: stated,
    expected: real,
  });
}

/** What the rule says of itself. */
export const TXT_GROWTH: Pick<
  Rule,
  'code' | 'title' | 'severity' | 'scope' | 'table' | 'needs' | 'explanation' | 'basis' | 'notWhen'
> = {
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
};
