import type { Ask } from './graph.ts';
import type { RowParts } from './half.ts';
import type { HostPlan } from './site.ts';

/** A list that a transport brings to its readers. */
export interface ListDraft {
  readonly plan: HostPlan;
  readonly path: string;
  readonly title: string;
  /** Unique on the host. */
  readonly number: number;
  readonly rows: readonly Row[];
  /** Rows of another column, for servers that mix them up. */
  readonly neighbour: readonly Row[];
  /** Puts the furniture around the contents of one of its pages. */
  readonly page: (content: string) => string;
}

export interface Row extends RowParts {
  /** What the link leads to. */
  readonly to: Ask;
}

/** Rows page by page. */
export function chunks<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: count }, (_, page) => rows.slice(page * size, (page + 1) * size));
}

export interface Slice {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** How many records the server gives where `asked` are asked for. */
function sizeOf({ plan }: ListDraft, asked: number): number {
  const { paging } = plan.drawn;
  if (paging === 'capped') return Math.min(asked, plan.perPage);
  if (paging === 'empty above') return asked > plan.perPage ? 0 : asked;
  return paging === 'short' ? Math.max(1, asked - 1) : asked;
}

/** The records from `first` on (0 the first), as the server answers a question for `asked` of them. */
function sliceFrom(list: ListDraft, first: number, size: number): Slice {
  const { rows, neighbour, plan } = list;
  const { paging } = plan.drawn;
  const total = paging === 'stale total' ? Math.max(1, rows.length - 3) : paging === 'endless' ? 9999 : rows.length;
  if (first < rows.length) return { rows: rows.slice(first, first + size), total };
  if (paging === 'page 1 again') return { rows: rows.slice(0, size), total };
  return { rows: paging === 'neighbour' ? neighbour.slice(0, size) : [], total };
}

/** What the server answers for page `page` (1 the first) of `asked` records. */
export function pageOf(list: ListDraft, page: number, asked: number): Slice {
  const size = sizeOf(list, asked);
  return sliceFrom(list, (Math.max(1, page) - 1) * size, size);
}

/** What the server answers for records `from` to `to`, 1 the first. */
export function recordsOf(list: ListDraft, from: number, to: number): Slice {
  return sliceFrom(list, Math.max(0, from - 1), sizeOf(list, to - from + 1));
}

/** Page sizes as the site's own script asks for them: more than a page where the server caps it. */
export const askedSize = ({ plan }: ListDraft): number =>
  plan.drawn.paging === 'capped' ? plan.perPage * 3 : plan.perPage;

/** Pages 1, 2 ... as a patient reader asks for them, until one brings nothing new; that one is left out. */
export function readings(list: ListDraft): readonly (readonly Row[])[] {
  const seen = new Set<string>();
  const pages: (readonly Row[])[] = [];
  for (let page = 1; ; page += 1) {
    const { rows } = pageOf(list, page, askedSize(list));
    const own = rows.filter((row) => list.rows.includes(row) && !seen.has(row.href));
    if (own.length === 0) return pages;
    for (const { href } of own) seen.add(href);
    pages.push(rows);
  }
}
