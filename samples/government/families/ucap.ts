import { attach, endingFor } from '../attachment.ts';
import { type Column, compact, digits, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, json, type Page } from '../page.ts';

/** 开普 UCAP: lists as JSON from `/common/search/<channel>`, articles within tags of its own. */
interface UcapStyle {
  /** `c100186` */
  readonly folder: string;
}

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<div class="title"><UCAPTITLE>${entry.title}</UCAPTITLE></div>
<div class="message"><p>时间：<PUBLISHTIME>${entry.date} 09:30</PUBLISHTIME></p><p>来源：<DOCSOURCE>${entry.report?.agency ?? column.site.name}</DOCSOURCE></p></div>
<div id="UCAP-CONTENT"><UCAPCONTENT>
${contents(entry)}
${links}
</UCAPCONTENT></div>
${footer(column.site)}`,
  );

export function ucap(column: Column, { folder }: UcapStyle): Built {
  const { site, name, entries, perPage } = column;
  const channel = digits(entries[0]?.id ?? 0, 32);
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const results = entries.map((entry) => {
    const hex = digits(entry.id + 900, 32);
    const address = `/${folder}/${compact(entry.date).slice(0, 6)}/${hex}.shtml`;
    const files = attach(entry, (file, index) => ({
      path: `/${folder}/${compact(entry.date).slice(0, 6)}/${hex}/files/${digits(entry.id + index, 32)}.${endingFor(file)}`,
    }));
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, files.links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
    return {
      title: entry.title,
      url: entry.href(address),
      publishedTimeStr: `${entry.date} 09:30:00`,
      contentHtml: '',
      domainMetaList: [{ resultList: [{ key: 'source', value: entry.report?.agency ?? site.name }] }],
    };
  });
  const search = `/common/search/${channel}?_isAgg=true&_isJson=true&_pageSize=${perPage}&_template=index&_channelName=${encodeURIComponent(name)}`;
  pages[`/${folder}/list.shtml`] = html(
    page(
      name,
      columnTags(column),
      `${header(site, name)}
${column.above ?? ''}
<ul class="list" id="list"></ul><div id="page-div"></div>
<script>
function load(page) {
  $.ajax({ url: "${search}&page=" + page, type: 'get', dataType: 'json', success: function (res) { draw(res.data.results); $('#page-div').paging(page, Math.ceil(res.data.total / ${perPage}), load); } });
}
load(1);
</script>
${footer(site)}`,
    ),
  );
  pages[`/common/search/${channel}`] = ({ url }) => {
    const number = Number(url.searchParams.get('page') ?? 1);
    const size = Number(url.searchParams.get('_pageSize')) || perPage;
    const found = pagesOf(results, size)[number - 1] ?? [];
    return json({ code: 200, data: { total: entries.length, rows: size, page: number, results: found } });
  };
  return { pages, places };
}
