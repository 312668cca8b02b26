import { variablesOf } from '../../model/forms/variables.ts';
import { type Figures, numberIn } from '../../model/report.ts';
import { type Spread, spreadOf } from './robust.ts';

/** Fewer like bodies than this tell nothing. */
export const FEWEST_PEERS = 20;
/** A rate over fewer cases is chance. */
export const FEWEST_REQUESTS = 30;

/** Figures whose change is compared with that of like bodies: totals of tables 3 and 4, all of table 2. */
export const CHANGING: readonly string[] = [
  ...new Set(
    (['2019', '2021'] as const)
      .flatMap(variablesOf)
      .filter(({ table, column, kind }) => kind !== 'change' && (table === 'proactive' || column === 'total'))
      .map(({ key }) => key),
  ),
];

/** log((v + 1) / (v′ + 1)): halving and doubling weigh the same, and 0 can be compared. */
export const changeOf = (now: number, before: number): number => Math.log((now + 1) / (before + 1));

const rows = (table: string, parts: RegExp) => [
  ...new Set(
    (['2019', '2021'] as const)
      .flatMap(variablesOf)
      .filter((variable) => variable.table === table && parts.test(variable.row))
      .map(({ row }) => row),
  ),
];

export interface Rate {
  readonly key: 'granted' | 'refused' | 'unable' | 'corrected';
  readonly zh: string;
  readonly en: string;
  readonly parts: readonly string[];
  readonly of: readonly string[];
}

const totals = (names: readonly string[]) => names.map((row) => `requests.${row}.total`);
const DISPUTES = rows('disputes', /./);

/** What share of the requests handled, or of the disputes, came to an end of a kind. */
export const RATES: readonly Rate[] = [
  {
    key: 'granted',
    zh: '予以公开和部分公开',
    en: 'granted in full or part',
    parts: totals(['granted', 'partial']),
    of: totals(['total']),
  },
  {
    key: 'refused',
    zh: '不予公开',
    en: 'refused',
    parts: totals(rows('requests', /^refused_/)),
    of: totals(['total']),
  },
  {
    key: 'unable',
    zh: '无法提供',
    en: 'unable to provide',
    parts: totals(rows('requests', /^unable_/)),
    of: totals(['total']),
  },
  {
    key: 'corrected',
    zh: '复议、诉讼结果纠正',
    en: 'disputes that corrected the body',
    parts: DISPUTES.map((row) => `disputes.${row}.corrected`),
    of: DISPUTES.map((row) => `disputes.${row}.total`),
  },
];

interface RateOf {
  readonly parts: number;
  readonly of: number;
}

/** A rate's two counts, blanks as zero; null where a figure is missing or unreadable. */
export function rateOf({ parts, of }: Rate, figures: Figures): RateOf | null {
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (numberIn(figures[key]) ?? 0), 0);
  const counts = { parts: sum(parts), of: sum(of) };
  return Number.isNaN(counts.parts + counts.of) ? null : counts;
}

/** Figures that a like body reported for this year and the last. */
interface Change {
  readonly key: string;
  readonly now: number;
  readonly before: number;
}

export interface PeerStatistics {
  readonly changes: ReadonlyMap<string, Spread>;
  readonly rates: ReadonlyMap<Rate['key'], Spread>;
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Changes from 0 to 0 say nothing of how a figure moves and don't count; a rate counts from `FEWEST_REQUESTS` on. */
export function peerStatistics(
  changes: Iterable<Change>,
  rates: Iterable<RateOf & { readonly key: Rate['key'] }>,
): PeerStatistics {
  const moved = new Map<string, number[]>();
  for (const { key, now, before } of changes) {
    if (now === 0 && before === 0) continue;
    push(moved, key, changeOf(now, before));
  }
  const shares = new Map<Rate['key'], number[]>();
  for (const { key, parts, of } of rates) {
    if (of >= FEWEST_REQUESTS) push(shares, key, parts / of);
  }
  const spreads = <K>(lists: ReadonlyMap<K, number[]>) =>
    new Map([...lists].map(([key, list]) => [key, spreadOf(list)]));
  return { changes: spreads(moved), rates: spreads(shares) };
}
