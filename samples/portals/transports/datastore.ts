import { html, type Page } from '../../government/page.ts';
import type { Edge } from '../graph.ts';
import { type ListDraft, pageOf, type Row, readings, recordsOf } from '../list.ts';
import { askOf } from '../site.ts';
import type { Brought } from './brought.ts';

/** The first records stand in the page as CDATA within a script, the others come from a proxy that is asked by POST. */

const PROXY = '/module/web/jpage/dataproxy.jsp';

/** How the server is asked for what follows: by record, or, where it ignores those, by page. */
const nextOf = ({ plan, number }: ListDraft, page: number, from: number): string =>
  plan.drawn.paging === 'ignored'
    ? `${PROXY}?page=${page}&appid=1&columnid=${number}&perpage=${plan.perPage}`
    : `${PROXY}?startrecord=${from}&endrecord=${from + plan.perPage - 1}&perpage=${plan.perPage}&columnid=${number}`;

function store(list: ListDraft, rows: readonly Row[], total: number, next: string | null): string {
  const { template } = list.plan;
  const group = next ? `<nextgroup><![CDATA[<a href="${next}"></a>]]></nextgroup>` : '';
  const records = rows.map((row) => `<record><![CDATA[${template.row(row)}]]></record>`).join('\n');
  return `<datastore>\n${group}\n<totalrecord>${total}</totalrecord><recordset>\n${records}\n</recordset></datastore>`;
}

const LOADER = (next: string): string => `(function () {
var seen = {};
function draw(text) {
  var fresh = 0, box = document.getElementById('list');
  (text.match(/<record><!\\[CDATA\\[[\\s\\S]*?\\]\\]>/g) || []).forEach(function (r) {
    var row = r.slice(17, -3);
    if (seen[row]) return;
    seen[row] = 1; fresh++;
    box.insertAdjacentHTML('beforeend', row);
  });
  var next = /<nextgroup><!\\[CDATA\\[<a href="([^"]*)"/.exec(text), link = document.getElementById('next');
  link.style.display = next && fresh ? '' : 'none';
  link.onclick = function () { ask(next[1]); };
}
function ask(url) {
  var x = new XMLHttpRequest();
  x.open('POST', url);
  x.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
  x.onload = function () { draw(x.responseText); };
  x.send('col=1&webid=1&path=%2F');
}
document.write('<a id="next" href="javascript:void(0)">${next}</a>');
draw(document.getElementById('store').textContent);
})();`;

export function datastore(list: ListDraft): Brought {
  const { plan, path, rows, number } = list;
  const ask = askOf(plan);
  const byPage = plan.drawn.paging === 'ignored';
  const first = (byPage ? pageOf(list, 1, plan.perPage) : recordsOf(list, 1, plan.perPage)).rows;
  const follow = (page: number, received: number): string | null =>
    received < rows.length ? nextOf(list, page, received + 1) : null;
  const text = store(list, first, rows.length, follow(2, first.length));
  const content = `<h3>${list.title}</h3><script type="text/xml" id="store">${text}</script><div id="list"></div><script>${LOADER(plan.words.next)}</script>`;

  const edges: Edge[] = first.map((row) => ({ from: ask(path), to: row.to, mark: row.href }));
  let before = ask(path);
  let received = first.length;
  for (let page = 2; received < rows.length; page += 1) {
    const url = nextOf(list, page, received + 1);
    const here = ask(url, {
      body: 'col=1&webid=1&path=%2F',
      headers: { 'X-Requested-With': 'XMLHttpRequest', 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    const slice = byPage
      ? (readings(list)[page - 1] ?? [])
      : recordsOf(list, received + 1, received + plan.perPage).rows;
    if (slice.length === 0) break;
    edges.push({ from: before, to: here, mark: url });
    for (const row of slice) edges.push({ from: here, to: row.to, mark: row.href });
    received += slice.length;
    before = here;
  }

  const proxy: Page = ({ url, method, headers }) => {
    const page = Number(url.searchParams.get('page') ?? 1) || 1;
    const from = Number(url.searchParams.get('startrecord') ?? 1) || 1;
    const to = Number(url.searchParams.get('endrecord') ?? from) || from;
    const size = Number(url.searchParams.get('perpage') ?? plan.perPage) || plan.perPage;
    const { rows: found, total } = byPage ? pageOf(list, page, size) : recordsOf(list, from, to);
    const reached = byPage ? page * plan.perPage : from - 1 + found.length;
    const body = method === 'POST' || byPage ? store(list, found, total, follow(page + 1, reached)) : '';
    return {
      type: 'text/html; charset=utf-8',
      body,
      ...(headers['x-requested-with'] ? { part: true as const } : {}),
    };
  };
  return { pages: { [path]: html(list.page(content)) }, edges, serves: { [`${PROXY} ${number}`]: proxy } };
}
