import { attach } from '../attachment.ts';
import { type Column, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { answerOf, html, type Page } from '../page.ts';

/** 博达 VSB: pages are numbered backwards, so that `b/1.htm` is always the oldest, and downloads ask for a Referer. */
interface VsbStyle {
  readonly tree: number;
  readonly owner: number;
}

const NO_REFERER = html(
  `<html><head><title>系统提示</title></head><body><div class="error">非法的下载请求，请从原网页打开！</div>${'<!-- -->'.repeat(600)}</body></html>`,
);

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    `${entry.title}-${column.site.name}`,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}
<form name="_newscontent_fromname"><div class="content-title"><h3>${entry.title}</h3><i>${entry.date} 点击：[<script>_showDynClickBatch(['dynclicks_u11_${entry.id}'],[${entry.id}],"wbnews", 1)</script>]</i></div>
<div id="vsb_content_2"><div class="v_news_content">
${contents(entry)}
</div></div>
<ul style="list-style-type:none;">${links}</ul></form>
${footer(column.site)}`,
  );

export function vsb(column: Column, { tree, owner }: VsbStyle): Built {
  const { site, name, path, entries, perPage } = column;
  const stem = path.slice(0, -1);
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  for (const entry of entries) {
    const address = `/info/${tree}/${entry.id}.htm`;
    const files = attach(entry, (_, index) => {
      const query = `urltype=news.DownloadAttachUrl&owner=${owner}&wbfileid=${entry.id * 10 + index}`;
      return {
        path: `/system/_content/download.jsp?${query}`,
        href: `../../system/_content/download.jsp?${query.replaceAll('&', '&amp;')}`,
      };
    });
    const guarded = Object.entries(files.pages).map(([file, answer]): [string, Page] => [
      file,
      (asked) => (asked.headers.referer ? answerOf(answer, asked) : NO_REFERER),
    ]);
    pages[address] = entry.fault(html(article(column, entry, files.links)));
    Object.assign(pages, Object.fromEntries(guarded));
    places.push(placeOf(entry, address, files.attached));
  }
  const listed = pagesOf(entries, perPage);
  const addressOf = (number: number): string =>
    number === 0 ? `${stem}.htm` : `${stem}/${listed.length - number}.htm`;
  for (const [number, items] of listed.entries()) {
    const up = number === 0 ? '' : '../';
    const depth = '../'.repeat(stem.split('/').length - 2 + (number === 0 ? 0 : 1));
    const rows = items.map(
      (entry, row) =>
        `<li id="line_u9_${row}"><a href="${entry.href(`${depth}info/${tree}/${entry.id}.htm`)}" title="${entry.title}">${entry.title}</a><span>${entry.date}</span></li>`,
    );
    const bare = stem.slice(stem.lastIndexOf('/') + 1);
    const next =
      number + 1 < listed.length
        ? `<span class="p_next p_fun"><a href="${number === 0 ? `${bare}/` : ''}${listed.length - number - 1}.htm">下页</a></span>`
        : '<span class="p_next_d p_fun_d">下页</span>';
    pages[addressOf(number)] = html(
      page(
        `${name}-${site.name}`,
        columnTags(column),
        `${header(site, name)}
${column.above ?? ''}
<ul class="list">
${rows.join('\n')}
</ul>
<div class="pb_sys_common pb_sys_normal pb_sys_style1"><span class="p_t">共${entries.length}条</span> <span class="p_no_d">${number + 1}/${listed.length}</span> ${number === 0 ? '' : `<span class="p_first p_fun"><a href="${up}${bare}.htm">首页</a></span>`} ${next}</div>
${footer(site)}`,
      ),
    );
  }
  return { pages, places };
}
