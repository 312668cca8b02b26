import type { CrawlRequest, DiscoveredLink } from '../../src/model/crawl/entry.ts';
import type { ListPage } from '../families/family.ts';
import { findAttachments } from './attachments.ts';
import { discoverLinks } from './discover-links.ts';
import type { Discovery } from './discovery.ts';
import { frameLinks } from './frame-links.ts';
import { judgeTitle } from './judge-title.ts';
import type { PageContext } from './page-context.ts';
import type { PageFacts } from './page-facts.ts';
import { printedWays } from './paging/printed-pager.ts';
import { scriptWays } from './paging/script-pager.ts';
import { REMARKS } from './remarks.ts';
import { OF_REPORTS } from './score-link.ts';
import { hasShell } from './shell.ts';
import { isFile } from './url-shape.ts';
import { STOP } from './vocabulary.ts';

/** The words of the statutory form: a page that holds them is a report, whatever it was taken for. */
const STATUTORY = /收到和处理政府信息公开申请|主动公开政府信息情况/;

export type Explored = Omit<Discovery, 'family' | 'furniture'>;

/** The name of the page by its marks, its title or its first heading. */
const namesReport = (facts: PageFacts): boolean => {
  const names = [facts.meta.get('articletitle') ?? '', ...facts.headings.slice(0, 2), facts.title];
  return names.some((name) => {
    const judged = judgeTitle(name);
    return judged?.kind === 'report' && (judged.agency ?? judged.year) !== null;
  });
};

const isAbout = (facts: PageFacts): boolean => STOP.test(facts.meta.get('articletitle') ?? facts.headings[0] ?? '');

/** Whether the page is a report itself, as where each year of a body has an address of its own. */
export const holdsReport = (facts: PageFacts): boolean =>
  (STATUTORY.test(facts.text) && !isAbout(facts)) || (facts.hasContent && namesReport(facts));

/**
 * A report: its files, its frames, the reports that its text links to, and what stands around it. Null where the page is no
 * report, whatever led to it.
 */
export function exploreArticle(page: ListPage, context: PageContext): Explored | null {
  const { found, facts } = page;
  const isCandidate = found.kind === 'report';
  const statutory = holdsReport(facts);
  if (!statutory && !isCandidate) return null;
  const { links: files, reports, guarded } = findAttachments(facts);
  const links = discoverLinks(withoutTitle(facts), { ...context, year: null }, found.furniture);
  const inText = links.links.filter(({ kind, url }) => kind === 'report' && !isFile(url));
  // Its title alone does not say that the report stands here and not in a frame.
  const frames = STATUTORY.test(facts.text) ? [] : frameLinks(facts, 'report', found);
  if (!statutory && files.length === 0 && frames.length === 0) {
    // A list or a hub in truth; one or two reports beside an article are its neighbours.
    const isArticle = facts.hasContent || facts.meta.has('articletitle');
    if (inText.length > 2 || !isArticle || links.links.some(({ score }) => (score ?? 0) >= OF_REPORTS)) return null;
  }
  const remarks = guarded.map((url) => REMARKS.captchaFile(url));
  if (facts.isCut) remarks.push(REMARKS.pageCut(found.url));
  const further = nextPart(page);
  const discoveredLinks = unique([...inText, ...reports, ...frames, ...files, ...beside(links.links, context)]).filter(
    ({ url }) => url !== further?.url,
  );
  const isEmpty = !statutory && files.length === 0 && frames.length === 0 && !facts.hasContent;
  const needsBrowser =
    !found.rendered &&
    isEmpty &&
    facts.json === null &&
    hasShell(facts, found.text, { annual: true, disclosure: true });
  return { verdict: 'article', links: discoveredLinks, needsBrowser, nextPart: further, inPlace: [], remarks };
}

/** Neither the report's name, where it is the heading above them, nor its year say anything of the links around it. */
const withoutTitle = (facts: PageFacts): PageFacts => ({
  ...facts,
  links: facts.links.map((link) => (judgeTitle(link.heading)?.kind === 'report' ? { ...link, heading: '' } : link)),
});

/** An article over several pages has a pager of its own. */
function nextPart(page: ListPage): CrawlRequest | null {
  const turn = { ...page, at: page.found.page, received: 0 };
  return [...printedWays(turn), ...scriptWays(turn, false)][0]?.request ?? null;
}

/** Years and bodies that stand beside a report, as in the menu of a body's reports. */
const beside = (links: readonly DiscoveredLink[], { annual }: PageContext): DiscoveredLink[] =>
  annual
    ? links.filter(({ kind, words, score }) => kind === 'column' && words !== 'way' && (score ?? 0) >= OF_REPORTS)
    : [];

export const unique = (links: readonly DiscoveredLink[]): DiscoveredLink[] => [
  ...new Map(links.map((link) => [`${link.method} ${link.url} ${link.body ?? ''}`, link])).values(),
];
