import type { Link, PageParts } from '../half.ts';

/** What templates of either half may share. */

export const anchor = ({ href, text }: Link): string => `<a href="${href}">${text}</a>`;

export const crumbs = (links: PageParts['breadcrumb'], between: string): string =>
  links.map(({ href, text }) => (href === null ? `<span>${text}</span>` : anchor({ href, text }))).join(between);

export const shell = ({ title, tags }: Pick<PageParts, 'title' | 'tags'>, body: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}</title>
${tags}
</head>
<body>
${body}
</body>
</html>`;
