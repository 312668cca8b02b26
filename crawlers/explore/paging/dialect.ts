import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import type { ListPage } from '../../families/family.ts';

/** A page of a list whose successor is wanted. */
export interface Turn extends ListPage {
  /** Which page of the list it is, the first being 1. */
  readonly at: number;
  /** Items that it brought. */
  readonly received: number;
}

/** A request that may bring the next page, and the manner of paging that it follows. */
export interface Way {
  readonly dialect: string;
  readonly request: CrawlRequest;
}
