import type { Rng } from './rng.ts';

/** What a portal knows of an article when it publishes it. */
export interface Page {
  readonly title: string;
  readonly agency: string;
  readonly year: number;
  /** `2021-01-25`, or null: then the page prints no date at all. */
  readonly publishedOn: string | null;
  /** What the page declares about its own encoding, or null. */
  readonly charset: string | null;
  readonly styles: readonly string[];
  /** The narrative and the tables, already markup. */
  readonly body: string;
}

/** How one portal's software dresses an article. */
export interface Skeleton {
  readonly name: string;
  readonly render: (page: Page, rng: Rng) => string;
}

export const slashed = (date: string): string => date.replaceAll('-', '/');

export function spelled(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export const clock = (rng: Rng): string =>
  `${rng.int(8, 17)}:${String(rng.int(0, 59)).padStart(2, '0')}`.padStart(5, '0');

const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

/** The meta tags that 国办发〔2017〕47号 asks of every article page. */
export function metaTags(page: Page, rng: Rng): string {
  return [
    meta('SiteName', `${page.agency}门户网站`),
    meta('SiteDomain', 'www.example.gov.cn'),
    meta('SiteIDCode', `3300${rng.int(100_000, 999_999)}`),
    meta('ColumnName', '政府信息公开年报'),
    meta('ColumnType', '信息公开年报'),
    meta('ArticleTitle', page.title),
    page.publishedOn ? meta('PubDate', `${page.publishedOn} ${clock(rng)}`) : '',
    meta('ContentSource', page.agency),
    meta('Keywords', rng.pick(['', 'null', '年报'])),
  ]
    .filter(Boolean)
    .join('\n');
}

export function head(page: Page, more = ''): string {
  const charset = page.charset ? `<meta http-equiv="Content-Type" content="text/html; charset=${page.charset}">` : '';
  const styles = page.styles.length > 0 ? `<style type="text/css">\n${page.styles.join('\n')}\n</style>` : '';
  return `<head>\n${[charset, `<title>${page.title}</title>`, more, styles].filter(Boolean).join('\n')}\n</head>`;
}
