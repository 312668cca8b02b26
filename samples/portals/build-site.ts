import { html } from '../government/page.ts';
import { reportArticle } from './articles.ts';
import { Building } from './building.ts';
import type { Ask, Part } from './graph.ts';
import type { Link } from './half.ts';
import { type Branch, drawHub } from './hubs.ts';
import { type Item, itemOf } from './items.ts';
import { drawOthers, type Others } from './others.ts';
import { branchOf, counter, type ItemPaths, type Placed, place } from './place-steps.ts';
import { sideOf } from './side.ts';
import { askOf, type Furniture, type HostPlan, hrefOf, type Stand, wrap } from './site.ts';
import { columnOf, REPORTS_TYPE, type Step } from './steps.ts';
import { drawTable } from './table.ts';
import { bring, shared } from './transports/transport.ts';

/** A report where it stands: what must be asked for before it is had whole. */
export interface Standing {
  readonly item: Item;
  readonly asks: readonly Ask[];
}

/** A site as pages, the ways through them, its reports, and articles that are none. */
export interface BuiltSite extends Part {
  readonly plan: HostPlan;
  readonly standings: readonly Standing[];
  readonly decoys: readonly { readonly path: string; readonly title: string }[];
  /** Rows of its longest list. */
  readonly longest: number;
}

/** Links that lead nowhere, out of the government, or where robots.txt lets nobody in. */
const IDLE_MENU: readonly Link[] = [
  { text: '搜索', href: '/search/?q=%E5%B9%B4%E6%8A%A5' },
  { text: '无障碍浏览', href: 'javascript:void(0)' },
];
const IDLE_FOOTER: readonly Link[] = [
  { text: '联系我们', href: 'mailto:webmaster@mail.example' },
  { text: '返回顶部', href: '#top' },
  { text: '技术支持', href: 'http://www.website-maker.example/' },
];

export function buildSite(plan: HostPlan): BuiltSite {
  const { drawn, words, rng, reports } = plan;
  const ask = askOf(plan);
  const building = new Building(plan.host);
  const next = counter(rng.fork('numbers'));
  const paths: ItemPaths = new Map();
  const standings: Standing[] = [];
  let longest = 0;

  const dates = rng.fork('items');
  const items = reports.map((report) => itemOf(plan, dates, report, next()));
  const lead = { none: 0, one: 1, two: 2 }[drawn.leads];
  const leads = words.leads.slice(0, lead);
  const trail = leads.map(([, slug]) => slug);
  const aboveOf = (count: number): Placed['above'] =>
    leads.slice(0, count).map(([title], at) => ({ path: leadPath(at), title }));
  const leadNumbers = leads.map(next);
  const leadPath = (at: number): string => plan.addresses.column(trail.slice(0, at + 1), leadNumbers[at] ?? 0);

  // The column, and what may stand beside it.
  const names = rng.fork('names');
  const newest = Math.max(...items.map(({ report }) => report.year));
  const isOld = ({ report }: Item): boolean => drawn.archive === 'column' && report.year < newest - 1;
  const old = items.filter(isOld);
  const fresh = items.filter((item) => !isOld(item));
  const variant = names.int(0, 5);
  const under = (step: Step): Placed => place(plan, step, trail, aboveOf(lead), next, paths);
  const root = under(
    columnOf(names.pick(drawn.order === 'table' ? words.tables : words.columns), fresh, drawn.order, words, variant),
  );
  const list = (term: Step['term'], listed: readonly Item[]): Placed =>
    under({ kind: 'list', term, items: listed, type: REPORTS_TYPE });
  const archive = old.length > 0 ? list(names.pick(words.archives), old) : null;
  const copied = drawn.copies === 'none' ? [] : items.filter((_, at) => at % 2 === 0);
  const again = drawn.copies === 'other addresses' ? copied.map((item) => ({ ...item, number: next() })) : copied;
  const copies = again.length > 0 ? list(names.pick(words.copies), again) : null;

  const others: Others = drawOthers(plan, next);
  const firstLead: Branch = lead > 0 ? { text: words.leads[0]?.[0] ?? '', path: leadPath(0) } : branchOf(root, paths);
  const furniture: Furniture = {
    menu: [
      { text: words.home, href: '/' },
      ...(drawn.door === 'menu' ? [{ text: firstLead.text, href: firstLead.path }] : []),
      ...others.menu.map(({ text, path }) => ({ text, href: path })),
      ...IDLE_MENU,
    ],
    footer:
      drawn.footer === 'links'
        ? [...others.footer.map(({ text, path }) => ({ text, href: path })), ...IDLE_FOOTER]
        : [],
  };
  building.add(others.draw(furniture));

  const put = (stand: Stand, content: string): void =>
    building.add({ pages: { [stand.path]: html(wrap(plan, furniture, stand, content)) }, edges: [] });

  /** The pages of a step and of all below it; `beside` are further links on it. */
  function draw(placed: Placed, siblings: readonly Placed[], beside: readonly Branch[]): void {
    const { step, path, number, above, children } = placed;
    if (step.kind === 'leaf') return;
    const [title] = step.term;
    const side = sideOf(plan, placed, siblings, root, paths);
    const stand: Stand = { path, title, above, type: REPORTS_TYPE, side };
    if (step.kind === 'hub') {
      const branches = [...children.map((child) => branchOf(child, paths)), ...beside];
      const { content, ...part } = drawHub({ plan, path, title, number, branches });
      building.add(part);
      put(stand, content);
      for (const child of children) draw(child, children, []);
      return;
    }
    const extra = beside.length > 0 ? drawHub({ plan, path, title, number, branches: beside }, 'links') : null;
    if (extra) building.add(extra);
    const links = extra?.content ?? '';
    if (step.kind === 'table') {
      const { content, edges } = drawTable(plan, path, step.items, paths);
      building.add({ pages: {}, edges });
      put(stand, links + content);
      return;
    }
    const rows = step.items.map((item) => {
      const to = paths.get(item.number) ?? '/';
      return { text: item.label, href: hrefOf(plan, path, to), date: item.date, cells: item.cells, to: ask(to) };
    });
    longest = Math.max(longest, rows.length);
    const mixed = drawn.decoys === 'list' ? others.rows(path).slice(0, 2) : [];
    building.add(
      bring({
        plan,
        path,
        title,
        number,
        rows: [...rows.slice(0, 1), ...mixed, ...rows.slice(1)],
        neighbour: others.news(path),
        page: (content) => wrap(plan, furniture, stand, links + content),
      }),
    );
  }

  const older: Branch[] = plan.olderSite
    ? [{ text: words.archives[0]?.[0] ?? '', host: plan.olderSite, path: '/' }]
    : [];
  const archived = archive ? [branchOf(archive, paths), ...older] : older;
  const sites: Branch[] = plan.sites.map(({ host, name }) => ({ text: name, host, path: '/' }));
  const hubSites = drawn.sites === 'hub page' ? sites : [];
  const inHub = drawn.decoys === 'hub' ? others.decoys : [];
  draw(root, [root], [...archived, ...(lead === 0 ? inHub : [])]);
  if (archive) draw(archive, [root, archive], []);
  if (copies) draw(copies, [root, copies], []);

  // From the home page to the column.
  const ends: Branch[] = [branchOf(root, paths), ...(copies ? [branchOf(copies, paths)] : [])];
  const sitesPath = plan.addresses.column(['sites'], next());
  const sitesTerm = words.sites[0]?.[0] ?? '';
  const toSites: Branch[] = hubSites.length > 0 ? [{ text: sitesTerm, path: sitesPath }] : [];
  if (hubSites.length > 0) {
    const { content, ...part } = drawHub({
      plan,
      path: sitesPath,
      title: sitesTerm,
      number: next(),
      branches: hubSites,
    });
    building.add(part);
    put({ path: sitesPath, title: sitesTerm, above: [], type: null }, content);
  }
  for (const [at, [title]] of leads.entries()) {
    const last = at === lead - 1;
    const on: Branch[] = last ? [...ends, ...inHub] : [{ text: leads[at + 1]?.[0] ?? '', path: leadPath(at + 1) }];
    const branches = rng.fork(`lead ${at}`).shuffle([...others.neighbours(at), ...on]);
    const { content, ...part } = drawHub({ plan, path: leadPath(at), title, number: next(), branches });
    building.add(part);
    put({ path: leadPath(at), title, above: aboveOf(at), type: null }, content);
  }
  const home = others.home({
    doors: lead > 0 ? [firstLead] : ends,
    sites: drawn.sites === 'hub page' ? toSites : sites,
  });
  building.add({ pages: home.pages, edges: home.edges });
  put({ path: '/', title: words.home, above: [], type: null }, home.content);

  // The reports themselves, each at every address it has.
  const above = [...aboveOf(lead), { path: root.path, title: root.step.term[0] }];
  for (const item of [...items, ...(drawn.copies === 'other addresses' ? again : [])]) {
    const path = paths.get(item.number);
    if (!path) throw new Error(`${plan.host} lists ${item.report.title} nowhere; see steps.ts`);
    const { asks, ...part } = reportArticle({ plan, furniture, stand: { above, type: REPORTS_TYPE }, path }, item);
    building.add(part);
    standings.push({ item, asks });
  }
  building.add({ pages: shared(building.serves), edges: [] });
  return { plan, pages: building.pages, edges: building.edges, standings, decoys: others.traps, longest };
}
