import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { FoundPage } from '../explore/discovery.ts';
import type { PageFacts } from '../explore/page-facts.ts';

/** A page of a list, or an answer of the interface that a list is drawn from. */
export interface ListPage {
  readonly found: FoundPage;
  readonly facts: PageFacts;
}

/** What is particular to the pages of one portal software. All but its marks is optional: most print links and a pager. */
export interface Family {
  readonly name: string;
  /** Addresses that only this software has; tested first. */
  readonly address: RegExp | null;
  /** Pieces of markup and script, any of which gives it away. */
  readonly marks: readonly string[];
  /** Addresses of its articles, where two of them on a page are enough to tell. */
  readonly links: RegExp | null;
  /** Requests that scripts of the page make for its list, and that need nothing made in a browser. */
  readonly load?: (page: ListPage) => readonly CrawlRequest[];
  /** Items that its interface gives at once, where requests do not say. */
  readonly perPage?: number;
  /** The list is drawn by requests that carry what only a browser makes. */
  readonly drawnInBrowser?: (page: ListPage) => boolean;
  /** A piece of address that all articles of the column share, as read from one of them. */
  readonly shares?: RegExp;
  /** The same, as read from the address of the column of one body. */
  readonly columnShares?: (url: string) => string | null;
}

/** Further pages of one column that are asked for by number. */
export const MAX_PAGES = 500;
