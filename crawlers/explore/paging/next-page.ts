import type { CrawlRequest, DiscoveredLink, ListProgress } from '../../../src/model/crawl/entry.ts';
import { type ListPage, MAX_PAGES } from '../../families/family.ts';
import { requestKey } from '../../normalise-url.ts';
import type { Missing } from '../remarks.ts';
import { type Brought, whatCame } from './brought.ts';
import { dataWays } from './data-pager.ts';
import type { Turn, Way } from './dialect.ts';
import { formWays } from './form-pager.ts';
import { handlerWays } from './handler-pager.ts';
import { printedWays } from './printed-pager.ts';
import { promisedItems, promisedPages } from './promised.ts';
import { requestedSize, requestWays, smallerRequest } from './request-pager.ts';
import { scriptWays } from './script-pager.ts';

/** Pages in a row that are asked for although none brought anything of use: another dialect, smaller pieces, a mixed column. */
const MOST_IDLE = 3;

/** What follows a page of a list. */
interface NextPage {
  /** The request for the next page, with how far the list was read by then; null at the end. */
  readonly next: { readonly request: CrawlRequest; readonly progress: ListProgress } | null;
  /** What was promised and did not come, once nothing leads on. */
  readonly missing: Missing | null;
}

/** The dialect of a list whose first request was seen while its page was drawn. */
export const RECIPE = 'recipe';

export const BEGINNING: ListProgress = { dialect: '', page: 1, seen: [], count: 0, total: null, idle: 0 };

/** An answer of an interface, or a piece of markup: it is paged by the request, a page by what it prints. */
const isPart = ({ found, facts }: ListPage): boolean =>
  facts.json !== null ||
  (facts.title === '' && facts.meta.size === 0 && (found.posted !== null || facts.datastore !== null));

/** Every manner of paging that the page speaks of, the most trusted first. `more`: it is known that more is to come. */
function waysOf(turn: Turn, more: boolean): Way[] {
  if (isPart(turn)) return [...requestWays(turn), ...dataWays(turn), ...printedWays(turn)];
  const page = [...printedWays(turn), ...handlerWays(turn), ...formWays(turn), ...scriptWays(turn, more)];
  return [...page, ...dataWays(turn), ...(more || turn.found.posted !== null ? requestWays(turn) : [])];
}

/** Fewer came than were asked for, and they are all that was promised: two signs that agree on the end. */
const isLast = (turn: Turn, count: number, total: number | null, size: number | null): boolean =>
  count === total && turn.received < (size ?? 0);

/**
 * The one law of paging: go on by what came, stop where a page brings nothing new. Totals end nothing; they are told where they
 * were not reached. A page that repeats an earlier one is asked for in another dialect, an empty one in smaller pieces.
 * `size`: what the software gives at once where a request does not say.
 */
export function nextPage(page: ListPage, links: readonly DiscoveredLink[], size: number | null = null): NextPage {
  const before = page.found.scope?.progress ?? { ...BEGINNING, page: page.found.page };
  const came = whatCame(page, links);
  const repeats = came.items > 0 && before.seen.includes(came.digest);
  const total = promisedItems(page) ?? before.total;
  const count = before.count + (repeats ? 0 : came.items);
  const at = repeats ? before.page - 1 : before.page;
  const turn: Turn = { ...page, at, received: came.items };
  const pages = promisedPages(page);
  const more = total !== null ? count < total : pages !== null && at < pages;
  const missing = missingOf({ count, total, at: repeats || came.items === 0 ? before.page - 1 : at, pages });
  const way = page.found.page >= MAX_PAGES ? null : wayOf(turn, before, came, { repeats, more, count, total, size });
  if (!way) return { next: null, missing };
  const idle = repeats || came.reports === 0 ? before.idle + 1 : 0;
  if (idle > MOST_IDLE) return { next: null, missing };
  const seen = [...new Set([...before.seen.slice(0, 1), ...before.seen.slice(-1), came.digest])].filter(Boolean);
  return {
    next: { request: way.request, progress: { dialect: way.dialect, page: way.page, seen, count, total, idle } },
    missing,
  };
}

interface Standing {
  readonly repeats: boolean;
  readonly more: boolean;
  readonly count: number;
  readonly total: number | null;
  readonly size: number | null;
}

function wayOf(turn: Turn, before: ListProgress, came: Brought, standing: Standing): (Way & { page: number }) | null {
  const { repeats, more, count, total, size } = standing;
  const first = before.page === 1 && (before.dialect === '' || before.dialect === RECIPE);
  if (came.items === 0 && isPart(turn)) {
    // Nothing: the end, or more than the server gives at once.
    const smaller = first || before.dialect === 'smaller' ? smallerRequest(turn) : null;
    return smaller && { dialect: 'smaller', request: smaller, page: before.page };
  }
  if (came.items === 0 && !first) return null;
  if (!repeats) {
    if (isLast(turn, count, total, requestedSize(turn) ?? size)) return null;
    const ways = waysOf(turn, more);
    const way = ways.find(({ dialect }) => dialect === before.dialect) ?? ways[0];
    return way ? { ...way, page: turn.at + 1 } : null;
  }
  // The last page again is how some servers end; the first again for the second is another dialect.
  if (before.page > 2 && !more) return null;
  const here = requestKey({
    url: turn.found.url,
    method: turn.found.posted === null ? 'GET' : 'POST',
    body: turn.found.posted,
  });
  const ways = waysOf(turn, true);
  const tried = ways.findIndex(({ dialect }) => dialect === before.dialect);
  // Pages 0 and 1 are the same for some.
  const again = ways.find(
    ({ dialect, request: crawlRequest }) =>
      dialect === before.dialect && requestKey(crawlRequest) !== here && /^number/.test(dialect),
  );
  const way =
    again && before.idle === 0
      ? again
      : ways.slice(tried + 1).find(({ request: crawlRequest }) => requestKey(crawlRequest) !== here);
  return way ? { ...way, page: before.page } : null;
}

function missingOf({
  count,
  total,
  at,
  pages,
}: {
  count: number;
  total: number | null;
  at: number;
  pages: number | null;
}): Missing | null {
  if (total !== null) return count < total ? { unit: 'items', came: count, promised: total } : null;
  return pages !== null && at < pages ? { unit: 'pages', came: at, promised: pages } : null;
}
