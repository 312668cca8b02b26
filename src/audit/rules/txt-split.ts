import { tidyNumber } from '../numbers.ts';
import { accountsOf } from '../prose/claims.ts';
import { quoteOf } from '../prose/judge-claim.ts';
import { fits } from '../prose/shares.ts';
import { type Split, splitOf } from '../prose/splits.ts';
import { type Facts, type Finding, flagged, type Judgement, PASSED, type Rule } from '../rule.ts';

const total = (numbers: readonly number[]): number => tidyNumber(numbers.reduce((sum, number) => sum + number, 0));

function finding({ whole }: Split, zh: string, en: string, observed: number, expected: number): Finding {
  const quoted = quoteOf(whole.sentence);
  return {
    cells: [],
    message: { zh: `${zh}。原句：“${quoted}”`, en: `${en}. The sentence: “${quoted}”` },
    observed,
    expected,
  };
}

/** 33.3 + 33.3 + 33.3 is near enough to 100: each share may be off by what its last decimal hides, and by 0.1 at least. */
function judgeShares(split: Split, values: readonly number[]): Judgement {
  const { shares, whole } = split;
  const numbers = shares.map(({ measure }) => measure.value);
  const sum = total(numbers);
  const slack = total(shares.map(({ measure }) => Math.max(0.1, 10 ** -measure.decimals)));
  const bases = [whole.measure.value, ...split.customary];
  const each = (base: number) =>
    shares.every(({ measure }, place) => fits(measure.value, measure.decimals, values[place] ?? 0, base));
  if (shares.length < 2 || Math.abs(sum - 100) <= slack || bases.some(each)) return PASSED;
  const working = `${numbers.map((number) => `${number}%`).join(' + ')} = ${sum}%`;
  return flagged(
    finding(split, `各项占比之和 ${working}，不是 100%`, `the shares add up to ${working}, not 100%`, sum, 100),
  );
}

function judge(split: Split, _: Facts): Judgement {
  const { whole, parts, complete, customary } = split;
  const values = parts.map(({ measure }) => measure.value);
  const sum = total(values);
  const stated = whole.measure.value;
  if (sum === stated) return judgeShares(split, values);
  if (customary.includes(sum) || (sum < stated && !complete)) return PASSED;
  const working = `${values.join(' + ')} = ${sum}`;
  return flagged(
    finding(
      split,
      `“其中”各项之和 ${working}，不等于所分的 ${whole.measure.text}`,
      `the parts add up to ${working}, not to the ${stated} they divide`,
      sum,
      stated,
    ),
  );
}

export const txtSplit: Rule<Split> = {
  code: 'TXT-SPLIT',
  title: { zh: '正文“其中”各项之和与总数不符', en: 'Parts that do not add up to what they divide' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  explanation: {
    zh: '“其中”所列各项之和不应大于所分的总数；各项列全的，应等于总数（或按另一口径的总数），其占比之和应为 100%（每项容差 0.1）。',
    en: 'Parts listed with 其中 do not exceed what they divide; where all are listed they equal it (or that total by the other custom), and their shares add up to 100%, within 0.1 a share.',
  },
  basis: { zh: '算术', en: 'Arithmetic' },
  notWhen: {
    zh: '所列以“等”“主要”带出，或未列全；一句中有两层“其中”。',
    en: 'The list is open (等, 主要) or names only some; a sentence divides twice.',
  },
  subjects: (facts) => accountsOf(facts).flatMap((account) => splitOf(account, facts) ?? []),
  check: judge,
};
