import type { Ask } from '../../src/crawl/visit.ts';
import type { Exchange } from '../http/exchange.ts';

/** What a page asks for is asked here and nowhere else; null refuses it. `isDocument`: the page itself, not a part of it. */
export type FetchFor = (ask: Ask, about: { readonly isDocument: boolean }) => Promise<Exchange | null>;

export interface RenderedPage {
  /** The page's own address in the end, after redirects and after what its scripts did. */
  readonly url: string;
  readonly html: string;
  readonly status: number;
}

export interface RenderLimits {
  /** ms for the whole page, waits for the host's pace included. */
  readonly whole: number;
  /** ms without an answer after which a page is drawn. */
  readonly quiet: number;
  /** Characters of the page as drawn. */
  readonly html: number;
}
