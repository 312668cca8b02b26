import type { Template } from '../half.ts';
import { anchor, crumbs, shell } from './markup.ts';

/** Lists of `ul`, everything in divs with classes of pinyin. */
export const plain: Template = {
  name: 'plain',
  page: (page) =>
    shell(
      page,
      `<div class="top"><h1 class="logo">${page.siteName}</h1>
<ul class="nav">${page.menu.map((link) => `<li>${anchor(link)}</li>`).join('')}</ul></div>
${page.breadcrumb.length > 0 ? `<div class="dqwz">${page.position}：${crumbs(page.breadcrumb, ' &gt; ')}</div>` : ''}
<div class="wrap">${page.side ? `<div class="left">${page.side}</div>` : ''}<div class="right">${page.content}</div></div>
<div class="footer">${page.footer.map(anchor).join(' | ')}<p>主办：${page.siteName}</p>${page.code ? `<p>网站标识码：${page.code}</p>` : ''}</div>`,
    ),
  links: (links, heading) =>
    `<div class="lm"><h3>${heading}</h3><ul>${links.map((link) => `<li>${anchor(link)}</li>`).join('\n')}</ul></div>`,
  row: ({ cells, date, ...link }) =>
    `<li>${cells.map((cell) => `<em>${cell}</em>`).join('')}${anchor(link)}<span>${date}</span></li>`,
  list: (rows, heading) => `<h3>${heading}</h3>\n<ul class="gl_list">\n${rows}\n</ul>`,
  tabs: (links) => `<ul class="tab">${links.map((link) => `<li>${anchor(link)}</li>`).join('')}</ul>`,
  pager: (markup) => `<div class="page">${markup}</div>`,
  article: ({ title, date, source, contents }) =>
    `<div class="xl"><h2 class="bt">${title}</h2><p class="sj">发布时间：${date}　来源：${source}</p><div class="TRS_Editor">${contents}</div></div>`,
};
