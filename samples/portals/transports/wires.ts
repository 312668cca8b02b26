import type { Answer, Asked } from '../../government/page.ts';
import type { Ask } from '../graph.ts';
import { askedSize, type ListDraft, type Slice } from '../list.ts';

/** One manner of asking and answering. */
export interface Wire {
  readonly path: (list: ListDraft) => string;
  /** The question for page `n`, as the script puts it. */
  readonly ask: (list: ListDraft, n: number) => Partial<Ask> & { readonly path: string };
  /** The page that is asked for, and how many records; null: the server will not have it. */
  readonly parse: (list: ListDraft, asked: Asked) => { readonly page: number; readonly size: number } | null;
  readonly answer: (list: ListDraft, slice: Slice, asked: Asked) => Answer;
  /** The body of `function ask(n, done)`. */
  readonly script: (list: ListDraft) => string;
}

const BY_SCRIPT = { 'X-Requested-With': 'XMLHttpRequest' };

/** Names of the page's number; where parameters are ignored, `page` is one of those. */
const NAMES = ['page', 'currpage', 'pageIndex', 'p'];

/** One page's script asks for all lists that share it, by one name. */
const nameOf = ({ plan, number }: ListDraft): string =>
  plan.drawn.paging === 'ignored'
    ? 'pageNo'
    : (NAMES[(plan.drawn.fragment === 'yes' ? plan.perPage : number) % NAMES.length] ?? 'page');

const numbers = (list: ListDraft, { url }: Asked) => ({
  page: Number(url.searchParams.get(nameOf(list)) ?? 1) || 1,
  size: Number(url.searchParams.get('size') ?? list.plan.perPage) || list.plan.perPage,
});

const query = (list: ListDraft, n: number | string, channel: number | string = list.number): string =>
  `?channel=${channel}&${nameOf(list)}=${n}&size=${askedSize(list)}`;

const records = ({ rows }: Slice) => rows.map(({ text, href, date }) => ({ title: text, url: href, date }));

export const jsonAnswer = (value: unknown): Answer => ({
  type: 'application/json;charset=UTF-8',
  body: JSON.stringify(value),
});

/** The script's question by GET, and how it finds records in the answer. */
const getScript =
  (find: string, more: (list: ListDraft) => string = () => '') =>
  (list: ListDraft): string => {
    const [before, after] = query(list, '@', "' + channel + '").split('@');
    return `var x = new XMLHttpRequest();
  x.open('GET', '${WIRES[list.plan.drawn.transport]?.path(list)}${before}' + n + '${after}'${more(list)});
  x.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  x.onload = function () { var a = JSON.parse(x.responseText); done(${find}); };
  x.send();`;
  };

/** What only the page's script works out from its own path. */
const tokenOf = (path: string, page: number): string =>
  [...`${path}#${page}`]
    .reduce((token, character) => (Math.imul(token, 31) + character.charCodeAt(0)) >>> 0, 7)
    .toString(36);

const TOKEN = `function token(n) { var t = 7, s = location.pathname + location.search + '#' + n; for (var i = 0; i < s.length; i++) t = (Math.imul(t, 31) + s.charCodeAt(i)) >>> 0; return t.toString(36); }`;

export const json: Wire = {
  path: () => '/api/article/list',
  ask: (list, n) => ({ path: `/api/article/list${query(list, n)}`, headers: BY_SCRIPT }),
  parse: numbers,
  answer: (_, slice) => jsonAnswer({ code: 200, data: { rows: records(slice), total: slice.total } }),
  script: getScript('a.data.rows'),
};

export const WIRES: Readonly<Record<string, Wire>> = {
  json,
  'html in json': {
    ...json,
    path: () => '/api-gateway/front/page/build/unit',
    ask: (list, n) => ({ path: `/api-gateway/front/page/build/unit${query(list, n)}`, headers: BY_SCRIPT }),
    answer: ({ plan: { template } }, { rows, total }) =>
      jsonAnswer({
        success: true,
        data: {
          html: `${template.list(rows.map(template.row).join('\n'), '')}<div class="pagination" count="${total}"></div>`,
        },
      }),
    script: getScript('a.data.html'),
  },
  jsonp: {
    path: ({ number }) => `/common/search/${number}`,
    ask: (list, n) => ({ path: `/common/search/${list.number}${query(list, n)}&callback=drawList` }),
    parse: numbers,
    answer: (_, slice, { url }) => ({
      type: 'application/javascript',
      body: `${(url.searchParams.get('callback') ?? 'callback').replace(/\W/g, '')}(${JSON.stringify({ data: { results: records(slice), total: slice.total } })})`,
      part: true,
    }),
    script: (list) => {
      const [before, after] = query(list, '@').split('@');
      return `window.drawList = function (a) { done(a.data.results); };
  var s = document.createElement('script');
  s.src = '/common/search/${list.number}${before}' + n + '${after}&callback=drawList';
  document.body.appendChild(s);`;
    },
  },
  post: {
    path: () => '/rest/lightfrontaction/getgovinfolist',
    ask: (list, n) => ({
      path: '/rest/lightfrontaction/getgovinfolist',
      headers: { ...BY_SCRIPT, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        params: { categorynum: String(list.number), pageIndex: n - 1, pageSize: askedSize(list) },
      }),
    }),
    parse: ({ plan }, { method, body }) => {
      const { params } = method === 'POST' ? JSON.parse(body) : { params: null };
      return params && { page: Number(params.pageIndex) + 1 || 1, size: Number(params.pageSize) || plan.perPage };
    },
    answer: (_, slice) =>
      jsonAnswer({
        custom: {
          data: slice.rows.map(({ text, href, date }) => ({ realtitle: text, infourl: href, infodate: date })),
          total: slice.total,
        },
      }),
    script: (list) => `var x = new XMLHttpRequest();
  x.open('POST', '/rest/lightfrontaction/getgovinfolist');
  x.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  x.setRequestHeader('Content-Type', 'application/json');
  x.onload = function () { var a = JSON.parse(x.responseText); done(a.custom.data.map(function (r) { return { title: r.realtitle, url: r.infourl, date: r.infodate }; })); };
  x.send(JSON.stringify({ params: { categorynum: String(channel), pageIndex: n - 1, pageSize: ${askedSize(list)} } }));`,
  },
  browser: {
    ...json,
    path: () => '/front/data',
    ask: (list, n) => ({
      path: `/front/data${query(list, n)}&token=${tokenOf(list.path, n)}`,
      headers: BY_SCRIPT,
    }),
    parse: (list, asked) => {
      const found = numbers(list, asked);
      return asked.url.searchParams.get('token') === tokenOf(list.path, found.page) ? found : null;
    },
    script: (list) => `${TOKEN}\n${getScript('a.data.rows', () => " + '&token=' + token(n)")(list)}`,
  },
};
