import type { Datastore } from './datastore.ts';

/** A line of a list: the nearest `li`, `tr`, `dd`, `dt` or `p` around a link, with the words in it but not in a line within. */
export interface PageRow {
  readonly parent: PageRow | null;
  readonly text: string;
  /** Links in it, those of the lines within counted. */
  readonly links: number;
}

/** Something on a page that leads on, as printed: nothing is resolved yet, as most links are never followed. */
export interface PageLink {
  readonly href: string;
  /** The words between the tags, or the `alt` of a picture that stands in their place. */
  readonly text: string;
  /** The `title` attribute: whole where the words are cut short. */
  readonly title: string | null;
  readonly row: PageRow | null;
  /** `content`: in the container of an article's text; `frame`: in the head, foot or menu of the site. */
  readonly place: 'content' | 'frame' | 'body';
  /** Class and id of the link and of the element around it. */
  readonly marks: string;
}

/** An element that has its list drawn by a request: the `url` and `queryData` attributes of jpaas. */
export interface DrawnUnit {
  readonly url: string;
  readonly query: string;
}

/** What discovery needs of a page, read in one pass. Comments and hidden lines are left out. */
export interface PageFacts {
  /** Where the page came from. */
  readonly url: string;
  /** What its links are resolved against: `url`, or the page's own base. */
  readonly base: string;
  readonly title: string;
  /** By lower-case name; tags that are empty or say `null` are absent. */
  readonly meta: ReadonlyMap<string, string>;
  /** In the order of the page; those in data islands after them. */
  readonly links: readonly PageLink[];
  /** What frames, embeds and objects show. */
  readonly frames: readonly string[];
  /** The scripts that hold a word known from a loader, a pager or a download. */
  readonly scripts: string;
  readonly scriptSources: readonly string[];
  readonly datastore: Datastore | null;
  readonly drawn: readonly DrawnUnit[];
  /** The visible words without their breaks. */
  readonly text: string;
  /** There is a container of an article's text. */
  readonly hasContent: boolean;
  /** There is more of it than is looked at: too many links, or elements too deep within each other. */
  readonly isCut: boolean;
  /** The parsed answer of an interface; null for a page. */
  readonly json: unknown;
}

/** So many links of one page are looked at. */
export const MAX_LINKS = 20_000;
/** Characters of script that are kept of one page. */
export const MAX_SCRIPT = 1 << 20;
/** Characters of visible words that are kept of one page. */
export const MAX_TEXT = 200_000;
