import type { Pages } from './page.ts';
import type { Report } from './report.ts';

/** A file beside a report: where it stands, and which of `files/` it is. Null: no document but an error page. */
export interface Attached {
  readonly path: string;
  readonly file: string | null;
}

/** An item of a column where it stands. Without a report it is a notice, an interpretation, a piece of news. */
export interface Place {
  readonly path: string;
  readonly title: string;
  readonly report: Report | null;
  readonly tables: 'on the page' | 'in a file';
  readonly attached: readonly Attached[];
  /** Why it can't or must not be had, where that is so: the code of a `Trap`. */
  readonly lost?: TrapKind;
}

/** Why an address leads to no report that counts. */
export type TrapKind =
  | 'notice'
  | 'robots'
  | 'scope'
  | 'private'
  | 'redirect out of scope'
  | 'challenge'
  | 'soft 404'
  | 'home page'
  | 'redirect loop'
  | 'too large'
  | 'vanished';

/** A part of a site as a family's template makes it. */
export interface Built {
  readonly pages: Pages;
  readonly places: readonly Place[];
}

/** Which validators a server sends, and honours. */
export type Validators = 'both' | 'etag' | 'modified' | 'none';

/** A server under one or several names. */
export interface Host extends Built {
  /** The first is the one to be called by; the others are twins. */
  readonly names: readonly [string, ...string[]];
  /** 127.0.0.N; hosts of one address share a server. */
  readonly address: string;
  /** The text of robots.txt, or the status that is answered instead. */
  readonly robots: Robots;
  readonly validators: Validators;
  /** What an unknown path gives: status 404, a page that only says so, or the home page. */
  readonly missing: 'not found' | 'soft 404' | 'home page';
  readonly family: string;
  readonly publisher: Publisher | null;
  /** Addresses beyond the places that lead nowhere. */
  readonly traps: readonly Trap[];
}

export interface Robots {
  readonly status: number;
  /** Starts of paths. */
  readonly disallow: readonly string[];
  /** Seconds. */
  readonly crawlDelay: number | null;
}

/** What the declaration of a host's publisher says. */
export interface Publisher {
  readonly id: string;
  readonly name: string;
  /** GB/T 2260 style code of its place; null where the declaration leaves it out. */
  readonly region: string | null;
  readonly level: 'nation' | 'province' | 'prefecture' | 'county' | 'township' | null;
  /** How many bodies are expected to report each year. */
  readonly agencies: number | null;
  /** Paths of the entry pages; empty: the home page has to lead there. */
  readonly columns: readonly string[];
  /** Whether the declaration names the family. */
  readonly tellsFamily?: true;
  readonly corrections?: readonly { path: string; skip?: true; kind?: 'column' | 'report'; because: string }[];
}

export interface Trap {
  readonly url: string;
  readonly because: TrapKind;
  /** Whether asking for it is itself a breach of manners. */
  readonly ask: 'never' | 'at will';
}

export const OPEN: Robots = { status: 200, disallow: [], crawlDelay: null };

/** Several parts as one. Two pages of one name are a mistake in the tables. */
export function join(...parts: readonly Built[]): Built {
  const pages: Record<string, Pages[string]> = {};
  for (const part of parts) {
    for (const [path, page] of Object.entries(part.pages)) {
      if (pages[path]) throw new Error(`the sample portal has two pages for ${path}; give one of them another path`);
      pages[path] = page;
    }
  }
  return { pages, places: parts.flatMap(({ places }) => places) };
}
