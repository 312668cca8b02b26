import { html, type Page } from '../portal/page.ts';
import type { Ask, Edge, Part } from './graph.ts';
import type { Item } from './items.ts';
import { reportParts } from './report.ts';
import { askOf, type Furniture, type HostPlan, hrefOf, meta, type Stand, wrap } from './site.ts';

/** Pages of reports and of what is none. */

const tagsOf = (title: string, date: string, source: string): string =>
  [meta('ArticleTitle', title), meta('PubDate', `${date} 09:30`), meta('ContentSource', source)].join('\n');

/** Page 2 of an article: `…_2.html`, `…?id=7&part=2`. */
function secondOf(path: string): string {
  if (path.includes('?')) return `${path}&part=2`;
  return /\.\w+$/.test(path) ? path.replace(/(\.\w+)$/, '_2$1') : `${path}_2`;
}

interface ArticleDraft {
  readonly plan: HostPlan;
  readonly furniture: Furniture;
  readonly stand: Omit<Stand, 'title' | 'path'>;
  readonly path: string;
}

const lazily =
  (draw: () => string): Page =>
  () =>
    html(draw());

/** The report's page with what belongs to it: all of it, in two pages, or in a frame. */
export function reportArticle({ plan, furniture, stand, path }: ArticleDraft, item: Item): Part {
  const { report, date } = item;
  const { title, called } = report;
  const ask = askOf(plan);
  const page = (at: string, contents: string): string =>
    wrap(
      plan,
      furniture,
      { ...stand, path: at, title, tags: tagsOf(title, date, called) },
      plan.template.article({ title, date, source: called, contents }),
    );
  const second = secondOf(path);
  const edges: readonly Edge[] = [{ from: ask(path), to: ask(second), mark: hrefOf(plan, path, second) }];
  switch (plan.drawn.article) {
    case 'several pages':
      return {
        pages: {
          [path]: lazily(() => {
            const [first = ''] = reportParts(report, 2);
            return page(path, `${first}<div class="fy"><b>1</b> <a href="${hrefOf(plan, path, second)}">2</a></div>`);
          }),
          [second]: lazily(() => {
            const [, rest = ''] = reportParts(report, 2);
            return page(second, `${rest}<div class="fy"><a href="${hrefOf(plan, second, path)}">1</a> <b>2</b></div>`);
          }),
        },
        edges,
      };
    case 'frame':
      return {
        pages: {
          [path]: html(page(path, `<iframe src="${hrefOf(plan, path, second)}" width="100%" height="3000"></iframe>`)),
          [second]: lazily(
            () => `<html><head><meta charset="utf-8"></head><body>${reportParts(report, 1)[0] ?? ''}</body></html>`,
          ),
        },
        edges,
      };
    default:
      return { pages: { [path]: lazily(() => page(path, reportParts(report, 1)[0] ?? '')) }, edges: [] };
  }
}

/** What a reader must see before the report is had whole: its page, and the second part where it has one. */
export const partsOf = ({ drawn }: HostPlan, ask: Ask): readonly Ask[] =>
  drawn.article === 'whole' ? [ask] : [ask, { ...ask, path: secondOf(ask.path) }];

/** An article that is no report: a few sentences under a title. */
export function otherArticle({ plan, furniture, stand, path }: ArticleDraft, title: string, date: string): Page {
  const contents = `<p>${title}。</p><p>现将有关情况予以说明，请社会各界监督。有关材料可到政务服务中心查阅。</p><p>${plan.owner}将继续做好各项工作，及时回应群众关切。</p>`;
  return html(
    wrap(
      plan,
      furniture,
      { ...stand, path, title, tags: tagsOf(title, date, plan.owner) },
      plan.template.article({ title, date, source: plan.owner, contents }),
    ),
  );
}
