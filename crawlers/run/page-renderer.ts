import type { CrawlRequest, FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import type { SeenAnswer } from '../explore/recipe.ts';
import type { Exchange } from '../http/exchange.ts';
import { withoutFragment } from '../normalise-url.ts';
import { type Answer, answerOf, digestOf, noAnswer } from './answer.ts';
import { drawnBytes } from './archive-drawn.ts';
import { askPatiently } from './ask-patiently.ts';
import type { Host } from './hosts.ts';
import type { LeftOvers } from './left-overs.ts';
import type { CrawlPorts, FetchFor, Renderer } from './ports.ts';
import type { Requests } from './requests.ts';
import { Stopped } from './requests.ts';
import type { RobotsKeeper } from './robots-keeper.ts';

/** Requests that one page may make. */
const MOST_REQUESTS = 60;

/** An answer that was judged, and as it came; null where none did. */
export interface Came {
  readonly answer: Answer;
  readonly exchange: Exchange | null;
}

/** What was asked for before a page is drawn. */
export interface AskedBefore {
  readonly page: Came;
  /** Scripts of the page, by their addresses. */
  readonly scripts: ReadonlyMap<string, Came>;
  /** The requests that it took. */
  readonly fetches: readonly FetchRecord[];
}

/** A page as the browser shows it. */
export interface Drawn {
  /** What is shown, with a digest of that. */
  readonly answer: Answer;
  /** What the server sent for the page itself. */
  readonly plain: Answer;
  /** What its scripts asked for on its own site, and what came. */
  readonly seen: readonly SeenAnswer[];
}

/** A drawn page and every request that it took. */
interface Rendered {
  readonly answer: Answer;
  /** What the server sent for the page itself; null where it did not come. */
  readonly plain: Answer | null;
  /** The page after each turn of its pager. */
  readonly turned: readonly string[];
  readonly fetches: readonly FetchRecord[];
}

interface PageRendererOptions {
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

  /**
   * `before`, where the page was asked for already, is given to the browser; `read` is given the page once it is drawn and says whether
   * its pager is to be turned. Throws `Stopped`.
   */
  async render(entry: FrontierEntry, before: AskedBefore | null, read: (drawn: Drawn) => boolean): Promise<Rendered> {
    const { renderer, ports } = this.#options;
    const fetches: FetchRecord[] = [...(before?.fetches ?? [])];
    const seen: SeenAnswer[] = [];
    let known = before?.page ?? null;
    const came: { plain: Answer | null; answer: Answer | null } = { plain: null, answer: null };
    const { origin } = new URL(entry.url);
    const fetchFor: FetchFor = async (request, { isDocument }) => {
      const isSame = known !== null && withoutFragment(request.url) === withoutFragment(known.answer.fetch.url);
      const page = isDocument && request.method === 'GET' && isSame ? known : null;
      const given = page ?? (request.method === 'GET' ? before?.scripts.get(request.url) : null) ?? null;
      known = isDocument ? null : known;
      const may = (): boolean => fetches.length < MOST_REQUESTS;
      const got =
        given ?? (await askPatiently(async () => (may() ? this.#fetch(entry, request, isDocument) : null), fetches));
      if (!got) return null;
      const { answer, exchange } = got;
      // A turn of the pager may open another page.
      if (isDocument && !came.answer) came.plain = answer;
      const { text, mediaType, judgement } = answer;
      const isOwn = !isDocument && new URL(request.url).origin === origin;
      if (isOwn && text !== null && judgement.kind === 'ok') seen.push({ request, text, mediaType });
      return exchange;
    };
    try {
      const { turned } = await renderer.render(entry.url, fetchFor, (html) => {
        const { plain } = came;
        if (!plain) throw new Error(`the browser never asked for ${entry.url}`);
        // What the list shows decides whether it has changed; the page itself is always the same shell.
        const shown = {
          ...plain.fetch,
          url: plain.fetch.url === withoutFragment(entry.url) ? entry.url : plain.fetch.url,
          sha256: digestOf(drawnBytes(html)),
          etag: null,
          lastModified: null,
        };
        came.answer = { ...plain, text: html, fetch: shown };
        return read({ answer: came.answer, plain, seen });
      });
      if (!came.answer) throw new Error(`${entry.url} was not drawn`);
      return { answer: came.answer, plain: came.plain, turned, fetches };
    } catch (error) {
      if (error instanceof Stopped) throw error;
      const failure = error instanceof Error ? error : new Error(String(error));
      const answer = noAnswer(entry, entry, failure, ports.clock.now());
      return { answer, plain: null, turned: [], fetches: [...fetches, answer.fetch] };
    }
  }

  async #fetch(entry: FrontierEntry, request: CrawlRequest, isDocument: boolean): Promise<Came | null> {
    const { ports, requests, robots, hostOf, patience, leftOvers } = this.#options;
    const known = leftOvers.take(entry, request.url);
    const fresh = { ...entry, sha256: null };
    if (known) {
      const { exchange, position } = known;
      const sha256 = digestOf(exchange.body);
      return { answer: answerOf(fresh, request, exchange, { sha256, homeSha256: null, position }), exchange };
    }
    const host = hostOf(new URL(request.url).origin);
    if (!host || !ports.inScope(request.url) || host.readyAt > ports.clock.now() + patience) return null;
    if ((await robots.verdict(host, request.url)) !== 'allowed') return null;
    const headers = { referer: isDocument ? entry.referer : entry.url, etag: null, lastModified: null };
    return requests.askFor(host, fresh, request, headers, null);
  }
}
