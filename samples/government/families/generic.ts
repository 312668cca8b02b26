import { attach, endingFor } from '../attachment.ts';
import { type Column, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, type Page } from '../page.ts';

/** A site of nobody's software: static pages, the pager printed, ids of nineteen digits. */

/** Beyond 2^53: two of them are the same number, and different places. */
const idOf = (entry: Entry): string => `1619593655548${String(entry.id).padStart(6, '0')}`;

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<div id="content"><h2>${entry.title}</h2><p class="time">发布日期：${entry.date}</p>
${contents(entry)}
${links}</div>
${footer(column.site)}`,
  );

export function generic(column: Column): Built {
  const { site, name, path, entries, perPage } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  for (const entry of entries) {
    const address = `${path}${idOf(entry)}.html`;
    const files = attach(entry, (file, index) => ({ path: `/upload/${idOf(entry)}${index}.${endingFor(file)}` }));
    const links = files.links.replaceAll(
      /<a href="([^"]*)">/g,
      `<a href="javascript:void(0)" onclick="openFile('$1')">`,
    );
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
  }
  const listed = pagesOf(entries, perPage);
  const addressOf = (number: number): string => (number === 0 ? `${path}list.html` : `${path}list-${number + 1}.html`);
  for (const [number, items] of listed.entries()) {
    const rows = items.map(
      (entry) =>
        `<tr><td><a href="${entry.href(`${idOf(entry)}.html`)}">${entry.title}</a></td><td>${entry.date}</td></tr>`,
    );
    const numbers = listed.map((_, to) =>
      to === number ? `<b>${to + 1}</b>` : `<a href="${addressOf(to)}">${to + 1}</a>`,
    );
    const next = listed[number + 1]
      ? `<a href="${addressOf(number + 1)}">下一页&gt;&gt;</a>`
      : '<span>下一页&gt;&gt;</span>';
    pages[addressOf(number)] = html(
      page(
        `${name} - ${site.name}`,
        columnTags(column),
        `${header(site, name)}
${column.above ?? ''}
<table class="list">
${rows.join('\n')}
</table>
<div class="fy">共${entries.length}条 ${numbers.join(' ')} ${next}</div>
${footer(site)}`,
      ),
    );
  }
  return { pages, places };
}
