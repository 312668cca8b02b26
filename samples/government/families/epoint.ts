import { attach, endingFor } from '../attachment.ts';
import { type Column, compact, digits, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, json, type Page, script } from '../page.ts';

/** 新点 Epoint EWB: the list is posted for as JSON, with a site's key that stands in a script of its own. */
interface EpointStyle {
  readonly category: string;
  readonly project: string;
}

const guid = (id: number): string => {
  const hex = digits(id, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<div class="ewb-article"><h3>${entry.title}</h3><div class="ewb-article-sources">【信息时间：${entry.date}　来源：${entry.report?.agency ?? column.site.name}】</div>
<div class="ewb-article-info" id="mainContent">
${contents(entry)}
${links}
</div></div>
${footer(column.site)}`,
  );

/** What was posted; some of the site's scripts wrap it in `params`. */
function wishOf(body: string): Record<string, unknown> {
  try {
    const parsed = JSON.parse(body) as Record<string, unknown>;
    return typeof parsed.params === 'object' && parsed.params ? (parsed.params as Record<string, unknown>) : parsed;
  } catch {
    return {};
  }
}

export function epoint(column: Column, { category, project }: EpointStyle): Built {
  const { site, name, path, entries, perPage } = column;
  const siteGuid = guid(Number(site.code.slice(0, 6)));
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const data = entries.map((entry) => {
    const address = `/${category}/${compact(entry.date)}/${guid(entry.id)}.html`;
    const files = attach(entry, (file, index) => ({
      path: `/attach/${category}/${guid(entry.id + index + 700)}.${endingFor(file)}`,
    }));
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, files.links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
    return {
      infourl: entry.href(address),
      realtitle: entry.title,
      title: `${entry.title.slice(0, 16)}...`,
      infodate: entry.date,
    };
  });
  pages[`${path}govInfoPub.html?categorynum=${category}&deptcode=`] = html(
    page(
      name,
      columnTags(column),
      `${header(site, name)}
<input type="hidden" id="categorynum" value="${category}"><input type="hidden" id="deptcode" value="">
<ul class="wb-data-list" id="infolist" data-pagesize="${perPage}"></ul><div id="pager"></div>
<script src="/js/webBuilderCommon.js"></script><script src="/js/govInfoPub.js"></script>
${footer(site)}`,
    ),
  );
  pages['/js/webBuilderCommon.js'] = script(
    `var webBuilderCommon = {}; var siteInfo = {siteGuid: '${siteGuid}', projectName: '${project}', version: '7.2'};`,
  );
  pages['/js/govInfoPub.js'] = script(
    `$.post(siteInfo.projectName + '/rest/lightfrontaction/getgovinfolist', JSON.stringify({siteGuid: siteInfo.siteGuid, categorynum: $('#categorynum').val(), deptcode: $('#deptcode').val(), pageIndex: 0, pageSize: ${perPage}}));`,
  );
  pages[`${project}/rest/lightfrontaction/getgovinfolist`] = ({ method, body }) => {
    const wish = wishOf(body);
    if (method !== 'POST') return html('Method Not Allowed', { status: 405 });
    if (wish.siteGuid !== siteGuid || wish.categorynum !== category) {
      return json({ status: { code: 0, text: 'siteGuid error' }, custom: { data: [], total: 0 } });
    }
    const found = pagesOf(data, Number(wish.pageSize) || perPage)[Number(wish.pageIndex) || 0] ?? [];
    return json({ status: { code: 1, text: '' }, custom: { data: found, total: entries.length } });
  };
  return { pages, places };
}
