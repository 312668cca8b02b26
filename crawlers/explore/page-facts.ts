import type { Datastore } from './datastore.ts';

/** What stands around a link and says what it is a link to: the words that a person would read beside it. */
export interface LinkRow {
  /** The words of the nearest `li`, `tr`, `dd`, `dt` or `p`. */
  readonly text: string;
  /** Links in it. */
  readonly links: number;
}

/** Something on a page that leads on, as printed: nothing is resolved yet, as most links are never followed. */
export interface PageLink {
  readonly href: string;
  /** The words between the tags, or the `alt` of a picture that stands in their place. */
  readonly text: string;
  /** The `title` attribute: whole where the words are cut short. */
  readonly title: string | null;
  readonly row: LinkRow | null;
  /** In a table: the words of the other cells of the row, in their order, and of the head of the column. */
  readonly cells: { readonly row: readonly string[]; readonly column: string } | null;
  /** The nearest heading before it. */
  readonly heading: string;
  /** `content`: in the container of an article's text; `frame`: in the head, foot, menu or breadcrumb of the site. */
  readonly place: 'content' | 'frame' | 'body';
  /** Class and id of the link and of the element around it. */
  readonly marks: string;
}

/** A form as it would be sent: for pages that are turned by one, and years that are chosen in one. */
export interface PageForm {
  /** Its `name` and `id`, by which scripts speak of it. */
  readonly names: readonly string[];
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly fields: ReadonlyMap<string, string>;
  /** Names of the fields that a person fills in. */
  readonly typed: readonly string[];
  readonly buttons: readonly FormButton[];
}

export interface FormButton {
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

/** An element that turns the page without being a link: a button, or a call of the page's script. */
export interface PageTurn {
  readonly text: string;
  /** The address that its handler or data name. */
  readonly href: string | null;
  /** Its script: `javascript:` of a link, `onclick` of anything. */
  readonly handler: string;
  /** The number in its data. */
  readonly number: number | null;
}

/** An element that has its list drawn by a request: the `url` and `queryData` attributes of jpaas. */
export interface DrawnUnit {
  readonly url: string;
  readonly query: string;
}

/** What exploring needs of a page. Comments and hidden lines are left out. */
export interface PageFacts {
  /** Where the page came from. */
  readonly url: string;
  /** What its links are resolved against: `url`, or the page's own base. */
  readonly base: string;
  readonly title: string;
  /** By lower-case name; tags that are empty or say `null` are absent. */
  readonly meta: ReadonlyMap<string, string>;
  /** The words of the page's headings (`h1` to `h3`), in their order. */
  readonly headings: readonly string[];
  /** The last step of the breadcrumb; empty where there is none. */
  readonly crumb: string;
  /** In the order of the page; those in scripts and data islands after them. */
  readonly links: readonly PageLink[];
  readonly forms: readonly PageForm[];
  readonly turns: readonly PageTurn[];
  /** What frames, embeds and objects show. */
  readonly frames: readonly string[];
  /** The scripts of the page, with those that were asked for. */
  readonly scripts: string;
  /** The sources of scripts whose text is not known. */
  readonly scriptSources: readonly string[];
  /** Those of them that stand among the contents. */
  readonly placedScripts: readonly string[];
  readonly datastore: Datastore | null;
  readonly drawn: readonly DrawnUnit[];
  /** The visible words without their breaks. */
  readonly text: string;
  /** There is a container of an article's text. */
  readonly hasContent: boolean;
  /** There is more of it than is looked at: too many links or elements, or elements too deep within each other. */
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
