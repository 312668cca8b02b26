import type { Template } from '../half.ts';
import { anchor, crumbs, shell } from './markup.ts';

/** Pages laid out with tables, lists that are tables. */
export const tables: Template = {
  name: 'tables',
  page: (page) =>
    shell(
      page,
      `<table width="1000" align="center"><tr><td colspan="2"><font size="6">${page.siteName}</font></td></tr>
<tr><td colspan="2" class="menu">${page.menu.map(anchor).join('&nbsp;|&nbsp;')}</td></tr>
<tr><td colspan="2">${page.breadcrumb.length > 0 ? `${page.position}: ${crumbs(page.breadcrumb, '&raquo;')}` : '&nbsp;'}</td></tr>
<tr>${page.side ? `<td width="220" valign="top">${page.side}</td>` : ''}<td valign="top">${page.content}</td></tr>
<tr><td colspan="2" align="center">${page.footer.map(anchor).join('&nbsp;')} 版权所有 ${page.siteName} ${page.code ? `标识码 ${page.code}` : ''}</td></tr></table>`,
    ),
  links: (links, heading) =>
    `<table class="lanmu"><tr><th>${heading}</th></tr>${links.map((link) => `<tr><td>·${anchor(link)}</td></tr>`).join('\n')}</table>`,
  row: ({ cells, date, ...link }) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td>${anchor(link)}</td><td>[${date}]</td></tr>`,
  list: (rows, heading) => `<b>${heading}</b><table class="list" width="100%">\n${rows}\n</table>`,
  tabs: (links) => `<table><tr>${links.map((link) => `<td class="tab">${anchor(link)}</td>`).join('')}</tr></table>`,
  pager: (markup) => `<table align="center"><tr><td>${markup}</td></tr></table>`,
  article: ({ title, date, source, contents }) =>
    `<table width="96%"><tr><td align="center"><b>${title}</b></td></tr><tr><td>信息来源：${source}　发布日期：${date}</td></tr><tr><td id="zoom">${contents}</td></tr></table>`,
};
