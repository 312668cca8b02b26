import type { Facts } from '../rule.ts';
import type { Account, Mention } from './claims.ts';
import { countedBy } from './counted.ts';
import type { Counted, Custom } from './custom.ts';
import { valueBy, valuesOf } from './judge-claim.ts';
import type { Sense } from './senses.ts';
import { readWords } from './vocabulary.ts';

/** A percentage of the narrative with what it may be the share of: 予以公开 258 件，占 33.9%. */
export interface Share {
  readonly mention: Mention;
  /** What is counted: as the text says, and as the tables say. */
  readonly counts: readonly number[];
  /** What it may be a share of. */
  readonly bases: readonly number[];
  readonly counted: Counted;
}

const sumOf = (name: string, plus: readonly string[]): Custom => ({ name: { zh: name, en: name }, plus, minus: [] });
const REQUEST_BASES: readonly Custom[] = [
  sumOf('一', ['requests.received.total']),
  sumOf('一+二', ['requests.received.total', 'requests.carried_in.total']),
  sumOf('七', ['requests.total.total']),
];
const DISPUTE_ROWS = ['review', 'direct_suit', 'suit_after_review'].map((row) => `disputes.${row}.total`);
const DISPUTE_BASES = [DISPUTE_ROWS.slice(0, 1), DISPUTE_ROWS.slice(1), DISPUTE_ROWS].map((rows) =>
  sumOf('总计', rows),
);
const RATE = /(?:予以|政府信息|依申请)?公开率(?:为|达|达到)?$/u;

/** Whether a percentage is the share a count has of a base; both rounding and cutting off are in use. */
export function fits(percent: number, decimals: number, count: number, base: number): boolean {
  return base > 0 && Math.abs((count / base) * 100 - percent) < 10 ** -decimals;
}

function without(senses: ReadonlySet<Sense>, ...others: readonly Sense[]): Set<Sense> {
  return new Set([...senses].filter((sense) => !others.includes(sense)));
}

/** What is counted: named in the same phrase (自然人申请占 95%), or by the number right before it. */
function countOf(account: Account, place: number, facts: Facts): { counted: Counted; told: readonly number[] } | null {
  const mention = account.mentions[place];
  const own = mention?.label.split('占')[0]?.replace('、', '') ?? '';
  const words = readWords(own);
  const named =
    words.inside === '' && words.head === '' ? countedBy(without(words.senses, 'share'), new Set(), null, facts) : null;
  if (named) return { counted: named, told: [] };
  const before = account.mentions[place - 1];
  return own === '' && before?.counted ? { counted: before.counted, told: [before.measure.value] } : null;
}

/** The shares among the numbers of a sentence, those whose count is known. */
export function sharesIn(account: Account, facts: Facts): readonly Share[] {
  const { mentions } = account;
  return mentions.flatMap((mention, place): Share[] => {
    if (mention.measure.kind !== 'percent' || mention.measure.rough) return [];
    const rate = RATE.test(mention.label) && readWords(mention.label.replace(RATE, '')).inside === '';
    if (!rate && !mention.senses.has('share')) return [];
    const granted: Counted | null =
      rate && !mention.label.includes('主动') ? countedBy(new Set(['granted']), new Set(), null, facts) : null;
    const count = granted ? { counted: granted, told: [] } : countOf(account, place, facts);
    if (!count || mention.narrow) return [];
    const { counted, told } = count;
    const withPartial = granted ? countedBy(new Set(['granted', 'partial']), new Set(), null, facts) : null;
    const table = [...valuesOf(counted, facts), ...(withPartial ? valuesOf(withPartial, facts) : [])];
    const named = countedBy(
      without(readWords(mention.label.split('占')[1] ?? '').senses, 'share', 'application', 'request'),
      new Set(),
      null,
      facts,
    );
    const known = counted.family === 'disputes' ? DISPUTE_BASES : REQUEST_BASES;
    const earlier = mentions
      .slice(0, place)
      .flatMap(({ measure, counted: other }) => (other && measure.value > 0 ? [measure.value] : []));
    const bases = [
      ...known.map((custom) => valueBy(custom, facts)),
      ...earlier,
      ...(named ? valuesOf(named, facts) : []),
      ...groupOf(counted, facts),
    ];
    return counted.family === 'documents' ? [] : [{ mention, counts: [...told, ...table], bases, counted }];
  });
}

/** A reason is also told as a share of its group. */
function groupOf({ customs }: Counted, facts: Facts): readonly number[] {
  const group = /^requests\.(refused|unable|declined|other)_/u.exec(customs[0]?.plus[0] ?? '')?.[1];
  const senses: Record<string, Sense> = {
    refused: 'refused',
    unable: 'unable',
    declined: 'declined',
    other: 'otherwise',
  };
  const sense = group ? senses[group] : undefined;
  const counted = sense ? countedBy(new Set([sense]), new Set(), null, facts) : null;
  return counted ? valuesOf(counted, facts) : [];
}
