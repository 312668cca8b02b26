import { attach, endingFor } from '../attachment.ts';
import { type Column, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, type Page } from '../page.ts';

/** NFCMS 南方网: `post_` pages with a mobile `mpost_` twin, further pages of the list from `index_2.html` on. */

const GLOBALS = '<script>window.NFCMS_SITE_ID = 4416000; window.NFCMS_CAT_ID = 88121;</script>';

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    `${articleTags(column.site, entry)}\n${GLOBALS}<script>window.NFCMS_POST_ID = ${entry.id};</script>`,
    `${header(column.site, column.name)}
<div class="news_cont_d_wrap"><h1>${entry.title}</h1><div class="zw-info">时间：${entry.date} 09:30 来源：${entry.report?.agency ?? column.site.name}</div>
<div class="article-content">
${contents(entry)}
</div>${links}</div>
${footer(column.site)}`,
  );

const between = (path: string, number: number): string => (number === 0 ? path : `${path}index_${number + 1}.html`);

export function nfcms(column: Column): Built {
  const { site, name, path, entries, perPage } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  for (const entry of entries) {
    const address = `${path}content/post_${entry.id}.html`;
    const files = attach(entry, (file, index) => ({
      path: `/attachment/0/1/${entry.id}/${entry.id + index}.${endingFor(file)}`,
    }));
    const answer = entry.fault(html(article(column, entry, files.links)));
    Object.assign(pages, { [address]: answer, [address.replace('post_', 'mpost_')]: answer }, files.pages);
    places.push(placeOf(entry, address, files.attached));
  }
  const listed = pagesOf(entries, perPage);
  for (const [number, items] of listed.entries()) {
    const rows = items.map(
      (entry) =>
        `<li><span class="time">${entry.date}</span><a href="${entry.href(`http://${site.host}${path}content/post_${entry.id}.html`)}">${entry.title}</a></li>`,
    );
    const turn = (to: number, text: string): string =>
      listed[to] ? `<a class="${text === '下一页' ? 'next' : 'prev'}" href="${between(path, to)}">${text}</a>` : '';
    const list = html(
      page(
        `${name}-${site.name}`,
        `${columnTags(column)}\n${GLOBALS}`,
        `${header(site, name)}
${column.above ?? ''}
<ul class="news_list">
${rows.join('\n')}
</ul>
<div class="page">${turn(number - 1, '上一页')} <span>${number + 1}/${listed.length}</span> ${turn(number + 1, '下一页')}</div>
${footer(site)}`,
      ),
    );
    pages[`${path}index${number === 0 ? '' : `_${number + 1}`}.html`] = list;
    if (number === 0) pages[path] = list;
  }
  return { pages, places };
}
