import { type CrawlRequest, type FrontierEntry, getRequest, type Remark } from '../../src/model/crawl/entry.ts';
import type { FetchRecord, KnownPart } from '../../src/model/crawl/frontier.ts';
import type { Discovery } from '../explore/discovery.ts';
import { REMARKS } from '../explore/remarks.ts';
import type { Answer } from './answer.ts';
import { askPatiently } from './ask-patiently.ts';
import type { Came } from './page-renderer.ts';

/** Pages of one article; a report of some twenty pages is the longest that was seen. */
const MOST_PARTS = 30;

export interface Parts {
  readonly fetches: readonly FetchRecord[];
  /** Requests that brought no page; they stand before the article, whose pages follow one another. */
  readonly tries: readonly FetchRecord[];
  readonly remarks: readonly Remark[];
}

export interface PartFetcher {
  /** Asks for one page of the article, with what it was known by; null where it can't be asked for now. */
  readonly ask: (request: CrawlRequest, known: KnownPart | null) => Promise<Came | null>;
  /** What the page leads to, as a further page of the article. */
  readonly look: (answer: Answer, page: number) => Promise<Discovery | null>;
}

/** Fetches the further pages of an article one after the other, from a certain one on. What is missing is told; the report is read without it. */
export async function fetchParts(
  entry: FrontierEntry,
  first: CrawlRequest,
  { ask, look }: PartFetcher,
  from = 2,
): Promise<Parts> {
  const fetches: FetchRecord[] = [];
  const tries: FetchRecord[] = [];
  const seen = new Set([entry.url]);
  let next: CrawlRequest | null = first;
  for (let part = from; next !== null && part <= MOST_PARTS && !seen.has(next.url); part += 1) {
    seen.add(next.url);
    const asked: CrawlRequest = next;
    const answer = (await askPatiently(() => ask(asked, null), tries))?.answer;
    if (answer?.judgement.kind !== 'ok') return { fetches, tries, remarks: [REMARKS.partMissing(next.url, part)] };
    tries.pop();
    fetches.push({ ...answer.fetch, part });
    next = (await look(answer, part))?.nextPart ?? null;
  }
  return { fetches, tries, remarks: [] };
}

interface CheckedParts extends Parts {
  /** Another body came for one of them: the article has to be read again. */
  readonly changed: boolean;
}

/**
 * Asks whether the further pages of an article are what they were, as its first page is. Only where one is not do they become
 * the article's pages from now on; else the requests are only written down, also where a page did not come.
 */
export async function checkParts(
  entry: FrontierEntry,
  known: readonly KnownPart[],
  fetcher: PartFetcher,
): Promise<CheckedParts> {
  const fetches: FetchRecord[] = [];
  const tries: FetchRecord[] = [];
  let changed = false;
  let more: Parts = { fetches: [], tries: [], remarks: [] };
  const same = (remarks: readonly Remark[]): CheckedParts => ({
    ...{ remarks, tries, changed: false },
    fetches: fetches.map((fetch) => ({ ...fetch, part: null })),
  });
  for (const [index, one] of known.entries()) {
    const part = index + 2;
    const answer = (await askPatiently(() => fetcher.ask(getRequest(one.url), one), tries))?.answer;
    if (answer) tries.pop();
    const { etag, lastModified } = one;
    if (answer?.judgement.kind === 'unchanged') fetches.push({ ...answer.fetch, etag, lastModified, part });
    else if (answer) fetches.push({ ...answer.fetch, part });
    const { kind } = answer?.judgement ?? {};
    if (!answer || (kind !== 'ok' && kind !== 'unchanged')) return same([REMARKS.partMissing(one.url, part)]);
    if (answer.fetch.sha256 === one.sha256) continue;
    changed = true;
    const next = index === known.length - 1 ? ((await fetcher.look(answer, part))?.nextPart ?? null) : null;
    if (next) more = await fetchParts(entry, next, fetcher, part + 1);
  }
  if (!changed) return same([]);
  return {
    fetches: [...fetches, ...more.fetches],
    tries: [...tries, ...more.tries],
    ...{ remarks: more.remarks, changed },
  };
}
