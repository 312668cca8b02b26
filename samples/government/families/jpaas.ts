import { attach, endingFor } from '../attachment.ts';
import { type Column, digits, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, json, type Page } from '../page.ts';

/** 大汉 jpaas 集约化: a shell whose list comes as JSON; the page number counts only inside `paramJson`. */
interface JpaasStyle {
  readonly webId: string;
  readonly pageId: string;
  readonly tplSetId: string;
}

const UNIT = '/api-gateway/jpaas-publish-server/front/page/build/unit';

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<div class="article"><h1 class="title">${entry.title}</h1><div class="xx">发布日期：${entry.date} 来源：${entry.report?.agency ?? column.site.name}</div>
<div class="article-content">
${contents(entry)}
</div>${links}</div>
${footer(column.site)}`,
  );

/** The page number of `paramJson`; 1 where there is none, it can't be read, or there is no such page. */
function pageNumber(param: string | null, count: number): number {
  try {
    const { pageNo } = JSON.parse(param ?? '') as { pageNo?: unknown };
    const number = Number(pageNo);
    return Number.isInteger(number) && number >= 1 && number <= count ? number : 1;
  } catch {
    return 1;
  }
}

export function jpaas(column: Column, { webId, pageId, tplSetId }: JpaasStyle): Built {
  const { site, name, path, entries, perPage } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const rows = entries.map((entry) => {
    const address = `/col/4039_446643/art/${entry.date.slice(0, 4)}/art_${digits(entry.id, 32)}.html`;
    const files = attach(entry, (file, index) => ({
      path: `/upload-service/${webId}/0530/222/${digits(entry.id + index + 500, 32)}.${endingFor(file)}`,
    }));
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, files.links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
    return `<li><a href="${entry.href(address)}" title="${entry.title}">${entry.title.slice(0, 18)}...</a><b>${entry.date}</b></li>`;
  });
  const listed = pagesOf(rows, perPage);
  const query = `{'parseType':'bulidstatic','webId':'${webId}','tplSetId':'${tplSetId}','pageType':'column','tagId':'分页列表','editType':'null','pageId':'${pageId}'}`;
  pages[`${path}index.html`] = html(
    page(
      name,
      columnTags(column),
      `${header(site, name)}
${column.above ?? ''}
<div class="list-box"><script parsetype="bulidstatic" url="${UNIT}" queryData="${query}" id="build-unit-${tplSetId}"></script></div>
<script src="/script/jpaas/page-unit.js"></script>
${footer(site)}`,
    ),
  );
  pages[UNIT] = ({ url }) => {
    const known = url.searchParams.get('pageId') === pageId && url.searchParams.get('webId') === webId;
    const number = pageNumber(url.searchParams.get('paramJson'), listed.length);
    const list = `<ul class="list">${(listed[number - 1] ?? []).join('\n')}</ul><div class="pagination" rows="${perPage}" count="${entries.length}" pageno="${number}"></div>`;
    return known
      ? json({ success: true, code: '200', message: 'ok', data: { html: list } })
      : json({ success: false, code: '500', message: '参数错误', data: null });
  };
  return { pages, places };
}
