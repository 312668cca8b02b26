import { blockedBy } from '../numbers.ts';
import { accountsOf } from '../prose/claims.ts';
import { cellsOf, quoteOf } from '../prose/judge-claim.ts';
import { fits, type Share, sharesIn } from '../prose/shares.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

const BASES = ['requests.received.total', 'requests.carried_in.total', 'requests.total.total'];

/** The shares the counts really have, nearest first: 32.05% (258/805). */
function nearest({ mention: { measure }, counts, bases }: Share): readonly { percent: number; text: string }[] {
  const pairs = counts.flatMap((count) =>
    bases.filter((base) => base >= count && base > 0).map((base) => ({ count, base })),
  );
  const all = pairs.map(({ count, base }) => {
    const percent = Number(((count / base) * 100).toFixed(measure.decimals + 1));
    return { percent, text: `${percent}%（${count}/${base}）` };
  });
  const unique = all.filter(({ text }, place) => all.findIndex((other) => other.text === text) === place);
  const off = (percent: number) => Math.abs(percent - measure.value);
  return unique.toSorted((a, b) => off(a.percent) - off(b.percent)).slice(0, 3);
}

export const txtPercent: Rule<Share> = {
  code: 'TXT-PERCENT',
  title: { zh: '正文所称百分比算不出来', en: 'A percentage that no base gives' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  explanation: {
    zh: '占比应等于所称件数除以某个总数（一、一加二、七，或句中所称总数），按所印小数位四舍五入或截去尾数均可。',
    en: 'A share equals its count divided by one of 一, 一 and 二 together, （七）, or a total the sentence gives, rounded or cut to the decimals printed.',
  },
  basis: { zh: '算术；前后一致', en: 'Arithmetic; consistency' },
  notWhen: { zh: '看不出是什么的占比；约数。', en: 'The count can’t be told; the percentage is rough.' },
  subjects: (facts) => accountsOf(facts).flatMap((account) => sharesIn(account, facts)),
  check(share, facts) {
    const { mention, counts, bases, counted } = share;
    const { value, decimals, text } = mention.measure;
    if (counts.some((count) => bases.some((base) => fits(value, decimals, count, base)))) return PASSED;
    if ([...counts, ...bases].some(Number.isNaN)) return blockedBy([...cellsOf(counted), ...BASES], facts);
    const candidates = nearest(share);
    const [first] = candidates;
    if (!first) return NOT_APPLICABLE;
    const list = candidates.map((candidate) => candidate.text).join('、');
    return flagged({
      cells: cellsOf(counted),
      message: {
        zh: `正文称占 ${text}，按各种口径算得 ${list}。原句：“${quoteOf(mention.sentence)}”`,
        en: `the text says ${text}; the figures give ${list}. The sentence: “${quoteOf(mention.sentence)}”`,
      },
      observed: value,
      expected: first.percent,
    });
  },
};
