import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { Exchange } from '../http/exchange.ts';

/** What a page asks for is asked here and nowhere else; null refuses it. `isDocument`: the page itself, not a part of it. */
export type FetchFor = (request: CrawlRequest, about: { readonly isDocument: boolean }) => Promise<Exchange | null>;

export interface RenderedPage {
  /** The page's own address in the end, after redirects and after what its scripts did. */
  readonly url: string;
  readonly html: string;
  /** The page after each turn of its pager, where it was turned. */
  readonly turned: readonly string[];
  readonly status: number;
}

/** Turns of one drawn page's pager; where so many were made, more may be there. */
export const MOST_TURNS = 20;

/** Whether to turn the pages of the list that a page shows, once it is drawn. */
export type Turns = (html: string) => boolean;

export interface RenderLimits {
  /** ms for the whole page, waits for the host's pace included. */
  readonly whole: number;
  /** ms without an answer after which a page is drawn. */
  readonly quiet: number;
  /** Characters of the page as drawn. */
  readonly html: number;
  /** Turns of a pager. */
  readonly turns: number;
}
