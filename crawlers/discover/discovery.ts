import type { ColumnScope, Lead, Remark, VisitKind } from '../../src/crawl/visit.ts';

/** A body that was fetched (or rendered), decoded, as discovery sees it. */
export interface FoundPage {
  /** The address it came from, after redirects: what relative links are resolved against. */
  readonly url: string;
  readonly kind: VisitKind;
  /** Decoded text: HTML, JSON or XML. */
  readonly text: string;
  readonly mediaType: string | null;
  /** The body that was posted to get it, where it was: what the next page's is made of. */
  readonly posted: string | null;
  /** 1 for the column's first page. */
  readonly page: number;
  readonly scope: ColumnScope | null;
  /** The family recognised on an earlier page of the column, or declared. */
  readonly family: string | null;
  /** The page was drawn by a browser; a list that is still empty then really is. */
  readonly rendered: boolean;
}

/** What a page leads to. */
export interface Discovery {
  readonly family: string;
  /** In the order of the page, each place once; the next page of the list is among them, as one `list`. */
  readonly leads: readonly Lead[];
  /** A loader is there and the static list is empty. */
  readonly needsBrowser: boolean;
  readonly remarks: readonly Remark[];
}
