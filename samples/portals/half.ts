import type { Address } from './addresses.ts';

/**
 * What governments are drawn with: names of places, lists of words, templates of pages. There are two halves: the open one
 * (`open.ts`) for everyday work, and a sealed one that is written and counted apart.
 */
export interface Half {
  readonly name: string;
  readonly names: Names;
  readonly words: readonly Words[];
  readonly templates: readonly Template[];
  /** Kinds of addresses beside those of `addresses.ts`. */
  readonly addresses?: readonly Address[];
}

/** What is printed, and the word for it in addresses: `['政府信息公开年报', 'zfxxgknb']`. */
export type Term = readonly [text: string, slug: string];

/** Invented places; the second of each is a label of host names. At least 2 cities, 8 counties, 8 towns, 12 departments. */
export interface Names {
  /** `['澄阳市', 'chengyang']` */
  readonly cities: readonly Term[];
  /** Counties and districts: `['青岚县', 'qinglan']` */
  readonly counties: readonly Term[];
  /** `['柳溪镇', 'lxz']`, `['东门街道', 'dmjd']` */
  readonly towns: readonly Term[];
  /** `['财政局', 'czj']` */
  readonly departments: readonly Term[];
}

export type BodyKind = 'government' | 'department' | 'town';

/** The words of a site. */
export interface Words {
  readonly name: string;
  /** Pages that lead from the home page to the column, outermost first; at least two. */
  readonly leads: readonly Term[];
  /** Names of the column. */
  readonly columns: readonly Term[];
  /** Neighbours of the column in its section: 指南, 制度 and the like. */
  readonly neighbours: readonly Term[];
  readonly groups: Readonly<Record<BodyKind, readonly Term[]>>;
  readonly year: (year: number) => string;
  /** 历年年报 */
  readonly archives: readonly Term[];
  /** A second column with some of the same reports. */
  readonly copies: readonly Term[];
  /** A table of bodies by years. */
  readonly tables: readonly Term[];
  /** Where departments and counties with sites of their own are linked. */
  readonly sites: readonly Term[];
  /** Whole titles, as most of the site's reports bear them. */
  readonly titles: readonly ((body: string, year: number) => string)[];
  /** Titles with 工作总结 in place of 年度报告. */
  readonly summaryTitle: (body: string, year: number) => string;
  /** Titles that name no year. */
  readonly yearlessTitle: (body: string) => string;
  /** 查看 */
  readonly view: readonly string[];
  readonly more: string;
  readonly next: string;
  readonly home: string;
  readonly position: string;
  /** Behind the site's name: 门户网站. */
  readonly siteSuffix: string;
  /** Columns of what is no report. */
  readonly decoys: readonly DecoyColumn[];
  /** Other columns in the menu of every page. */
  readonly menu: readonly Term[];
  readonly news: readonly string[];
}

export interface DecoyColumn {
  readonly column: Term;
  /** Titles of what stands in it. `place` is the portal's place. */
  readonly titles: (place: string, year: number) => readonly string[];
  readonly type: string;
}

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** Everything that stands on a page, ready to be put in place. */
export interface PageParts {
  readonly title: string;
  readonly siteName: string;
  /** Meta tags. */
  readonly tags: string;
  readonly menu: readonly Link[];
  /** Empty for none; without an address where it is not linked. */
  readonly breadcrumb: readonly (Link | { readonly href: null; readonly text: string })[];
  readonly position: string;
  /** Tabs or a tree of neighbouring columns, as markup; empty for none. */
  readonly side: string;
  readonly content: string;
  readonly footer: readonly Link[];
  readonly code: string | null;
}

/** A row of a list. `cells` stand before the link, where the list is a table. */
export interface RowParts extends Link {
  readonly date: string;
  readonly cells: readonly string[];
}

/** What the pages of a site look like. Markup in, markup out. */
export interface Template {
  readonly name: string;
  readonly page: (page: PageParts) => string;
  /** Links that are what a page is for. */
  readonly links: (links: readonly Link[], heading: string) => string;
  /** One row, and what is around the rows of a list. */
  readonly row: (row: RowParts) => string;
  readonly list: (rows: string, heading: string) => string;
  readonly tabs: (links: readonly Link[]) => string;
  /** The pager as markup of its links. */
  readonly pager: (markup: string) => string;
  readonly article: (article: {
    readonly title: string;
    readonly date: string;
    readonly source: string;
    readonly contents: string;
  }) => string;
}
