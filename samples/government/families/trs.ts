import { attach, endingFor } from '../attachment.ts';
import { type Column, compact, digits, type Entry, pagesOf, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, type Page } from '../page.ts';

/** 拓尔思 TRS WCM: static pages beside each other, a pager that a script draws from the numbers it is called with. */
interface TrsStyle {
  readonly pager: keyof typeof PAGERS;
  readonly ending?: 'html' | 'shtml';
  /** The list is written by `document.writeln`, its links with it. */
  readonly written?: true;
  readonly encode?: (markup: string) => Page;
  /** Pages that the pager counts beyond those there are. */
  readonly overcount?: number;
}

const call = (args: string): string => `<div class="page"><script>createPageHTML(${args});</script></div>`;

const PAGERS = {
  four: (pages: number, current: number, ending: string) => call(`${pages}, ${current}, "index", "${ending}"`),
  /** Records come first. */
  five: (pages: number, current: number, ending: string, records: number) =>
    call(`${records},${pages},${current},"index","${ending}"`),
  /** A class and the records come last. */
  six: (pages: number, current: number, ending: string, records: number) =>
    call(`${pages},${current},'index','${ending}','black2',${records}`),
  variables: (pages: number, current: number, ending: string) => `<script>
var currentPage = ${current};//所在页从0开始
var countPage = ${pages};//共多少页
if (countPage > 1) { document.write('<a href="index_' + (currentPage + 1) + '.${ending}">下一页</a>'); }
</script>`,
  none: () => '',
};

const article = ({ site, name }: Column, entry: Entry, links: string, charset?: string): string =>
  page(
    `${entry.title}_${site.name}`,
    articleTags(site, entry),
    `${header(site, name)}
<div class="article"><h1>${entry.title}</h1>
<div class="info"><span>发布时间：${entry.date} 09:30</span> <span>来源：${entry.report?.agency ?? site.name}</span></div>
<div class="TRS_Editor">
${contents(entry)}
</div>
<div class="fj">${links}</div></div>
${footer(site)}`,
    charset,
  );

export function trs(
  column: Column,
  { pager, ending = 'html', written, encode = html, overcount = 0 }: TrsStyle,
): Built {
  const { site, name, path, entries, perPage } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const relative = (entry: Entry) => `${compact(entry.date).slice(0, 6)}/t${compact(entry.date)}_${entry.id}.${ending}`;

  for (const entry of entries) {
    const address = entry.at ?? `${path}${relative(entry)}`;
    const folder = address.slice(0, address.lastIndexOf('/') + 1);
    const files = attach(entry, (file, index) => {
      const bare = `P0${compact(entry.date)}${digits(entry.id + index, 12, '0123456789')}.${endingFor(file)}`;
      return { path: folder + bare, href: `./${bare}` };
    });
    Object.assign(pages, { [address]: entry.fault(encode(article(column, entry, files.links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
  }

  const listed = pagesOf(entries, perPage);
  for (const [number, items] of listed.entries()) {
    const rows = items
      .map((entry) => {
        const row = `<li><a href="${entry.href(entry.at ?? `./${relative(entry)}`)}" target="_blank">${entry.title}</a><span>${entry.date}</span></li>`;
        return written ? `<script>document.writeln('${row.replaceAll('/', '\\/')}');</script>` : row;
      })
      .join('\n');
    const list = page(
      `${name}_${site.name}`,
      columnTags(column),
      `${header(site, name)}
${column.above ?? ''}
<!-- <li><a href="./202001/t20200101_1.${ending}">样例</a></li> -->
<ul class="list">
${rows}
</ul>
${PAGERS[pager](listed.length + overcount, number, ending, entries.length)}
${footer(site)}`,
    );
    pages[`${path}${number === 0 ? 'index' : `index_${number}`}.${ending}`] = encode(list);
    if (number === 0) pages[path] = encode(list);
  }
  return { pages, places };
}
