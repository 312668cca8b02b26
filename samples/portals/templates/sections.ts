import type { Template } from '../half.ts';
import { anchor, crumbs, shell } from './markup.ts';

/** Newer pages: sections, navs, lists of definitions. */
export const sections: Template = {
  name: 'sections',
  page: (page) =>
    shell(
      page,
      `<header><a class="brand" href="/">${page.siteName}</a><nav>${page.menu.map(anchor).join('\n')}</nav></header>
<main>${page.breadcrumb.length > 0 ? `<nav class="crumb">${page.position} ${crumbs(page.breadcrumb, ' / ')}</nav>` : ''}
${page.side ? `<aside>${page.side}</aside>` : ''}
<section class="main">${page.content}</section></main>
<footer><nav>${page.footer.map(anchor).join('\n')}</nav><p>${page.siteName}主办 ${page.code ? `政府网站标识码 ${page.code}` : ''}</p></footer>`,
    ),
  links: (links, heading) =>
    `<section class="entry"><h2>${heading}</h2>${links.map(({ href, text }) => `<a class="card" href="${href}"><span>${text}</span></a>`).join('\n')}</section>`,
  row: ({ cells, date, href, text }) =>
    `<div class="item">${cells.map((cell) => `<span class="cell">${cell}</span>`).join('')}<a href="${href}" target="_blank" title="${text}">${text}</a><time>${date}</time></div>`,
  list: (rows, heading) => `<h2>${heading}</h2><div class="news-list">\n${rows}\n</div>`,
  tabs: (links) => `<nav class="tabs">${links.map(anchor).join('')}</nav>`,
  pager: (markup) => `<nav class="pagination">${markup}</nav>`,
  article: ({ title, date, source, contents }) =>
    `<article><h1>${title}</h1><p class="info"><span>${date}</span> <span>${source}</span></p><div class="article-content">${contents}</div></article>`,
};
