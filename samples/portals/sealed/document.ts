import type { Link, PageParts } from '../half.ts';
import { SITE_LISTS } from './home-blocks.ts';

/** What the sealed templates share. */

interface DocumentParts {
  readonly page: Pick<PageParts, 'title' | 'tags'>;
  readonly head: string;
  readonly style: string;
  /** Attributes of the body. */
  readonly attributes?: string;
  readonly body: string;
}

export const document = ({ page, head, style, attributes = '', body }: DocumentParts): string => `<!DOCTYPE html>
<html>
<head>
${head}
<title>${page.title}</title>
${page.tags}
<style>
${style}
</style>
</head>
<body${attributes}>
${body}
</body>
</html>`;

/** Only the home page is called as the site is. */
export const isHome = ({ title, siteName }: PageParts): boolean => title === siteName;

export const each = <T>(all: readonly T[], draw: (one: T, at: number) => string): string => all.map(draw).join('\n');

/** Lists of other sites, opened in another window. */
export const siteSelects = (name: string): string =>
  each(
    SITE_LISTS,
    ({ label, links }) =>
      `<select class="${name}" onchange="if(this.value!='')window.open(this.value)"><option value="">${label}</option>${links
        .map(({ href, text }) => `<option value="${href}">${text}</option>`)
        .join('')}</select>`,
  );

export const titled = ({ href, text }: Link, more = ''): string =>
  `<a href="${href}" title="${text}"${more}>${text}</a>`;
