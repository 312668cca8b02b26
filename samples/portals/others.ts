import { html, type Page } from '../government/page.ts';
import { otherArticle } from './articles.ts';
import type { Edge, Part } from './graph.ts';
import type { DecoyColumn, Term } from './half.ts';
import { type Branch, drawHub } from './hubs.ts';
import type { Row } from './list.ts';
import { askOf, type Furniture, type HostPlan, hrefOf, wrap } from './site.ts';

/** Everything on a site that has nothing to do with reports, or only seems to. */
export interface Others {
  readonly menu: readonly Branch[];
  readonly footer: readonly Branch[];
  readonly decoys: readonly Branch[];
  /** Pages beside the next one of the way, on the page of lead `at`. */
  readonly neighbours: (at: number) => readonly Branch[];
  /** Rows of decoys, and of news, as a page at `from` links them. */
  readonly rows: (from: string) => readonly Row[];
  readonly news: (from: string) => readonly Row[];
  readonly home: (ways: { readonly doors: readonly Branch[]; readonly sites: readonly Branch[] }) => Part & {
    readonly content: string;
  };
  readonly draw: (furniture: Furniture) => Part;
  readonly traps: readonly { readonly path: string; readonly title: string }[];
}

interface Article {
  readonly title: string;
  readonly path: string;
  readonly date: string;
}

interface Column {
  readonly term: Term;
  readonly path: string;
  readonly type: string;
  readonly articles: readonly Article[];
}

const DECOY_COLUMNS = 3;
const YEAR = 2024;

export function drawOthers(plan: HostPlan, next: () => number): Others {
  const { words, drawn, template, rng, addresses, place } = plan;
  const ask = askOf(plan);
  const dates = rng.fork('dates');
  const articles = (path: string, titles: readonly string[]): Article[] =>
    titles.map((title) => {
      const date = `${YEAR + 1}-0${dates.int(1, 6)}-${dates.int(10, 28)}`;
      return { title, date, path: addresses.article(path, next(), date) };
    });
  const column = (term: Term, type: string, titles: readonly string[], above: readonly string[] = []): Column => {
    const path = addresses.column([...above, term[1]], next());
    return { term, path, type, articles: articles(path, titles) };
  };

  const news = column(words.menu[0] ?? ['新闻', 'xw'], '要闻动态', words.news);
  const plain = words.menu.slice(1).map((term) => column(term, term[0], []));
  const chosen: readonly DecoyColumn[] =
    drawn.decoys === 'none' ? [] : rng.fork('decoys').shuffle(words.decoys).slice(0, DECOY_COLUMNS);
  const decoys = chosen.map(({ column: term, type, titles }) => column(term, type, titles(place.name, YEAR)));
  const neighbours =
    drawn.leads === 'none'
      ? []
      : words.neighbours.map((term) => column(term, term[0], [], [words.leads[0]?.[1] ?? '']));
  const columns = [news, ...plain, ...decoys, ...neighbours];

  const branch = ({ term: [text], path }: Column): Branch => ({ text, path });
  const rowsOf =
    (list: readonly Article[]) =>
    (from: string): Row[] =>
      list.map(({ title, path, date }) => ({
        text: title,
        href: hrefOf(plan, from, path),
        date,
        cells: [],
        to: ask(path),
      }));

  return {
    menu: [branch(news), ...plain.map(branch), ...(drawn.decoys === 'menu' ? decoys.map(branch) : [])],
    footer: plain.map(branch),
    decoys: decoys.map(branch),
    neighbours: (at) => (at === 0 && drawn.leads === 'two' ? neighbours.slice(0, 1) : neighbours.slice(1)).map(branch),
    rows: rowsOf(decoys.flatMap((one) => one.articles)),
    news: rowsOf(news.articles),
    traps: decoys.flatMap((one) => one.articles),

    home({ doors, sites }) {
      const content: string[] = [template.list(rowsOf(news.articles)('/').map(template.row).join('\n'), news.term[0])];
      const pages: Record<string, Page> = {};
      const edges: Edge[] = [];
      const show = (title: string, branches: readonly Branch[], form: 'links' | 'select' | 'script'): void => {
        if (branches.length === 0) return;
        const drawnHub = drawHub({ plan, path: '/', title, number: next(), branches }, form);
        content.push(drawnHub.content);
        Object.assign(pages, drawnHub.pages);
        edges.push(...drawnHub.edges);
      };
      const inMenu = drawn.door === 'menu' ? 1 : 0;
      const [first] = doors;
      if (inMenu && first) edges.push({ from: ask('/'), to: ask(first.path), mark: first.path });
      if (drawn.decoys === 'home') show(words.menu[1]?.[0] ?? '', decoys.map(branch), 'links');
      show(words.leads[0]?.[0] ?? '', doors.slice(inMenu), drawn.door === 'menu' ? 'links' : drawn.door);
      show(words.sites[0]?.[0] ?? '', sites, drawn.sites === 'home select' ? 'select' : 'links');
      return { content: content.join('\n'), pages, edges };
    },

    draw(furniture) {
      const pages: Record<string, Page> = {};
      for (const { term, path, type, articles: own } of columns) {
        const stand = { above: [], type };
        const rows = rowsOf(own)(path).map(template.row).join('\n');
        const content =
          own.length > 0 ? template.list(rows, term[0]) : `<h3>${term[0]}</h3><p>本栏目内容请见办事大厅公告。</p>`;
        pages[path] = html(wrap(plan, furniture, { ...stand, path, title: term[0] }, content));
        for (const article of own) {
          pages[article.path] = otherArticle(
            { plan, furniture, stand, path: article.path },
            article.title,
            article.date,
          );
        }
      }
      return { pages, edges: [] };
    },
  };
}
