import { html, type Page, script } from '../../government/page.ts';
import type { Edge } from '../graph.ts';
import { type ListDraft, pageOf, readings } from '../list.ts';
import { askOf } from '../site.ts';
import type { Brought } from './brought.ts';
import { json, jsonAnswer, WIRES, type Wire } from './wires.ts';

/** Lists that a script of the page asks for as data, page by page, and draws. */

const LOADER = (ask: string, channel: string, next: string): string => `(function () {
var page = 0, seen = {}, channel = ${channel};
function ask(n, done) {
  ${ask}
}
function draw(rows) {
  var box = document.getElementById('list'), fresh = 0;
  if (typeof rows === 'string') { var part = document.createElement('div'); part.innerHTML = rows; fresh = part.querySelectorAll('a').length; if (seen[rows]) fresh = 0; else { seen[rows] = 1; box.appendChild(part); } }
  else rows.forEach(function (r) {
    if (seen[r.url]) return;
    seen[r.url] = 1; fresh++;
    var li = document.createElement('li'), a = document.createElement('a'), d = document.createElement('span');
    a.href = r.url; a.textContent = r.title; d.textContent = r.date;
    li.appendChild(a); li.appendChild(d); box.appendChild(li);
  });
  document.getElementById('next').style.display = fresh ? '' : 'none';
}
window.turn = function () { page++; ask(page, draw); };
document.write('<a id="next" href="javascript:void(0)" onclick="turn()">${next}</a>');
turn();
window.onhashchange = function () { location.reload(); };
})();`;

/** A question that the script puts may go to one address for all lists: the right one is told by its number. */
function served(list: ListDraft, wire: Wire): Page {
  return (asked) => {
    const found = wire.parse(list, asked);
    const answer = found
      ? wire.answer(list, pageOf(list, found.page, found.size), asked)
      : { ...jsonAnswer({ error: '令牌无效' }), status: 403 };
    return asked.headers['x-requested-with'] ? { ...answer, part: true } : answer;
  };
}

export function data(list: ListDraft): Brought {
  const { plan, path, number } = list;
  const wire = WIRES[plan.drawn.transport] ?? json;
  const ask = askOf(plan);
  const source = `/js/channel${number}.js`;
  const shell = plan.drawn.fragment === 'yes';
  const inPage = shell || number % 2 === 0;
  const text = LOADER(wire.script(list), shell ? 'location.hash.slice(1)' : String(number), plan.words.next);
  const code = inPage ? `<script>${text}</script>` : `<script src="${source}"></script>`;
  const content = `${shell ? '' : `<h3>${list.title}</h3>`}<ul id="list"></ul>${code}`;
  const told = inPage ? ask(path) : ask(source);
  const edges: Edge[] = inPage ? [] : [{ from: ask(path), to: told, mark: source }];
  let before = told;
  let mark = wire.path(list);
  for (const [at, rows] of readings(list).entries()) {
    const here = ask('', wire.ask(list, at + 1));
    edges.push({ from: before, to: here, mark });
    for (const row of rows) edges.push({ from: here, to: row.to, mark: JSON.stringify(row.href).slice(1, -1) });
    // The next is asked for because this one brought something.
    before = here;
    mark = JSON.stringify(rows[0]?.href ?? '').slice(1, -1);
  }
  return {
    shell,
    pages: { [ask(path).path]: html(list.page(content)), ...(inPage ? {} : { [source]: script(text) }) },
    edges,
    serves: { [`${wire.path(list)} ${number}`]: served(list, wire) },
  };
}
