import type { Lead, Remark, Verdict } from '../../src/model/crawl/visit.ts';
import type { Family, ListPage } from '../families/family.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { findAttachments } from './attachments.ts';
import { ANYWHERE, isInScope, isNarrow, scopeOf } from './column-scope.ts';
import { type Explored, holdsReport, unique } from './explore-article.ts';
import { findLeads, type PageLeads } from './find-leads.ts';
import { frameLeads } from './frame-leads.ts';
import { inPlaceScripts } from './in-place-scripts.ts';
import { loadLeads, promisesReports } from './load-leads.ts';
import { makeLead } from './make-lead.ts';
import type { PageContext } from './page-context.ts';
import type { PageFacts } from './page-facts.ts';
import { nextPage } from './paging/next-page.ts';
import { REMARKS } from './remarks.ts';
import { OF_REPORTS } from './score-link.ts';
import { fillsElement, hasShell } from './shell.ts';
import { isArticle, isFile, isHome } from './url-shape.ts';

const ON_THE_WAY = 40;
/** Fewer may stand on any page. */
const LEAST_REPORTS = 2;

/** Reports, further columns, the next page: what a column or a page of its list leads to. */
export function exploreList(page: ListPage, family: Family, given: PageContext): Explored {
  const { found, facts } = page;
  const told = findLeads(facts, given, found.furniture);
  const isOfReports =
    !given.annual && promisesReports(found, given) && (mostlyReports(facts, told.leads) || mostlyBodies(told));
  const context = isOfReports ? { ...given, annual: true, disclosure: true } : given;
  const listed = isOfReports ? findLeads(facts, context, found.furniture) : told;
  const remarks: Remark[] = listed.withoutYear.map((title) => REMARKS.titleWithoutYear(title));
  if (facts.isCut) remarks.push(REMARKS.pageCut(found.url));
  const within = withinScope(page, listed, remarks);
  const own = within.leads.filter(
    ({ url, words, agency, year }) =>
      (words === 'report' && (agency ?? year) !== null) || !(listed.shared.has(url) || found.ledTo.has(url)),
  );
  const holdsReports = own.some(({ kind }) => kind === 'report');
  const holdsColumns = own.some(({ score }) => (score ?? 0) >= OF_REPORTS);
  const isEmpty = !holdsReports && !holdsColumns;

  const files = holdsReport(facts) ? findAttachments(facts).leads : null;
  const loads = loadLeads(page, family, context, isEmpty);
  const frames = holdsReports || files || isHome(found.url) ? [] : frameLeads(facts, 'column', found);
  const isList = context.annual || holdsReports;
  const next = isList && !within.leaked ? nextLead(page, family, within.leads, remarks) : null;
  const leads = unique([
    ...within.leads.map((lead) => withShare(lead, family)),
    ...loads,
    ...frames,
    ...(files ?? []),
    ...(next ? [next] : []),
  ]);

  const isBare = isEmpty && loads.length === 0 && frames.length === 0 && files === null;
  const isAlone =
    isBare && (context.annual || own.every(({ score, words }) => words === 'other' || (score ?? 0) < ON_THE_WAY));
  const needsBrowser =
    isPlain(page) &&
    !holdsReports &&
    (family.drawnInBrowser?.(page) === true ||
      (isAlone && hasShell(facts, found.text, { ...context, annual: promisesReports(found, context) })) ||
      (promisesReports(found, context) && loads.length === 0 && fillsElement(facts, found.text)));
  if (isBare && found.page === 1 && context.annual && !needsBrowser) remarks.push(REMARKS.emptyList(found.url));
  const mayLead = context.disclosure || promisesReports(found, context) || isHome(found.url);
  const inPlace = !found.rendered && facts.json === null && mayLead ? inPlaceScripts(facts) : [];
  const verdict = verdictOf(own, loads.length + frames.length > 0);
  return { verdict, leads, needsBrowser, nextPart: null, inPlace, remarks };
}

/** A group of bodies that is called by words nobody foresaw. */
function mostlyBodies({ leads, shared }: PageLeads): boolean {
  const own = leads.filter(({ url }) => !shared.has(url));
  const bodies = own.filter(({ words, url }) => words === 'body' && !isHome(url)).length;
  return bodies >= LEAST_REPORTS && bodies * 2 >= own.length;
}

/** A page as the server sent it. */
const isPlain = ({ found, facts }: ListPage): boolean =>
  !found.rendered && found.posted === null && facts.json === null;

/** What is listed are reports by their own words, or articles called by bodies alone: then the others, cut short or bare, are too. */
function mostlyReports(facts: PageFacts, leads: readonly Lead[]): boolean {
  const reports = leads.filter(({ kind, words, url }) =>
    kind === 'report' ? words === 'report' : words === 'body' && isArticle(url),
  ).length;
  const listed = new Set(
    facts.links.flatMap(({ href, place }) => (place === 'frame' ? [] : (normaliseUrl(href, facts.base) ?? []))),
  );
  const articles = [...listed].filter((url) => isArticle(url) || isFile(url)).length;
  return reports >= LEAST_REPORTS && reports * 2 >= articles;
}

function verdictOf(own: readonly Lead[], isShell: boolean): Verdict {
  if (own.some(({ kind }) => kind === 'report')) return 'list';
  if (isShell || own.some(({ score }) => (score ?? 0) >= OF_REPORTS)) return 'hub';
  return own.some(({ score }) => (score ?? 0) >= ON_THE_WAY) ? 'way' : 'decoy';
}

/** A further page most of whose articles lie outside the column is a neighbour's: its reports are left to that. */
function withinScope({ found, facts }: ListPage, { leads }: PageLeads, remarks: Remark[]) {
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

function nextLead(page: ListPage, family: Family, leads: readonly Lead[], remarks: Remark[]): Lead | null {
  const { found, facts } = page;
  const { next, missing } = nextPage(page, leads, family.perPage);
  if (next) {
    const known = isNarrow(found.scope) || found.page > 1 ? found.scope : scopeOf(found.url, leads, family);
    const { agency, year, words } = found;
    const scope = { ...(known ?? ANYWHERE), base: facts.base, progress: next.progress };
    return makeLead(next.ask, 'list', { agency, year, words, scope });
  }
  if (missing) remarks.push(REMARKS.pagerStopped(found.url, missing));
  return null;
}

/** A body's column within a list of bodies is told apart by what its articles share. */
function withShare(lead: Lead, family: Family): Lead {
  const contains = lead.kind === 'column' ? (family.columnShares?.(lead.url) ?? null) : null;
  return contains === null ? lead : { ...lead, scope: { pathPrefix: null, contains } };
}
