import { html, type Page } from '../government/page.ts';
import type { Drawn } from './dimensions.ts';
import type { Ask, Part } from './graph.ts';
import type { Item } from './items.ts';
import { reportFile, reportNarrative, reportParts } from './report.ts';
import { askOf, type Furniture, type HostPlan, hrefOf, meta, type Stand, wrap } from './site.ts';

/** Pages of reports and of what is none. */

interface ArticleDraft {
  readonly plan: HostPlan;
  readonly furniture: Furniture;
  readonly stand: Omit<Stand, 'title' | 'path'>;
  readonly path: string;
}

/** How one kind of article is made: its page, and what else must be asked for before the report is had whole. */
interface Shape {
  readonly second: (path: string, item: Item) => string | null;
  readonly pages: (draft: ArticleDraft, item: Item, second: string) => Readonly<Record<string, Page>>;
}

const tagsOf = (title: string, date: string, source: string): string =>
  [meta('ArticleTitle', title), meta('PubDate', `${date} 09:30`), meta('ContentSource', source)].join('\n');

function articlePage({ plan, furniture, stand, path }: ArticleDraft, item: Item, contents: string): string {
  const { report, date } = item;
  const { title, called } = report;
  const shown = { ...stand, path, title, tags: tagsOf(title, date, called) };
  return wrap(plan, furniture, shown, plan.template.article({ title, date, source: called, contents }));
}

/** Made when it is first asked for: most tests ask for few. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** `…_2.html`, `…?id=7&part=2` */
function secondPage(path: string): string {
  if (path.includes('?')) return `${path}&part=2`;
  return /\.\w+$/.test(path) ? path.replace(/(\.\w+)$/, '_2$1') : `${path}_2`;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The narrative in the page, everything in a file; `show` leads to it. */
const withFile = (show: (href: string, item: Item) => string): Shape => ({
  second: (_, { number, date }) => `/upload/${date.slice(0, 4)}/W0${date.replaceAll('-', '')}${number}.docx`,
  pages(draft, item, second) {
    const page = lazily(() => html(articlePage(draft, item, reportNarrative(item.report) + show(second, item))));
    const file = lazily(() => ({ type: DOCX, body: reportFile(item.report) }));
    return { [draft.path]: page, [second]: file };
  },
});

const SHAPES: Readonly<Record<Drawn['article'], Shape>> = {
  whole: {
    second: () => null,
    pages: (draft, item) => ({
      [draft.path]: lazily(() => html(articlePage(draft, item, reportParts(item.report, 1).join('')))),
    }),
  },
  'several pages': {
    second: secondPage,
    pages(draft, item, second) {
      const parts = lazily(() => reportParts(item.report, 2));
      const href = hrefOf(draft.plan, draft.path, second);
      const back = hrefOf(draft.plan, second, draft.path);
      const first = () => `${parts()[0]}<div class="fy"><b>1</b> <a href="${href}">2</a></div>`;
      const rest = () => `${parts()[1]}<div class="fy"><a href="${back}">1</a> <b>2</b></div>`;
      return {
        [draft.path]: () => html(articlePage(draft, item, first())),
        [second]: () => html(articlePage({ ...draft, path: second }, item, rest())),
      };
    },
  },
  frame: {
    second: secondPage,
    pages(draft, item, second) {
      const frame = `<iframe src="${hrefOf(draft.plan, draft.path, second)}" width="100%" height="3000"></iframe>`;
      const inner = lazily(() => reportParts(item.report, 1).join(''));
      return {
        [draft.path]: html(articlePage(draft, item, frame)),
        [second]: () => html(`<html><head><meta charset="utf-8"></head><body>${inner()}</body></html>`, { part: true }),
      };
    },
  },
  attachment: withFile((href, { report }) => `<p>附件：<a href="${href}">${report.title}.docx</a></p>`),
  viewer: withFile(
    (href) => `<iframe src="/viewer/web/viewer.html?file=${encodeURIComponent(href)}" width="100%"></iframe>`,
  ),
  'script viewer': withFile(
    (href) =>
      `<div id="doc"></div><script>var fileUrl = "${href}"; if (window.showDocument) showDocument("doc", fileUrl);</script>`,
  ),
};

/** What the page shows of its second part. */
function markOf({ plan, path }: ArticleDraft, second: string): string {
  if (plan.drawn.article === 'viewer') return encodeURIComponent(second);
  return second.startsWith('/upload/') ? second : hrefOf(plan, path, second);
}

/** The report's page with what belongs to it, and everything that must be asked for before it is had whole. */
export function reportArticle(draft: ArticleDraft, item: Item): Part & { readonly asks: readonly Ask[] } {
  const { plan, path } = draft;
  const shape = SHAPES[plan.drawn.article];
  const ask = askOf(plan);
  const second = shape.second(path, item);
  const pages = shape.pages(draft, item, second ?? '');
  if (second === null) return { pages, edges: [], asks: [ask(path)] };
  const viewer = { '/viewer/web/viewer.html': VIEWER };
  return {
    pages: plan.drawn.article === 'viewer' ? { ...pages, ...viewer } : pages,
    edges: [{ from: ask(path), to: ask(second), mark: markOf(draft, second) }],
    asks: [ask(path), ask(second)],
  };
}

const VIEWER: Page = html(
  '<!DOCTYPE html><html><head><title>viewer</title></head><body><div id="viewer"></div></body></html>',
  {
    part: true,
  },
);

/** An article that is no report: a few sentences under a title. */
export function otherArticle({ plan, furniture, stand, path }: ArticleDraft, title: string, date: string): Page {
  const contents = `<p>${title}。</p><p>现将有关情况予以说明，请社会各界监督。有关材料可到政务服务中心查阅。</p><p>${plan.owner}将继续做好各项工作，及时回应群众关切。</p>`;
  const shown = { ...stand, path, title, tags: tagsOf(title, date, plan.owner) };
  return html(wrap(plan, furniture, shown, plan.template.article({ title, date, source: plan.owner, contents })));
}
