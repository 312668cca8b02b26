import { html, type Page, script } from '../../government/page.ts';
import type { Edge, Part } from '../graph.ts';
import { chunks, type ListDraft, type Row } from '../list.ts';
import { askOf, hrefOf } from '../site.ts';
import { PAGERS } from './pagers.ts';

/** Lists that the server prints page by page: in the page, in a script that writes them, in a frame. */

const inLines = (markup: string): string =>
  markup
    .split('\n')
    .map((line) => `document.writeln('${line.replaceAll("'", "\\'")}');`)
    .join('\n');

/** Pages beyond the last, as far as the fault has some. */
function beyond({ plan, neighbour }: ListDraft, printed: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  switch (plan.drawn.paging) {
    case 'endless':
      return Array.from({ length: 30 }, () => []);
    case 'page 1 again':
      return [printed[0] ?? []];
    case 'neighbour':
      return [neighbour];
    default:
      return [];
  }
}

/** `path` is where the list itself stands: the page's own address, or the frame's. */
function printedAt(list: ListDraft, path: string, wrap: (content: string) => string): Part {
  const { plan, title } = list;
  const { template, drawn } = plan;
  const ask = askOf(plan);
  const own = chunks(list.rows, drawn.pager === 'none' ? list.rows.length || 1 : plan.perPage);
  const all = [...own, ...beyond(list, own)];
  const pager = PAGERS[drawn.pager];
  const pages: Record<string, Page> = {};
  const edges: Edge[] = [];
  const addresses = all.map((_, at) => (at === 0 ? ask(path) : pager.ask(plan, path, at + 1)));
  for (const [at, rows] of all.entries()) {
    const here = addresses[at] ?? ask(path);
    const markup = template.list(rows.map(template.row).join('\n'), title);
    const links = pager.markup({
      plan,
      path,
      at: at + 1,
      count: all.length + (drawn.paging === 'stale total' ? 2 : 0),
      total: list.rows.length + (drawn.paging === 'stale total' ? 7 : 0),
    });
    let shown = markup;
    let shows = here;
    if (drawn.transport === 'writeln') {
      const source = `/js/list${list.number}_${at + 1}.js`;
      pages[source] = script(inLines(markup));
      shown = `<script type="text/javascript" src="${source}"></script>`;
      shows = ask(source);
      edges.push({ from: here, to: shows, mark: source });
    }
    const content = `${shown}\n${template.pager(links)}`;
    pager.put(pages, here, html(at > 0 && drawn.pager === 'more' ? content : wrap(content)));
    if (at >= own.length) continue;
    for (const row of rows) edges.push({ from: shows, to: row.to, mark: row.href });
    const next = addresses[at + 1];
    if (next && at + 1 < own.length) edges.push({ from: here, to: next, mark: pager.mark(plan, path, at + 2) });
  }
  for (const [source, text] of Object.entries(pager.scripts)) pages[source] = script(text);
  return { pages, edges };
}

export function printed(list: ListDraft): Part {
  const { plan, path, page } = list;
  if (plan.drawn.transport !== 'iframe') return printedAt(list, path, page);
  const frame = plan.addresses.column(['frame', `l${list.number}`], list.number + 500);
  const inner = printedAt(
    list,
    frame,
    (content) => `<html><head><meta charset="utf-8"><base target="_top"></head><body>${content}</body></html>`,
  );
  const src = hrefOf(plan, path, frame);
  const ask = askOf(plan);
  return {
    pages: {
      ...inner.pages,
      [path]: html(page(`<iframe src="${src}" width="100%" height="800" frameborder="0"></iframe>`)),
    },
    edges: [{ from: ask(path), to: ask(frame), mark: src }, ...inner.edges],
  };
}
