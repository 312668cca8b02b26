import type { FetchRecord } from '../../src/crawl/frontier.ts';
import type { Ask, Visit } from '../../src/crawl/visit.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Answer, answerOf, digestOf, noAnswer } from './answer.ts';
import type { Host } from './hosts.ts';
import type { LeftOvers } from './left-overs.ts';
import type { CrawlPorts, Renderer } from './ports.ts';
import type { Requests } from './requests.ts';
import { Stopped } from './requests.ts';
import type { RobotsKeeper } from './robots-keeper.ts';

/** Requests that one page may make. */
const MOST_REQUESTS = 60;

/** A page as the browser shows it, and every request that this took. */
export interface Rendered {
  readonly answer: Answer;
  readonly fetches: readonly FetchRecord[];
}

export interface PageRendererOptions {
  readonly ports: CrawlPorts;
  readonly renderer: Renderer;
  readonly requests: Requests;
  readonly robots: RobotsKeeper;
  readonly hostOf: (origin: string) => Host | null;
  /** A host that may not be asked for longer than this, ms, is not waited for. */
  readonly patience: number;
  readonly leftOvers: LeftOvers;
}

/** Draws pages in a browser, whose every request goes the way of all others: scope, robots.txt, pace, archive. */
export class PageRenderer {
  readonly #options: PageRendererOptions;

  constructor(options: PageRendererOptions) {
    this.#options = options;
  }

  /** `before` are the requests that were made for the page already. Throws `Stopped`. */
  async render(visit: Visit, before: readonly FetchRecord[]): Promise<Rendered> {
    const { renderer, ports } = this.#options;
    const fetches = [...before];
    const drawn: { document: Answer | null } = { document: null };
    try {
      const page = await renderer.render(visit.url, async (ask, { isDocument }) => {
        const got = fetches.length < MOST_REQUESTS ? await this.#fetch(visit, ask, isDocument) : null;
        if (!got) return null;
        fetches.push(got.answer.fetch);
        if (isDocument) drawn.document = got.answer;
        return got.exchange;
      });
      const { document } = drawn;
      if (!document) throw new Error(`the browser never asked for ${visit.url}`);
      // What the list shows decides whether it has changed; the page itself is always the same shell.
      const shown = { ...document.fetch, sha256: digestOf(Buffer.from(page.html)), etag: null, lastModified: null };
      return { answer: { ...document, text: page.html, fetch: shown }, fetches };
    } catch (error) {
      if (error instanceof Stopped) throw error;
      const failure = error instanceof Error ? error : new Error(String(error));
      const answer = noAnswer(visit, visit, failure, ports.clock.now());
      return { answer, fetches: [...fetches, answer.fetch] };
    }
  }

  async #fetch(
    visit: Visit,
    ask: Ask,
    isDocument: boolean,
  ): Promise<{ answer: Answer; exchange: Exchange | null } | null> {
    const { ports, requests, robots, hostOf, patience, leftOvers } = this.#options;
    const known = leftOvers.take(visit, ask.url);
    const fresh = { ...visit, sha256: null };
    if (known) {
      const { exchange, position } = known;
      const sha256 = digestOf(exchange.body);
      return { answer: answerOf(fresh, ask, exchange, { sha256, homeSha256: null, position }), exchange };
    }
    const host = hostOf(new URL(ask.url).origin);
    if (!host || !ports.inScope(ask.url) || host.readyAt > ports.clock.now() + patience) return null;
    if ((await robots.verdict(host, ask.url)) !== 'allowed') return null;
    const headers = { referer: isDocument ? visit.referer : visit.url, etag: null, lastModified: null };
    return requests.askFor(host, fresh, ask, headers, null);
  }
}
