import type { Facts } from '../rule.ts';
import type { Account, Mention } from './claims.ts';
import { countedBy } from './counted.ts';
import type { Counted } from './custom.ts';
import { OUTCOMES, REQUESTS, RESULTS } from './senses.ts';
import { readWords } from './vocabulary.ts';

/** 行政复议 7 件，诉讼 9 件，均获维持: what is said of all of them is a claim about each number before it. */
interface Unanimous {
  readonly mention: Mention;
  readonly phrase: string;
  readonly counted: Counted;
}

const ALL = /^(?:且|并且|结果|判决|复议)?(?:均|全部|全|都|皆)(?!面)/u;
const OF_REQUESTS = [...RESULTS, 'natural', 'organisations'] as const;

/** The number of cases, not of one outcome of them. */
const isWhole = ({ counted }: Mention): boolean =>
  counted?.customs[0]?.plus.every((key) => key.endsWith('.total')) ?? false;

export function unanimousIn({ sentence, mentions }: Account, facts: Facts): readonly Unanimous[] {
  const found: Unanimous[] = [];
  if (!/[均全都皆]/u.test(sentence.text) || mentions.every(({ counted }) => counted === null)) return found;
  let at = 0;
  for (const phrase of sentence.text.split(/[,:;()]/u)) {
    const start = at;
    at += phrase.length + 1;
    if (!ALL.test(phrase) || /\d/u.test(phrase)) continue;
    const { senses, inside } = readWords(phrase.replace(ALL, ''));
    const [sense, another] = [...senses].filter((one) => !REQUESTS.includes(one));
    if (inside !== '' || sense === undefined || another !== undefined) continue;
    const earlier = mentions.filter(({ measure, counted }) => measure.end <= start && counted !== null);
    if (OUTCOMES.includes(sense)) {
      for (const mention of earlier.filter((one) => one.counted?.family === 'disputes' && isWhole(one))) {
        const counted = countedBy(new Set([...mention.senses, sense]), mention.senses, null, facts);
        if (counted) found.push({ mention, phrase, counted });
      }
    } else if (OF_REQUESTS.includes(sense)) {
      const mention = earlier.findLast(
        ({ counted }) => counted?.family === 'received' || counted?.family === 'handled',
      );
      const counted = mention ? countedBy(new Set([sense]), new Set(), mention.counted, facts) : null;
      if (mention && counted) found.push({ mention, phrase, counted });
    }
  }
  return found;
}
