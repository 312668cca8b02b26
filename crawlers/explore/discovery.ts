import type {
  ColumnScope,
  CrawlRequest,
  DiscoveredLink,
  EntryKind,
  LinkWords,
  Named,
  Remark,
  Verdict,
} from '../../src/model/crawl/entry.ts';
import type { Furniture } from './furniture.ts';
import type { PageScripts } from './in-place-scripts.ts';

/** A body that was fetched (or rendered), decoded, as discovery sees it. */
export interface FoundPage extends Named {
  /** The address it came from, after redirects: what relative links are resolved against. */
  readonly url: string;
  readonly kind: EntryKind;
  /** What the words of the link that led here promised; null for a declared place. */
  readonly words: LinkWords | null;
  /** Decoded text: HTML, JSON or XML. */
  readonly text: string;
  readonly mediaType: string | null;
  /** Scripts that the page takes from elsewhere and that were asked for, by their addresses. */
  readonly scripts: PageScripts;
  /** The body that was posted to get it, where it was: what the next page's is made of. */
  readonly posted: string | null;
  /** 1 for the column's first page. */
  readonly page: number;
  readonly scope: ColumnScope | null;
  /** The family recognised on an earlier page of the column, or declared. */
  readonly family: string | null;
  /** The page was drawn by a browser; a list that is still empty then really is. */
  readonly rendered: boolean;
  /** The links of the host's first explored page; null where this is it. */
  readonly furniture: Furniture | null;
  /** The addresses that the page before led to, this one among them; empty where there is none. */
  readonly ledTo: ReadonlySet<string>;
}

/** What a page is and leads to. */
export interface Discovery {
  readonly family: string;
  readonly verdict: Verdict;
  /** In the order of the page, each place once; the next page of the list is among them, as one `list`. */
  readonly links: readonly DiscoveredLink[];
  /** A loader is there and what the page itself holds is empty. */
  readonly needsBrowser: boolean;
  /** The next page of one article, which is asked for at once: the report is read when all of it is there. */
  readonly nextPart: CrawlRequest | null;
  /** Scripts that stand among its contents: what they write is part of the page, which is looked through again with them. */
  readonly inPlace: readonly CrawlRequest[];
  readonly remarks: readonly Remark[];
  /** The digests of its links, where it is the first page of its host. */
  readonly furniture: readonly number[] | null;
}
