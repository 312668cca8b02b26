import { attach, endingFor } from '../attachment.ts';
import { type Column, type Entry, placeOf } from '../column.ts';
import { articleTags, columnTags, contents, footer, header, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, json, type Page, script } from '../page.ts';

/** A list that only a browser sees: a script asks for a token, then for the data with it, and draws. */

const article = (column: Column, entry: Entry, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `${header(column.site, column.name)}<div id="articleContent"><h1>${entry.title}</h1>
${contents(entry)}
${links}</div>${footer(column.site)}`,
  );

const LOADER = (path: string): string => `
const token = () => { let t = 7; for (const c of location.pathname) t = (t * 31 + c.charCodeAt(0)) >>> 0; return t.toString(36); };
async function load() {
  const answer = await fetch('${path}data.json?token=' + token());
  const { rows } = await answer.json();
  const list = document.createElement('ul');
  document.getElementById('app').append(list);
  for (const row of rows) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = row.u; link.textContent = row.t;
    const date = document.createElement('span');
    date.textContent = row.d;
    item.append(link, date);
    list.append(item);
  }
  document.querySelector('.loading').remove();
}
load();
`;

/** What the script works out from the page's own path. */
export const tokenOf = (path: string): string =>
  [...path].reduce((token, character) => (Math.imul(token, 31) + character.charCodeAt(0)) >>> 0, 7).toString(36);

export function scriptDrawn(column: Column): Built {
  const { site, name, path, entries } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const rows = entries.map((entry) => {
    const address = `${path}show/${entry.id}.html`;
    const files = attach(entry, (file, index) => ({ path: `${path}files/${entry.id}${index}.${endingFor(file)}` }));
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, files.links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
    return { t: entry.title, u: entry.href(address), d: entry.date };
  });
  pages[`${path}index.html`] = html(
    page(
      name,
      columnTags(column),
      `${header(site, name)}
<img src="/images/banner.png"><div class="loading">正在加载……</div><div id="app"></div>
<script src="${path}app.js"></script>
${footer(site)}`,
    ),
  );
  pages[`${path}app.js`] = script(LOADER(path));
  pages[`${path}data.json`] = ({ url }) =>
    url.searchParams.get('token') === tokenOf(`${path}index.html`)
      ? json({ rows }, { part: true })
      : json({ error: '令牌无效' }, { status: 403, part: true });
  return { pages, places };
}
