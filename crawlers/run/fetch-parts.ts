import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import type { Ask, Remark, Visit } from '../../src/model/crawl/visit.ts';
import type { Discovery } from '../explore/discovery.ts';
import { REMARKS } from '../explore/remarks.ts';
import type { Answer } from './answer.ts';

/** Pages of one article; a report of some twenty pages is the longest that was seen. */
const MOST_PARTS = 30;
/** Requests for one part while its server is busy. */
const MOST_TRIES = 3;

export interface Parts {
  readonly fetches: readonly FetchRecord[];
  readonly remarks: readonly Remark[];
}

export interface PartFetcher {
  /** Asks for one page of the article; null where it can't be asked for now. */
  readonly ask: (ask: Ask) => Promise<Answer | null>;
  /** What the page leads to, as a further page of the article. */
  readonly look: (answer: Answer, page: number) => Promise<Discovery | null>;
}

/** A server that is busy is asked again: the article would be read without the page. Its pace is kept by `ask`. */
async function patiently(ask: PartFetcher['ask'], part: Ask): Promise<Answer | null> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(part);
    if (answer?.judgement.kind !== 'busy' || tries >= MOST_TRIES) return answer;
  }
}

/** Fetches the further pages of an article one after the other. What is missing is told; the report is read without it. */
export async function fetchParts(visit: Visit, first: Ask, { ask, look }: PartFetcher): Promise<Parts> {
  const fetches: FetchRecord[] = [];
  const seen = new Set([visit.url]);
  let next: Ask | null = first;
  for (let part = 2; next !== null && part <= MOST_PARTS && !seen.has(next.url); part += 1) {
    seen.add(next.url);
    const answer: Answer | null = await patiently(ask, next);
    if (answer) fetches.push({ ...answer.fetch, part });
    if (answer?.judgement.kind !== 'ok') return { fetches, remarks: [REMARKS.partMissing(next.url, part)] };
    next = (await look(answer, part))?.nextPart ?? null;
  }
  return { fetches, remarks: [] };
}
