import { attach, endingFor } from '../attachment.ts';
import { type Column, type Entry, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, type Page } from '../page.ts';

/** 龙讯 Lonsun: a list of all organisations, for each a list of one year with a menu of the others. */
interface Organisation {
  readonly id: number;
  readonly name: string;
  readonly entries: readonly Entry[];
}

const ROOT = 2653881;

const listPath = (org: number, year?: string): string =>
  `/public/column/${org}?type=4&action=list&nav=3${year ? `&year=${year}` : ''}`;

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<div class="main"><h1 class="newstitle">${entry.title}</h1>
<div class="newsinfo">发布时间：${entry.date} 09:30 来源：${entry.report?.agency ?? column.site.name} 浏览次数：<span id="hits"></span></div>
<div class="wzcon j-fontContent">
${contents(entry)}
${links}
</div></div>
${footer(column.site)}`,
  );

export function lonsun(column: Omit<Column, 'entries'>, organisations: readonly Organisation[]): Built {
  const { site, name } = column;
  const whole: Column = { ...column, entries: [] };
  const pages: Record<string, Page> = {};
  const places: Place[] = [];

  for (const { id, name: org, entries } of organisations) {
    const address = (entry: Entry): string => `/public/${id}/${entry.id}.html`;
    for (const entry of entries) {
      const files = attach(entry, (file, index) => ({
        path: `/group4/M00/01/${entry.id}/${entry.id + index}.${endingFor(file)}`,
      }));
      Object.assign(pages, { [address(entry)]: entry.fault(html(article(whole, entry, files.links))) }, files.pages);
      places.push(placeOf(entry, address(entry), files.attached));
    }
    const yearOf = (entry: Entry): string => entry.date.slice(0, 4);
    const groups = [...new Set(entries.map(yearOf))];
    const menu = groups.map(
      (year) => `<li><a href="${listPath(id, year).replaceAll('&', '&amp;')}">${year}年</a></li>`,
    );
    const list = (year: string | undefined): Page =>
      html(
        page(
          `${org}-${name}`,
          columnTags(column),
          `${header(site, name)}
<h2>${org}</h2><ul id="timeFrame" class="clearfix">${menu.join('')}</ul>
<ul class="clearfix xxgk_nav_list">
${entries
  .filter((entry) => yearOf(entry) === year)
  .map(
    (entry) =>
      `<li><a href="${entry.href(address(entry))}" title="${entry.title}">${entry.title}</a><span class="date">${entry.date}</span></li>`,
  )
  .join('\n')}
</ul>
<div id="page_public_list"></div><script>Ls.pagination("#page_public_list", function (i, u) { return '/public/column/${id}?type=4&action=list&nav=3&pageIndex=' + i; }, { currPage: 1, pageCount: 1 }).init();</script>
${footer(site)}`,
        ),
      );
    pages[listPath(id)] = list(groups[0]);
    for (const year of groups) pages[listPath(id, year)] = list(year);
  }

  const everyone = organisations.map(
    ({ id, name: org }) => `<li><a href="${listPath(id).replaceAll('&', '&amp;')}">${org}</a></li>`,
  );
  pages[`/public/column/${ROOT}?type=4&action=rel`] = html(
    page(
      `${name}-${site.name}`,
      columnTags(column),
      `${header(site, name)}
<div class="rel"><ul class="clearfix">
${everyone.join('\n')}
</ul></div>
${footer(site)}`,
    ),
  );
  return { pages, places };
}

export const ORGANISATIONS = `/public/column/${ROOT}?type=4&action=rel`;
