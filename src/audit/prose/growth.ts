import type { Facts } from '../rule.ts';
import { type Account, accountsOf, type Mention } from './claims.ts';
import { countedBy } from './counted.ts';
import type { Counted } from './custom.ts';
import { readWords } from './vocabulary.ts';

/** 较上年增长 12.3%, 增加 5 件: a change against the year before, and the figure that changed. */
export interface Growth {
  readonly mention: Mention;
  readonly counted: Counted;
  /** The figure of this year as the text gives it, or null. */
  readonly told: number | null;
  readonly direction: 1 | -1;
}

const AGAINST_LAST_YEAR = /(?:较|比|同|与)(?:上一?年度?|去年|前一年|(20\d\d)年)|同比/u;
const UP = /增长|增加|上升|提高|增幅|多了?$/u;
const DOWN = /下降|减少|回落|降低|降幅|少了?$/u;

function growthOf({ mentions }: Account, place: number, facts: Facts): Growth[] {
  const mention = mentions[place];
  if (!mention || mention.measure.rough || (mention.measure.kind !== 'percent' && mention.measure.kind !== 'count'))
    return [];
  const against = AGAINST_LAST_YEAR.exec(mention.label);
  const up = UP.test(mention.label);
  if (!against || up === DOWN.test(mention.label)) return [];
  if (against[1] && Number(against[1]) !== (facts.report.year ?? 0) - 1) return [];
  const own = mention.label.slice(0, against.index).replace('、', '');
  const { senses, inside, head } = readWords(own);
  // 申请数量较去年: the number of requests, however it was counted.
  const plain = new Set(
    [...senses].map((sense) => (sense === 'application' || sense === 'request' ? 'received' : sense)),
  );
  const named = inside === '' && head === '' ? countedBy(plain, new Set(), null, facts) : null;
  const before = mentions[place - 1];
  const counted = named ?? (own === '' ? before?.counted : null);
  const told = before?.counted && counted && before.counted.family === counted.family ? before.measure.value : null;
  return counted ? [{ mention, counted, told, direction: up ? 1 : -1 }] : [];
}

/** The changes against the year before that the narrative tells, of figures the tables have. */
export const growthsIn = (facts: Facts): readonly Growth[] =>
  accountsOf(facts).flatMap((account) => account.mentions.flatMap((_, place) => growthOf(account, place, facts)));
