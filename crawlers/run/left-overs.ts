import type { Visit } from '../../src/model/crawl/visit.ts';
import type { ArchivedVisit } from './crawl.ts';

const keyOf = (visit: Visit, url: string): string => `${visit.id} ${url}`;

/**
 * Answers that a killed run had archived for a visit of several requests and not written down: they are given to the visit when it
 * is made again, in place of asking again.
 */
export class LeftOvers {
  readonly #answers = new Map<string, ArchivedVisit>();

  keep(visit: Visit, left: ArchivedVisit): void {
    this.#answers.set(keyOf(visit, left.exchange.url), left);
  }

  /** Gives an answer once. */
  take(visit: Visit, url: string): ArchivedVisit | null {
    const key = keyOf(visit, url);
    const left = this.#answers.get(key) ?? null;
    this.#answers.delete(key);
    return left;
  }
}
