import { attach, endingFor } from '../attachment.ts';
import { type Column, digits, type Entry, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { type Asked, html, type Page } from '../page.ts';

/** 大汉 Hanweb JCMS: records in CDATA within the page, the further ones from a proxy that is posted to. */
interface HanwebStyle {
  readonly column: number;
  readonly unit: number;
  readonly webId: number;
  /** Records in the page, and asked for with each call by the site's own script. */
  readonly group: number;
}

const PROXY = '/module/web/jpage/dataproxy.jsp';

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<table width="100%" class="xxgk_top"><tbody>
<tr><td><b>索 引 号</b></td><td>01430000/2025-00${entry.id}</td><td><b>组配分类</b></td><td>${column.name}</td></tr>
<tr><td><b>发布机构</b></td><td>${entry.report?.agency ?? column.site.name}</td><td><b>发布日期</b></td><td>${entry.date}</td></tr></tbody></table>
<div class="bt_content"><p class="title">${entry.title}</p>
<div id="zoom"><!--ZJEG_RSS.content.begin-->
${contents(entry)}
${links}
<!--ZJEG_RSS.content.end--></div></div>
${footer(column.site)}`,
  );

const cdata = (text: string): string => `<![CDATA[${text}]]>`;

/** As many as asked for but one, as some servers answer; never none where there is something. */
function shortByOne<T>(items: readonly T[], asked: Asked): readonly T[] {
  const number = (name: string): number => Number(asked.url.searchParams.get(name)) || 1;
  const wanted = items.slice(number('startrecord') - 1, number('endrecord'));
  return wanted.length > 1 ? wanted.slice(0, -1) : wanted;
}

export function hanweb(column: Column, style: HanwebStyle): Built {
  const { site, name, entries, perPage } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const records = entries.map((entry) => {
    const [year, month, day] = entry.date.split('-').map(Number);
    const address = `/art/${year}/${month}/${day}/art_${style.column}_${entry.id}.html`;
    const files = attach(entry, (file, index) => {
      const shown = `${encodeURIComponent(entry.title)}.${endingFor(file)}`;
      // The ending of the kept name is another than that of the shown one; only the bytes can be believed.
      const kept = `${digits(entry.id + index, 32)}.doc`;
      const path = `/module/download/downfile.jsp?classid=0&showname=${shown}&filename=${kept}`;
      return { path, href: path.replaceAll('&', '&amp;') };
    });
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, files.links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
    return cdata(
      `<li><a href="${entry.href(address)}" title="${entry.title}"\n target="_blank">${entry.title}</a><span>${entry.date}</span></li>`,
    );
  });

  const query = (from: number): string =>
    `${PROXY}?startrecord=${from}&endrecord=${from + style.group - 1}&perpage=${perPage}&unitid=${style.unit}&webid=${style.webId}&path=/&webname=${encodeURIComponent(site.name)}&col=1&columnid=${style.column}&sourceContentType=1&permissiontype=0`;
  const recordset = (items: readonly string[]): string =>
    `<recordset>${items.map((item) => `<record>${item}</record>`).join('\n')}</recordset>`;
  const list = page(
    `${site.name} ${name}`,
    columnTags(column),
    `${header(site, name)}
${column.above ?? ''}
<div id="${style.unit}"><script type="text/xml"><datastore>
<nextgroup>${cdata(`<a href="${query(style.group + 1)}"></a>`)}</nextgroup>
${recordset(records.slice(0, style.group))}
</datastore></script></div>
<script>$(document).ready(function(){ $('#${style.unit}').jpage({totalRecord:${entries.length}, perPage:${perPage}, groupSize:${Math.round(style.group / perPage)}, proxyUrl:'${PROXY}', ajaxParam:{col:'1', appid:'1', webid:'${style.webId}', path:'/', columnid:'${style.column}', sourceContentType:'1', unitid:'${style.unit}', webname:'${site.name}', permissiontype:'0'}}); });</script>
${footer(site)}`,
  );
  pages[`/col/col${style.column}/index.html`] = html(list);
  pages[PROXY] = (asked) => {
    const form = new URLSearchParams(asked.body);
    const column = form.get('columnid') ?? asked.url.searchParams.get('columnid');
    const found = column === String(style.column) ? shortByOne(records, asked) : [];
    return {
      type: 'text/html;charset=UTF-8',
      body: `<datastore>\n<totalrecord>${entries.length}</totalrecord>\n<totalpage>${Math.ceil(entries.length / perPage)}</totalpage>\n${recordset(found)}\n</datastore>`,
    };
  };
  return { pages, places };
}
