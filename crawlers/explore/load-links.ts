import { type ColumnScope, type CrawlRequest, type DiscoveredLink, getRequest } from '../../src/model/crawl/entry.ts';
import type { Family, ListPage } from '../families/family.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { ANYWHERE } from './column-scope.ts';
import type { FoundPage } from './discovery.ts';
import { makeDiscoveredLink } from './make-link.ts';
import type { PageContext } from './page-context.ts';
import { BEGINNING, RECIPE } from './paging/next-page.ts';
import { scriptRequests } from './script-requests.ts';
import { fillsElement } from './shell.ts';
import { isHome, originOf } from './url-shape.ts';

/** The page, the words that led to it, or the page of annual reports on which nobody foresaw them, say what it is of. */
export const promisesReports = ({ words, scope }: FoundPage, { annual }: PageContext): boolean =>
  annual || (words === 'other' ? scope !== null : words !== null && words !== 'way');

/** What the scripts of a page ask for to fill it, where it can be asked without them. */
function plainRequests({ facts }: ListPage): CrawlRequest[] {
  const urls = scriptRequests(facts.scripts).map((address) => normaliseUrl(address, facts.base));
  return urls
    .filter((url) => url !== null && originOf(url) === originOf(facts.url) && url !== facts.url)
    .map((url) => getRequest(url as string));
}

/** First requests of the list behind a shell are columns of their own: they change while the shell does not. */
export function loadLinks(page: ListPage, family: Family, context: PageContext, isEmpty: boolean): DiscoveredLink[] {
  if (page.found.page > 1 || page.facts.json !== null || page.found.posted !== null) return [];
  const isOf = context.annual || promisesReports(page.found, context);
  if (!isOf && (!isEmpty || !context.disclosure || isHome(page.found.url))) return [];
  const { agency, year } = page.found;
  const known = family.load?.(page) ?? [];
  const isLacking = !page.found.rendered && (isEmpty || fillsElement(page.facts, page.found.text));
  const scope = { ...ANYWHERE, base: page.facts.base };
  const asked = (requests: readonly CrawlRequest[], of: ColumnScope): DiscoveredLink[] =>
    requests.map((request) => makeDiscoveredLink(request, 'column', { agency, year, scope: of }));
  if (known.length > 0 || !isLacking) return asked(known, scope);
  // Where that gives nothing, the page is drawn.
  return asked(plainRequests(page), { ...scope, progress: { ...BEGINNING, dialect: RECIPE } });
}
