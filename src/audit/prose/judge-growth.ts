import { blockedBy, tidyNumber } from '../numbers.ts';
import { type Facts, flagged, type Judgement, NOT_APPLICABLE, PASSED } from '../rule.ts';
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
