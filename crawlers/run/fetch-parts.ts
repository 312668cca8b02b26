import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import type { Ask, Remark, Visit } from '../../src/model/crawl/visit.ts';
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
  /** Asks for one page of the article; null where it can't be asked for now. */
  readonly ask: (ask: Ask) => Promise<Came | null>;
  /** What the page leads to, as a further page of the article. */
  readonly look: (answer: Answer, page: number) => Promise<Discovery | null>;
}

/** Fetches the further pages of an article one after the other. What is missing is told; the report is read without it. */
export async function fetchParts(visit: Visit, first: Ask, { ask, look }: PartFetcher): Promise<Parts> {
  const fetches: FetchRecord[] = [];
  const tries: FetchRecord[] = [];
  const seen = new Set([visit.url]);
  let next: Ask | null = first;
  for (let part = 2; next !== null && part <= MOST_PARTS && !seen.has(next.url); part += 1) {
    seen.add(next.url);
    const asked: Ask = next;
    const answer = (await askPatiently(() => ask(asked), tries))?.answer;
    if (answer?.judgement.kind !== 'ok') return { fetches, tries, remarks: [REMARKS.partMissing(next.url, part)] };
    tries.pop();
    fetches.push({ ...answer.fetch, part });
    next = (await look(answer, part))?.nextPart ?? null;
  }
  return { fetches, tries, remarks: [] };
}
