import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import type { Answer } from './answer.ts';

/** Requests for one part of a page while its server is busy. */
const MOST_TRIES = 3;

interface WithAnswer {
  readonly answer: Answer;
}

/**
 * Asks for a part of a page, again where its server is busy: the page has no second try of its own. When that may be is seen to by
 * `ask`. Every request is added to `fetches`. Null: it can't be asked for.
 */
export async function askPatiently<Came extends WithAnswer>(
  ask: () => Promise<Came | null>,
  fetches: FetchRecord[],
): Promise<Came | null> {
  for (let tries = 1; ; tries += 1) {
    const came = await ask();
    if (came) fetches.push(came.answer.fetch);
    if (came?.answer.judgement.kind !== 'busy' || tries >= MOST_TRIES) return came;
  }
}
