import { type Ask, getOf, type Lead, type Remark } from '../../src/crawl/visit.ts';
import type { Family, ListPage } from '../families/family.ts';
import { printedNext, printedTotal } from '../families/printed-pager.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { findAttachments } from './attachments.ts';
import { ANYWHERE, isInScope, isNarrow, scopeOf } from './column-scope.ts';
import { holdsReport } from './discover-article.ts';
import type { Discovery } from './discovery.ts';
import type { LinkContext } from './judge-link.ts';
import { leadOf } from './lead-of.ts';
import { type ListLeads, listLeads } from './list-leads.ts';
import type { PageFacts } from './page-facts.ts';
import { REMARKS } from './remarks.ts';
import { hasShell } from './shell.ts';
import { isArticle, isFile, isHome, originOf } from './url-shape.ts';

const MOST_WAYS = 5;
const MOST_FRAMES = 3;

/** Reports, further columns, the next page: what a column or a page of its list leads to. */
export function discoverList(page: ListPage, family: Family, context: LinkContext): Discovery {
  const { found, facts } = page;
  const listed = listLeads(facts, context);
  const remarks: Remark[] = listed.withoutYear.map((title) => REMARKS.titleWithoutYear(title));
  if (facts.isCut) remarks.push(REMARKS.pageCut(found.url));
  const within = withinScope(page, listed, remarks);
  const holdsReports = within.leads.some(({ kind }) => kind === 'report');
  const isList = context.annual || holdsReports;

  const files = holdsReport(facts) ? findAttachments(facts).leads : null;
  const loads = loadLeads(page, family, context, within.leads.length === 0);
  const frames = holdsReports || files || isHome(found.url) ? [] : frameLeads(facts);
  const next = isList && !within.leaked ? nextLead(page, family, within.leads, remarks) : null;
  const ways = within.leads.some(({ kind }) => kind === 'column') || isList ? [] : listed.ways.slice(0, MOST_WAYS);
  const leads = unique([
    ...within.leads.map((lead) => withShare(lead, family)),
    ...ways,
    ...loads,
    ...frames,
    ...(files ?? []),
    ...(next ? [next] : []),
  ]);

  const isEmpty = leads.length === 0 && files === null;
  const needsBrowser =
    !found.rendered &&
    !holdsReports &&
    facts.json === null &&
    (family.drawnInBrowser?.(page) === true || (isEmpty && hasShell(facts, found.text, context.annual)));
  if (isEmpty && found.page === 1 && context.annual && !needsBrowser) remarks.push(REMARKS.emptyList(found.url));
  return { family: family.name, leads, needsBrowser, remarks };
}

/** A further page most of whose articles lie outside the column is a neighbour's: its reports are left to that. */
function withinScope({ found, facts }: ListPage, { leads }: ListLeads, remarks: Remark[]) {
  if (found.page === 1 || !isNarrow(found.scope)) return { leads, leaked: false };
  const isStray = (url: string): boolean => !isInScope(url, found.url, found.scope);
  const strays = leads.filter(({ kind, url }) => kind === 'report' && isStray(url));
  if (strays.length === 0) return { leads, leaked: false };
  const articles = facts.links
    .map(({ href, place }) => (place === 'frame' ? null : normaliseUrl(href, facts.base)))
    .filter((url) => url !== null && (isArticle(url) || isFile(url)));
  const outside = articles.filter((url) => url !== null && isStray(url)).length;
  if (outside * 2 <= articles.length) return { leads, leaked: false };
  remarks.push(REMARKS.pagingLeak(found.url, strays.length));
  return { leads: leads.filter((lead) => !strays.includes(lead)), leaked: true };
}

/** First requests of the list behind a shell are columns of their own: they change while the shell does not. */
function loadLeads(page: ListPage, family: Family, { annual }: LinkContext, isEmpty: boolean): Lead[] {
  if (page.found.page > 1 || page.facts.json !== null || page.found.posted !== null) return [];
  if (!annual && (!isEmpty || isHome(page.found.url))) return [];
  return (family.load?.(page) ?? []).map((ask) => leadOf(ask, 'column'));
}

/** Frames of the same site may hold the list. */
function frameLeads(facts: PageFacts): Lead[] {
  const urls = facts.frames.map((source) => normaliseUrl(source, facts.base));
  return [...new Set(urls)]
    .filter((url) => url !== null && url !== facts.url && !isHome(url) && originOf(url) === originOf(facts.url))
    .slice(0, MOST_FRAMES)
    .map((url) => leadOf(getOf(url as string), isFile(url as string) ? 'report' : 'column'));
}

function nextLead(page: ListPage, family: Family, leads: readonly Lead[], remarks: Remark[]): Lead | null {
  const { found } = page;
  const printed = printedNext(page);
  const ask: Ask | null = printed === null ? (family.next?.(page) ?? null) : getOf(printed);
  if (ask) {
    const scope = isNarrow(found.scope)
      ? found.scope
      : found.page === 1
        ? scopeOf(found.url, leads, family)
        : found.scope;
    return { ...leadOf(ask, 'list'), scope: scope ?? ANYWHERE };
  }
  const total = printedTotal(page);
  if (total !== null && total > found.page) remarks.push(REMARKS.unknownPager(found.url, total));
  return null;
}

/** A body's column within a list of bodies is told apart by what its articles share. */
function withShare(lead: Lead, family: Family): Lead {
  const contains = lead.kind === 'column' ? (family.columnShares?.(lead.url) ?? null) : null;
  return contains === null ? lead : { ...lead, scope: { pathPrefix: null, contains } };
}

function unique(leads: readonly Lead[]): Lead[] {
  return [...new Map(leads.map((lead) => [`${lead.method} ${lead.url} ${lead.body ?? ''}`, lead])).values()];
}
