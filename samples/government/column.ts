import type { Place, TrapKind } from './host.ts';
import type { Page } from './page.ts';
import { type Report, titleOf } from './report.ts';

/** What a site says of itself on every page. */
export interface Site {
  readonly host: string;
  /** 兰渚市人民政府 */
  readonly name: string;
  /** 网站标识码: six digits of the region and four more. */
  readonly code: string;
}

/** An item of a column, before a family's template gives it an address. */
export interface Entry {
  readonly title: string;
  /** `2026-01-20` */
  readonly date: string;
  /** A number that no other item of the host has: addresses are made from it. */
  readonly id: number;
  /** Null: something else than a report, see `lost`. */
  readonly report: Report | null;
  /** Names in `files/`; `error page` for an attachment that is none. */
  readonly attached: readonly string[];
  readonly tables: Place['tables'];
  /** The path of its page, where that lies elsewhere than the template has it. */
  readonly at?: string;
  /** How the list misprints the link. */
  readonly href: (address: string) => string;
  /** What is wrong with its page. */
  readonly fault: (page: Page) => Page;
  readonly lost?: TrapKind;
}

/** A list of items with its pager. */
export interface Column {
  readonly site: Site;
  /** `政府信息公开年报` */
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly perPage: number;
  /** Markup above the list: links to neighbours. */
  readonly above?: string;
}

const same = <T>(value: T): T => value;

/** An item that is a report. */
export const reported = (id: number, agency: string, year: number, more: Partial<Entry> = {}): Entry => {
  const report: Report = { agency, year };
  return {
    id,
    title: titleOf(report),
    date: `${year + 1}-01-${String(10 + (id % 18)).padStart(2, '0')}`,
    report,
    attached: [],
    tables: 'on the page',
    href: same,
    fault: same,
    ...more,
  };
};

/** An item that is none. */
export const notice = (id: number, title: string, more: Partial<Entry> = {}): Entry => ({
  id,
  title,
  date: '2026-02-05',
  report: null,
  attached: [],
  tables: 'on the page',
  href: same,
  fault: same,
  lost: 'notice',
  ...more,
});

/** Items that fill a list so that it has more pages than one; their titles differ by a number. */
export const notices = (first: number, count: number, title: string): Entry[] =>
  Array.from({ length: count }, (_, index) => notice(first + index, `${title}（第${index + 1}期）`));

/** The same reports of one body for several years, newest first; ids count up. */
export const years = (first: number, agency: string, from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, back) => reported(first + back, agency, to - back));

/** The item where the template put it. */
export const placeOf = (entry: Entry, path: string, attached: Place['attached'] = []): Place => ({
  path,
  title: entry.title,
  report: entry.lost ? null : entry.report,
  tables: entry.tables,
  attached,
  ...(entry.lost ? { lost: entry.lost } : {}),
});

/** The items page by page; one empty page where there are none. */
export function pagesOf<T>(items: readonly T[], perPage: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / perPage));
  return Array.from({ length: count }, (_, page) => items.slice(page * perPage, (page + 1) * perPage));
}

/** `20260120` */
export const compact = (date: string): string => date.replaceAll('-', '');

/** Digits or hex digits that look drawn at random and are always the same for an item. */
export function digits(id: number, length: number, alphabet = '0123456789abcdef'): string {
  let state = Math.imul(id + 1, 0x9e3779b1) >>> 0;
  let drawn = '';
  while (drawn.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    drawn += alphabet[(state >>> 16) % alphabet.length] ?? '';
  }
  return drawn;
}
