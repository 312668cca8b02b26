import type { DiscoveredLink, Remark, Verdict } from '../../src/model/crawl/entry.ts';
import type { Family, ListPage } from '../families/family.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { findAttachments } from './attachments.ts';
import { ANYWHERE, isInScope, isNarrow, scopeOf } from './column-scope.ts';
import { discoverLinks, type PageLinks } from './discover-links.ts';
import { type Explored, holdsReport, unique } from './explore-article.ts';
import { frameLinks } from './frame-links.ts';
import { inPlaceScripts } from './in-place-scripts.ts';
import { loadLinks, promisesReports } from './load-links.ts';
import { makeDiscoveredLink } from './make-link.ts';
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
  const told = discoverLinks(facts, given, found.furniture);
  const isOfReports =
    !given.annual && promisesReports(found, given) && (mostlyReports(facts, told.links) || mostlyBodies(told));
  const context = isOfReports ? { ...given, annual: true, disclosure: true } : given;
  const listed = isOfReports ? discoverLinks(facts, context, found.furniture) : told;
  const remarks: Remark[] = listed.withoutYear.map((title) => REMARKS.titleWithoutYear(title));
  if (facts.isCut) remarks.push(REMARKS.pageCut(found.url));
  const within = withinScope(page, listed, remarks);
  const own = within.links.filter(
    ({ url, words, agency, year }) =>
      (words === 'report' && (agency ?? year) !== null) || !(listed.shared.has(url) || found.ledTo.has(url)),
  );
  const holdsReports = own.some(({ kind }) => kind === 'report');
  const holdsColumns = own.some(({ score }) => (score ?? 0) >= OF_REPORTS);
  const isEmpty = !holdsReports && !holdsColumns;

  const files = holdsReport(facts) ? findAttachments(facts).links : null;
  const loads = loadLinks(page, family, context, isEmpty);
  const frames = holdsReports || files || isHome(found.url) ? [] : frameLinks(facts, 'column', found);
  const isList = context.annual || holdsReports;
  const next = isList && !within.leaked ? nextPageLink(page, family, within.links, remarks) : null;
  const links = unique([
    ...within.links.map((link) => withShare(link, family)),
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
  return { verdict, links, needsBrowser, nextPart: null, inPlace, remarks };
}

/** A group of bodies that is called by words nobody foresaw. */
function mostlyBodies({ links, shared }: PageLinks): boolean {
  const own = links.filter(({ url }) => !shared.has(url));
  const bodies = own.filter(({ words, url }) => words === 'body' && !isHome(url)).length;
  return bodies >= LEAST_REPORTS && bodies * 2 >= own.length;
}

/** A page as the server sent it. */
const isPlain = ({ found, facts }: ListPage): boolean =>
  !found.rendered && found.posted === null && facts.json === null;

/** What is listed are reports by their own words, or articles called by bodies alone: then the others, cut short or bare, are too. */
function mostlyReports(facts: PageFacts, links: readonly DiscoveredLink[]): boolean {
  const reports = links.filter(({ kind, words, url }) =>
    kind === 'report' ? words === 'report' : words === 'body' && isArticle(url),
  ).length;
  const listed = new Set(
    facts.links.flatMap(({ href, place }) => (place === 'frame' ? [] : (normaliseUrl(href, facts.base) ?? []))),
  );
  const articles = [...listed].filter((url) => isArticle(url) || isFile(url)).length;
  return reports >= LEAST_REPORTS && reports * 2 >= articles;
}

function verdictOf(own: readonly DiscoveredLink[], isShell: boolean): Verdict {
  if (own.some(({ kind }) => kind === 'report')) return 'list';
  if (isShell || own.some(({ score }) => (score ?? 0) >= OF_REPORTS)) return 'hub';
  return own.some(({ score }) => (score ?? 0) >= ON_THE_WAY) ? 'way' : 'decoy';
}

/** A further page most of whose articles lie outside the column is a neighbour's: its reports are left to that. */
function withinScope({ found, facts }: ListPage, { links }: PageLinks, remarks: Remark[]) {
  if (found.page === 1 || !isNarrow(found.scope)) return { links, leaked: false };
  const isStray = (url: string): boolean => !isInScope(url, found.url, found.scope);
  const strays = links.filter(({ kind, url }) => kind === 'report' && isStray(url));
  if (strays.length === 0) return { links, leaked: false };
  const articles = facts.links
    .map(({ href, place }) => (place === 'frame' ? null : normaliseUrl(href, facts.base)))
    .filter((url) => url !== null && (isArticle(url) || isFile(url)));
  const outside = articles.filter((url) => url !== null && isStray(url)).length;
  if (outside * 2 <= articles.length) return { links, leaked: false };
  remarks.push(REMARKS.pagingLeak(found.url, strays.length));
  return { links: links.filter((link) => !strays.includes(link)), leaked: true };
}

function nextPageLink(
  page: ListPage,
  family: Family,
  links: readonly DiscoveredLink[],
  remarks: Remark[],
): DiscoveredLink | null {
  const { found, facts } = page;
  const { next, missing } = nextPage(page, links, family.perPage);
  if (next) {
    const known = isNarrow(found.scope) || found.page > 1 ? found.scope : scopeOf(found.url, links, family);
    const { agency, year, words } = found;
    const scope = { ...(known ?? ANYWHERE), base: facts.base, progress: next.progress };
    return makeDiscoveredLink(next.request, 'list', { agency, year, words, scope });
  }
  if (missing) remarks.push(REMARKS.pagerStopped(found.url, missing));
  return null;
}

/** A body's column within a list of bodies is told apart by what its articles share. */
function withShare(link: DiscoveredLink, family: Family): DiscoveredLink {
  const contains = link.kind === 'column' ? (family.columnShares?.(link.url) ?? null) : null;
  return contains === null ? link : { ...link, scope: { pathPrefix: null, contains } };
}
