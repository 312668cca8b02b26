import { type Facts, type Judgement, NOT_APPLICABLE } from '../rule.ts';
import { accountsOf, type Mention } from './claims.ts';
import type { Counted, Family } from './custom.ts';
import { type Claimed, judgeClaim, valuesOf } from './judge-claim.ts';
import { unanimousIn } from './unanimous.ts';

/** A number of the narrative that is known to count cells of the tables. */
export type CountedMention = Mention & { readonly counted: Counted };

const isCounted = (mention: Mention): mention is CountedMention => mention.counted !== null;

/** What the narrative counts, in order. */
export const countedIn = (facts: Facts): readonly CountedMention[] =>
  accountsOf(facts).flatMap(({ mentions }) => mentions.filter(isCounted));

/** A claim of the narrative. */
export interface Subject extends Claimed {
  /** Whether the words say that only what came in this year is meant (新收). */
  readonly onlyNew: boolean;
}

const KNOWN = new WeakMap<Facts, readonly Subject[]>();

/** What the narrative says of figures of these families, the numbers it says 均 of included. */
export function claimsOn(families: readonly Family[], facts: Facts): readonly Subject[] {
  const claims = KNOWN.get(facts) ?? claimsIn(facts);
  KNOWN.set(facts, claims);
  return claims.filter(({ counted }) => families.includes(counted.family));
}

function claimsIn(facts: Facts): readonly Subject[] {
  return accountsOf(facts).flatMap((account) => {
    const told = account.mentions.filter(isCounted).map((mention) => ({
      counted: mention.counted,
      value: mention.measure.value,
      sentence: mention.sentence,
      words: `${mention.label.slice(-24)}${mention.measure.text}${mention.tail.slice(0, 12)}`,
      onlyNew: mention.senses.has('new'),
    }));
    const all = unanimousIn(account, facts).map(({ mention, phrase, counted }) => ({
      counted,
      value: mention.measure.value,
      sentence: account.sentence,
      words: `${mention.measure.text}，${phrase}`,
      onlyNew: false,
    }));
    return [...told, ...all];
  });
}

/** Received, reconsiderations, suits: where the table has none at all, TXT-NONE tells it, and no other rule. */
const isOfWhole = ({ family, customs }: Counted): boolean =>
  family === 'received' ||
  (family === 'disputes' && (customs[0]?.plus.every((key) => key.endsWith('.total')) ?? false));

export function saysSomeOfNone({ counted, value }: Claimed, facts: Facts): boolean {
  return value > 0 && isOfWhole(counted) && valuesOf(counted, facts).every((number) => number === 0);
}

export const judgeSubject = (subject: Subject, facts: Facts): Judgement =>
  saysSomeOfNone(subject, facts) ? NOT_APPLICABLE : judgeClaim(subject, facts);
