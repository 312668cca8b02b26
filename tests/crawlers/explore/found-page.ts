import type { FoundPage } from '../../../crawlers/explore/discovery.ts';
import type { CrawlRequest, DiscoveredLink } from '../../../src/model/crawl/entry.ts';

export const SITE = 'http://www.lanzhu.gov.cn';

/** A page as it would have been fetched, all else than its text and address at the usual. */
export const foundPage = (path: string, text: string, more: Partial<FoundPage> = {}): FoundPage => ({
  url: path.startsWith('http') ? path : `${SITE}${path}`,
  kind: 'column',
  text,
  mediaType: 'text/html; charset=utf-8',
  posted: null,
  scripts: new Map(),
  page: 1,
  scope: null,
  family: null,
  rendered: false,
  words: null,
  agency: null,
  year: null,
  furniture: null,
  ledTo: new Set(),
  ...more,
});

/** A lead as a line: `report /a/b.html`. Hosts other than the site's are shown. */
export const line = ({ kind, url, method, body }: Pick<DiscoveredLink, 'kind' | 'url' | 'method' | 'body'>): string =>
  [kind, ...(method === 'POST' ? ['POST'] : []), url.replace(SITE, ''), ...(body ? [body] : [])].join(' ');

/** What is followed soon; candidates that are left for a portal where nothing else is found are not shown. */
export const lines = (
  links: readonly (CrawlRequest & Pick<DiscoveredLink, 'kind'> & Partial<Pick<DiscoveredLink, 'score'>>)[],
): string[] => links.filter(({ score }) => (score ?? 100) >= 20).map(line);

export const report = (agency: string, year: number): string => `${agency}${year}年政府信息公开工作年度报告`;

/** A list row as most portals print it. */
export const row = (href: string, title: string, date = '2024-01-20'): string =>
  `<li><a href="${href}" target="_blank" title="${title}">${title}</a><span class="date">${date}</span></li>`;
