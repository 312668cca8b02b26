import { findAttachments } from './attachments.ts';
import type { Discovery, FoundPage } from './discovery.ts';
import type { LinkContext } from './judge-link.ts';
import { judgeTitle } from './judge-title.ts';
import { listLeads } from './list-leads.ts';
import type { PageFacts } from './page-facts.ts';
import { REMARKS } from './remarks.ts';
import { isFile } from './url-shape.ts';

/** The words of the statutory form: a page that holds them is a report, whatever it was taken for. */
export const STATUTORY = /收到和处理政府信息公开申请|主动公开政府信息情况/;

/** Whether a page that was taken for a column is a report itself, as where each year of a body has an address of its own. */
export const holdsReport = (facts: PageFacts): boolean =>
  STATUTORY.test(facts.text) ||
  (facts.hasContent && judgeTitle(facts.meta.get('articletitle') ?? '')?.kind === 'report');

/** The files of a report, and the reports that its text links to. Null where the page is a list in truth. */
export function discoverArticle(found: FoundPage, facts: PageFacts, family: string): Discovery | null {
  const { leads: files, reports, guarded } = findAttachments(facts);
  const isArticle = facts.meta.has('articletitle') || facts.hasContent || facts.json !== null;
  const context: LinkContext = { url: facts.url, annual: false, disclosure: false, ofYear: false };
  const links = isArticle ? facts.links.filter(({ place }) => place === 'content') : facts.links;
  const { leads } = listLeads({ ...facts, links }, context);
  const pages = leads.filter(({ kind, url }) => kind === 'report' && !isFile(url));
  // One or two reports beside an article are its neighbours.
  if (!isArticle && files.length === 0 && pages.length > 2) return null;
  const remarks = guarded.map((url) => REMARKS.captchaFile(url));
  if (facts.isCut) remarks.push(REMARKS.pageCut(found.url));
  return { family, leads: [...pages, ...reports, ...files], needsBrowser: false, remarks };
}
