import type { Edge } from './graph.ts';
import type { Item } from './items.ts';
import type { ItemPaths } from './place-steps.ts';
import { askOf, type HostPlan, hrefOf } from './site.ts';

/** A table of bodies by years, with a link in each cell where there is a report. */
export function drawTable(
  plan: HostPlan,
  path: string,
  items: readonly Item[],
  paths: ItemPaths,
): { readonly content: string; readonly edges: readonly Edge[] } {
  const { words, rng } = plan;
  const ask = askOf(plan);
  const view = rng.fork('view').pick(words.view);
  const years = [...new Set(items.map(({ report }) => report.year))].toSorted((a, b) => b - a);
  const bodies = [...new Map(items.map((item) => [item.report.body.id, item])).values()];
  const edges: Edge[] = [];
  const cellOf = (body: string, year: number): string => {
    const item = items.find(({ report }) => report.body.id === body && report.year === year);
    if (!item) return '<td>—</td>';
    const to = paths.get(item.number) ?? '/';
    const href = hrefOf(plan, path, to);
    edges.push({ from: ask(path), to: ask(to), mark: href });
    return `<td><a href="${href}">${view}</a></td>`;
  };
  const rows = bodies.map(
    ({ report: { called, body } }, at) =>
      `<tr><td>${at + 1}</td><td>${called}</td>${years.map((year) => cellOf(body.id, year)).join('')}</tr>`,
  );
  const content = `<table class="hz" border="1"><tr><th>序号</th><th>单位名称</th>${years.map((year) => `<th>${words.year(year)}</th>`).join('')}</tr>
${rows.join('\n')}
</table>`;
  return { content, edges };
}
