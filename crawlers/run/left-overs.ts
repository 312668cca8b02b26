import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { ArchivedEntry } from './crawl.ts';

const keyOf = (entry: FrontierEntry, url: string): string => `${entry.id} ${url}`;

/**
 * Answers that a killed run had archived for a visit of several requests and not written down: they are given to the visit when it
 * is made again, in place of asking again.
 */
export class LeftOvers {
  readonly #answers = new Map<string, ArchivedEntry>();

  keep(entry: FrontierEntry, left: ArchivedEntry): void {
    this.#answers.set(keyOf(entry, left.exchange.url), left);
  }

  /** Gives an answer once. */
  take(entry: FrontierEntry, url: string): ArchivedEntry | null {
    const key = keyOf(entry, url);
    const left = this.#answers.get(key) ?? null;
    this.#answers.delete(key);
    return left;
  }
}
