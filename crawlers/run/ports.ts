import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { Frontier, WrittenRecord } from '../../src/model/crawl/frontier.ts';
import type { FetchFor, RenderedPage } from '../browser/rendering.ts';
import type { Discovery, FoundPage } from '../explore/discovery.ts';
import type { Exchange } from '../http/exchange.ts';

export type { FetchFor, RenderedPage };

/** What a request carries beside the place itself. */
export interface RequestHeaders {
  readonly referer: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface Client {
  /** The address a URL would be fetched from. Throws `FetchError`. */
  resolve(url: string): Promise<string>;
  /** One request, one answer. Throws `FetchError`. */
  fetch(request: CrawlRequest, headers: RequestHeaders): Promise<Exchange>;
}

/** What an exchange is written with. */
interface ArchiveNote {
  /** The key of the place it was asked for; null for robots.txt. What a killed run left is known by it. */
  readonly place: string | null;
  /** SHA-256 of the decompressed body; null where there is none. */
  readonly sha256: string | null;
  /** Of the body that this place gave before. */
  readonly previous: string | null;
  /** It is what a browser showed, not an answer. */
  readonly isDrawn?: boolean;
}

export interface Archive {
  write(exchange: Exchange, note: ArchiveNote): Promise<WrittenRecord>;
  /** Bytes written since it was opened. */
  readonly written: number;
}

/** A browser without a network of its own: everything its pages ask for is asked of `fetchFor`. */
export interface Renderer {
  render(
    url: string,
    fetchFor: FetchFor,
    /** Whether to turn the pages of the list that the page, once drawn, shows. */
    turns: (html: string) => boolean,
  ): Promise<RenderedPage>;
}

export interface Clock {
  now(): number;
  /** Resolves after so many ms, or at once when the signal is given. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Everything the crawl reaches the outside through. */
export interface CrawlPorts {
  readonly frontier: Frontier;
  readonly archive: Archive;
  readonly client: Client;
  /** Null: pages drawn by script are reported as not rendered. */
  readonly renderer: Renderer | null;
  readonly discover: (page: FoundPage) => Discovery;
  readonly inScope: (url: string) => boolean;
  readonly clock: Clock;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
}
