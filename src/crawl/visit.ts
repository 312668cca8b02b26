import type { Message } from '../report.ts';

/**
 * What a place of a portal is to the crawl: a `column` is an entry page or a sub-portal's column, a `list` a further page of
 * one, a `report` a page that holds an annual report, an `attachment` a file that belongs to one.
 */
export type VisitKind = 'column' | 'list' | 'report' | 'attachment';

/** One request that can be made: what makes two of them the same place is `visitKey`. */
export interface Ask {
  /** Absolute, http or https, normalised by `normaliseUrl`. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** The form or JSON that a POST carries. */
  readonly body: string | null;
  /** `application/x-www-form-urlencoded` or `application/json`, with a POST. */
  readonly bodyType: string | null;
}

/** The GET of an address that `normaliseUrl` gave. */
export const getOf = (url: string): Ask => ({ url, method: 'GET', body: null, bodyType: null });

/** A place that a page leads to. */
export interface Lead extends Ask {
  readonly kind: VisitKind;
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

/** What marks the links of one column: the start of their path, or a piece of their address such as `art_<col>_`. */
export interface ColumnScope {
  readonly pathPrefix: string | null;
  readonly contains: string | null;
}

/** A place in the queue, leased to be visited. */
export interface Visit extends Ask {
  readonly id: number;
  readonly hostId: number;
  readonly portalId: number | null;
  readonly kind: VisitKind;
  readonly title: string | null;
  /** Address of the page that led here; sent as Referer. */
  readonly referer: string | null;
  /** The column this place was found in; a column's own id for itself; null for none. */
  readonly columnId: number | null;
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
