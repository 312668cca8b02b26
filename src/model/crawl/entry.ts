import type { Message } from '../report.ts';

/**
 * What a place of a portal is to the crawl: a `column` is an entry page or a sub-portal's column, a `list` a further page of
 * one, a `report` a page that holds an annual report, an `attachment` a file that belongs to one.
 */
export type EntryKind = 'column' | 'list' | 'report' | 'attachment';

/** One request that can be made: what makes two of them the same place is `visitKey`. */
export interface CrawlRequest {
  /** Absolute, http or https, normalised by `normaliseUrl`. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** The form or JSON that a POST carries. */
  readonly body: string | null;
  /** `application/x-www-form-urlencoded` or `application/json`, with a POST. */
  readonly bodyType: string | null;
}

/** The GET of an address that `normaliseUrl` gave. */
export const getRequest = (url: string): CrawlRequest => ({ url, method: 'GET', body: null, bodyType: null });

/** What the words of a link promise; `other` where only its address or its place on the page speaks for it. */
export type LinkWords = 'report' | 'annual' | 'year' | 'archive' | 'group' | 'body' | 'way' | 'other';

/** What a page turned out to be once it was fetched. `way` and `decoy` are pages that held nothing by themselves. */
export type Verdict = 'article' | 'list' | 'hub' | 'way' | 'decoy';

/** What the words around a link name: whose report, and for which year. */
export interface Named {
  readonly agency: string | null;
  readonly year: number | null;
}

/** A place that a page leads to. */
export interface DiscoveredLink extends CrawlRequest, Named {
  /** What it probably is; the page itself gives the verdict. */
  readonly kind: EntryKind;
  /**
   * From 0 to 100, for a page of unknown role: the higher, the sooner it is explored, within the portal's budget. Null for what is
   * fetched in any case: reports, files, further pages, requests of a list's own script.
   */
  readonly score: number | null;
  readonly words: LinkWords | null;
  /** The words of the link, as printed. */
  readonly title: string | null;
  /** The date printed beside the link, ISO 8601. */
  readonly date: string | null;
  /**
   * For a `column` or `list`: what its own links must share to belong to it, so that a pager that leaks into a neighbour
   * column is seen. Null: anything in scope.
   */
  readonly scope: ColumnScope | null;
}

/** How far a list was read when a further page of it was led to. */
export interface ListProgress {
  /** The way of paging that led there; it goes on where its page repeats an earlier one. */
  readonly dialect: string;
  /** Which page of the list it is, the column itself being 1. */
  readonly page: number;
  /** Digests of the addresses that the column and the latest page listed. */
  readonly seen: readonly string[];
  /** Items of the pages before. */
  readonly count: number;
  /** Items that the list says it has; null where it does not. */
  readonly total: number | null;
  /** Pages in a row, up to this one, that brought nothing of use: it is asked for all the same. */
  readonly idle: number;
}

/**
 * What marks the links of one column: the start of their path, or a piece of their address such as `art_<col>_`; for a further
 * page of a list, how far the list was read as well.
 */
export interface ColumnScope {
  readonly pathPrefix: string | null;
  readonly contains: string | null;
  readonly progress?: ListProgress;
  /** The page that an answer of an interface is shown on, which its links are relative to; absent where it is a page itself. */
  readonly base?: string;
}

/** A place in the queue, leased to be visited. */
export interface FrontierEntry extends CrawlRequest, Named {
  readonly id: number;
  readonly hostId: number;
  readonly portalId: number | null;
  readonly kind: EntryKind;
  /** As of the link that led here first; null for a place that is known to be worth its visits. */
  readonly score: number | null;
  readonly words: LinkWords | null;
  readonly title: string | null;
  /** Address of the page that led here; sent as Referer. */
  readonly referer: string | null;
  /** The column this place was found in; a column's own id for itself; null for none. */
  readonly columnId: number | null;
  /** The page that led here first. */
  readonly via: number | null;
  /** The report an attachment belongs to. */
  readonly parentId: number | null;
  readonly scope: ColumnScope | null;
  /** The family recognised earlier in this column, if any. */
  readonly family: string | null;
  /** Chosen once a column: its list is drawn by script. */
  readonly rendered: boolean;
  /** 1 for the column itself, 2 for its second page... */
  readonly page: number;
  /** Redirects followed to come here. */
  readonly hops: number;
  /** Attempts so far, this one not counted. */
  readonly attempts: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the body it last gave, decoded; null where it was never fetched. */
  readonly sha256: string | null;
  /** When its body last differed from the one before, ms since 1970; null where it was never fetched. */
  readonly changedAt: number | null;
  /** When what came of its last visit was written down, ms since 1970; null before the first. */
  readonly visitedAt: number | null;
}

/** Something about a page that a person should know; `code` is stable: `CR-SOFT-404`, `CR-PAGING-REPEATS`... */
export interface Remark {
  readonly code: string;
  readonly message: Message;
}
