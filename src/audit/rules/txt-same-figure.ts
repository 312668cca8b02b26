import { type CountedMention, countedIn } from '../prose/claim-rules.ts';
import { cellsOf, quoteOf, valuesOf } from '../prose/judge-claim.ts';
import { flagged, PASSED, type Rule } from '../rule.ts';

interface Pair {
  readonly first: CountedMention;
  readonly again: CountedMention;
}

export const txtSameFigure: Rule<Pair> = {
  code: 'TXT-SAME-FIGURE',
  title: { zh: '正文前后所称同一数字不一', en: 'One figure, told in two ways' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  explanation: {
    zh: '同一数字在正文两处所称应相同；两处不同而按两种口径都与表相符的，不算不一。',
    en: 'Two sentences that give the same figure give it alike, unless both agree with the tables by two ways of counting.',
  },
  basis: { zh: '前后一致', en: 'Consistency' },
  notWhen: {
    zh: '两句的范围不同（渠道、部门、年份）。',
    en: 'The sentences differ in scope: channel, department, year.',
  },
  subjects(facts) {
    const firsts = new Map<string, CountedMention>();
    return countedIn(facts).flatMap((again): Pair[] => {
      const first = firsts.get(again.counted.id);
      if (!first) firsts.set(again.counted.id, again);
      return first && first.sentence !== again.sentence ? [{ first, again }] : [];
    });
  },
  check({ first, again }, facts) {
    const [a, b] = [first.measure.value, again.measure.value];
    const fitting = [valuesOf(first.counted, facts), valuesOf(again.counted, facts)];
    const bothFit = fitting[0]?.includes(a) && fitting[1]?.includes(b);
    if (a === b || bothFit) return PASSED;
    return flagged({
      cells: cellsOf(first.counted),
      message: {
        zh: `同一数字正文一处称 ${first.measure.text}，一处称 ${again.measure.text}：“${quoteOf(first.sentence)}”“${quoteOf(again.sentence)}”`,
        en: `the text gives one figure as ${a} and as ${b}: “${quoteOf(first.sentence)}” “${quoteOf(again.sentence)}”`,
      },
      observed: b,
      expected: a,
    });
  },
};
