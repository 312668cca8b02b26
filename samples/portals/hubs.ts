import { type Page, script } from '../government/page.ts';
import type { Drawn } from './dimensions.ts';
import type { Ask, Edge } from './graph.ts';
import { askOf, type HostPlan, hrefOf } from './site.ts';

/** A link to another page of the way, with what lies below it where that is shown as well. */
export interface Branch {
  readonly text: string;
  readonly path: string;
  /** Of another host; the plan's own where it is left out. */
  readonly host?: string;
  readonly below?: readonly Branch[];
}

interface HubDraft {
  readonly plan: HostPlan;
  readonly path: string;
  readonly title: string;
  /** Unique on the host. */
  readonly number: number;
  readonly branches: readonly Branch[];
}

/** Contents of a page that leads on, scripts and data that belong to it, and the ways. */
interface DrawnHub {
  readonly content: string;
  readonly pages: Readonly<Record<string, Page>>;
  readonly edges: readonly Edge[];
}

type Linked = { readonly text: string; readonly href: string; readonly to: Ask; readonly below: readonly Linked[] };

const linksOf = (plan: HostPlan, path: string, branches: readonly Branch[]): readonly Linked[] =>
  branches.map(({ text, path: to, host, below = [] }) => ({
    text,
    href: host ? `http://${host}${to}` : hrefOf(plan, path, to),
    to: host ? { host, path: to } : askOf(plan)(to),
    below: linksOf(plan, path, below),
  }));

const waysFrom = (from: Ask, links: readonly Linked[]): Edge[] =>
  links.flatMap(({ href, to, below }) => [{ from, to, mark: href }, ...waysFrom(from, below)]);

type Draw = (hub: HubDraft, links: readonly Linked[]) => string;

const tree = (links: readonly Linked[]): string =>
  `<ul class="tree">${links
    .map(({ href, text, below }) => `<li><a href="${href}">${text}</a>${below.length > 0 ? tree(below) : ''}</li>`)
    .join('\n')}</ul>`;

/** Forms whose links stand in the page itself. */
const IN_PAGE: Readonly<Partial<Record<Drawn['hub'], Draw>>> = {
  links: ({ plan, title }, links) => plan.template.links(links, title),
  tabs: ({ plan }, links) => plan.template.tabs(links),
  tree: ({ title }, links) => `<h3>${title}</h3>${tree(links)}`,
  select: ({ title }, links) =>
    `<label>${title}</label><select onchange="if(this.value)location.href=this.value"><option value="">请选择</option>${links
      .map(({ href, text }) => `<option value="${href}">${text}</option>`)
      .join('')}</select>`,
  buttons: ({ title }, links) =>
    `<h3>${title}</h3>${links
      .map(
        ({ href, text }) =>
          `<a href="javascript:void(0)" class="btn" onclick="window.location.href='${href}'">${text}</a>`,
      )
      .join('\n')}`,
  areas: ({ number }, links) =>
    `<img src="/images/map${number}.png" usemap="#map${number}" width="800" height="400"><map name="map${number}">${links
      .map(
        ({ href, text }, at) =>
          `<area shape="rect" coords="${at * 60},0,${at * 60 + 58},40" href="${href}" alt="${text}" title="${text}">`,
      )
      .join('')}</map>`,
};

const PICTURE: Page = { type: 'image/png', body: new Uint8Array([137, 80, 78, 71]), part: true };

const LOADER = (path: string, id: string): string => `(function () {
  var x = new XMLHttpRequest();
  x.open('GET', '${path}');
  x.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  x.onload = function () {
    JSON.parse(x.responseText).forEach(function (n) {
      var li = document.createElement('li'), a = document.createElement('a');
      a.href = n.url; a.textContent = n.name; li.appendChild(a);
      document.getElementById('${id}').appendChild(li);
    });
  };
  x.send();
})();`;

function byScript(hub: HubDraft, links: readonly Linked[]): DrawnHub {
  const { plan, path, number, title } = hub;
  const ask = askOf(plan);
  const source = `/js/menu${number}.js`;
  const lines = links.map(({ href, text }) => `document.write('<li><a href="${href}">${text}</a></li>');`);
  return {
    content: `<h3>${title}</h3><ul class="menu"><script src="${source}"></script></ul>`,
    pages: { [source]: script(lines.join('\n')) },
    edges: [{ from: ask(path), to: ask(source), mark: source }, ...waysFrom(ask(source), links)],
  };
}

function byData(hub: HubDraft, links: readonly Linked[]): DrawnHub {
  const { plan, path, number, title } = hub;
  const ask = askOf(plan);
  const source = `/tree/nodes?id=${number}`;
  const to = ask(source, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  const answer: Page = ({ headers }) => ({
    type: 'application/json;charset=UTF-8',
    body: JSON.stringify(links.map(({ href, text }, id) => ({ id, name: text, url: href }))),
    ...(headers['x-requested-with'] ? { part: true as const } : {}),
  });
  return {
    content: `<h3>${title}</h3><ul id="tree${number}" class="ztree"></ul><script>${LOADER(source, `tree${number}`)}</script>`,
    pages: { [source]: answer },
    edges: [{ from: ask(path), to, mark: source }, ...waysFrom(to, links)],
  };
}

/** The links of a page in the form that was drawn for the site. */
export function drawHub(hub: HubDraft, form: Drawn['hub'] = hub.plan.drawn.hub): DrawnHub {
  const links = linksOf(hub.plan, hub.path, hub.branches);
  const shown = form === 'tree' ? links : links.map((link) => ({ ...link, below: [] }));
  if (form === 'script') return byScript(hub, shown);
  if (form === 'branches') return byData(hub, shown);
  const draw = IN_PAGE[form] ?? (() => '');
  return {
    content: draw(hub, shown),
    pages: form === 'areas' ? { [`/images/map${hub.number}.png`]: PICTURE } : {},
    edges: waysFrom(askOf(hub.plan)(hub.path), shown),
  };
}
