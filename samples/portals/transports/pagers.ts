import { type Answer, answerOf, type Page } from '../../government/page.ts';
import type { Drawn } from '../dimensions.ts';
import type { Ask } from '../graph.ts';
import { askOf, type HostPlan, hrefOf } from '../site.ts';

/** How one printed page of a list leads to the next. */
interface Pager {
  /** What is asked for page `n`, 2 and on. */
  readonly ask: (plan: HostPlan, path: string, n: number) => Ask;
  readonly markup: (at: { plan: HostPlan; path: string; at: number; count: number; total: number }) => string;
  /** What a page shows that leads to page `n`. */
  readonly mark: (plan: HostPlan, path: string, n: number) => string;
  /** Puts the answer where `ask` finds it. */
  readonly put: (pages: Record<string, Page>, ask: Ask, answer: Answer) => void;
  readonly scripts: Readonly<Record<string, string>>;
}

const linked = ({ addresses }: HostPlan, path: string, n: number): string => (n === 1 ? path : addresses.page(path, n));

const addressed: Pick<Pager, 'ask' | 'mark' | 'put' | 'scripts'> = {
  ask: (plan, path, n) => askOf(plan)(linked(plan, path, n)),
  mark: (plan, path, n) => hrefOf(plan, path, linked(plan, path, n)),
  put: (pages, { path }, answer) => {
    pages[path] = answer;
  },
  scripts: {},
};

const href = (plan: HostPlan, path: string, n: number): string => hrefOf(plan, path, linked(plan, path, n));

/** The queries of the address as hidden fields: a form that is sent by GET drops them otherwise. */
const hidden = (path: string): string =>
  [...new URL(path, 'http://x').searchParams]
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('');

const formed = (method: 'get' | 'post'): Pick<Pager, 'markup' | 'mark'> => ({
  markup: ({ plan, path, at, count, total }) =>
    at >= count
      ? `共${total}条 第${at}/${count}页`
      : `<form method="${method}" action="${path}">${method === 'get' ? hidden(path) : ''}<input type="hidden" name="page" value="${at + 1}"><input type="submit" value="${plan.words.next}"></form>共${total}条 第${at}/${count}页`,
  mark: (_, __, n) => `name="page" value="${n}"`,
});

const PAGE_SCRIPT = `function createPageHTML(count, current, name, ending) {
  for (var i = 0; i < count; i++) {
    var url = i === 0 ? name + '.' + ending : name + '_' + i + '.' + ending;
    document.write(i === current ? '<span>' + (i + 1) + '</span> ' : '<a href="' + url + '">' + (i + 1) + '</a> ');
  }
}`;

const MORE_SCRIPT = `function more(button) {
  var asked = new XMLHttpRequest();
  asked.open('GET', button.getAttribute('data-url'));
  asked.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  asked.onload = function () {
    var box = document.createElement('div');
    box.innerHTML = asked.responseText;
    button.parentNode.replaceChild(box, button);
  };
  asked.send();
}`;

export const PAGERS: Readonly<Record<Drawn['pager'], Pager>> = {
  none: { ...addressed, markup: ({ total }) => `共${total}条` },
  next: {
    ...addressed,
    markup: ({ plan, path, at, count, total }) =>
      `<span>共${total}条 ${at}/${count}</span> <a href="${path}">首页</a> ${at < count ? `<a class="next" href="${href(plan, path, at + 1)}">${plan.words.next}</a>` : `<span>${plan.words.next}</span>`}`,
  },
  numbers: {
    ...addressed,
    markup: ({ plan, path, at, count }) =>
      Array.from({ length: Math.min(count, at + 4) }, (_, n) =>
        n + 1 === at ? `<b>${at}</b>` : `<a href="${href(plan, path, n + 1)}">${n + 1}</a>`,
      ).join(' '),
  },
  createPageHTML: {
    ...addressed,
    markup: ({ at, count }) =>
      `<script src="/js/page.js"></script><script>createPageHTML(${count}, ${at - 1}, "index", "html");</script>`,
    mark: () => 'createPageHTML(',
    put: (pages, { path }, answer) => {
      pages[path] = answer;
      // The script links the first page by its file's name.
      if (path.endsWith('/')) pages[`${path}index.html`] = answer;
    },
    scripts: { '/js/page.js': PAGE_SCRIPT },
  },
  more: {
    ...addressed,
    markup: ({ plan, path, at, count }) =>
      at < count
        ? `<script src="/js/more.js"></script><button class="more" data-url="${linked(plan, path, at + 1)}" onclick="more(this)">${plan.words.more}</button>`
        : '<p>没有更多了</p>',
    mark: (plan, path, n) => linked(plan, path, n),
    scripts: { '/js/more.js': MORE_SCRIPT },
  },
  form: {
    ...addressed,
    ...formed('get'),
    ask: (plan, path, n) => askOf(plan)(`${path}${path.includes('?') ? '&' : '?'}page=${n}`),
  },
  'posted form': {
    ...addressed,
    ...formed('post'),
    ask: (plan, path, n) => askOf(plan)(path, { body: `page=${n}` }),
    put: (pages, { path, body }, answer) => {
      const before = pages[path];
      pages[path] =
        body === undefined || !before
          ? answer
          : (asked) => (asked.method === 'POST' && asked.body === body ? answer : answerOf(before, asked));
    },
  },
  select: {
    ...addressed,
    markup: ({ plan, path, at, count }) =>
      `<select onchange="location.href=this.value">${Array.from(
        { length: count },
        (_, n) => `<option value="${href(plan, path, n + 1)}"${n + 1 === at ? ' selected' : ''}>第${n + 1}页</option>`,
      ).join('')}</select>`,
  },
};
