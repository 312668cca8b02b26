import { describe, expect, it } from 'vitest';
import { discover } from '../../../../crawlers/explore/discover.ts';
import type { FoundPage } from '../../../../crawlers/explore/discovery.ts';
import type { CrawlRequest, ListProgress } from '../../../../src/model/crawl/entry.ts';
import { foundPage, line, report, row } from '../found-page.ts';

const COLUMN = '<title>政府信息公开年报_兰渚市</title><meta name="ColumnType" content="信息公开年报">';
const bodies = ['兰渚市财政局', '兰渚市民政局', '兰渚市司法局', '兰渚市水利局', '兰渚市交通局', '兰渚市商务局'];
const rows = (from: number, to: number): string =>
  bodies
    .slice(from - 1, to)
    .map((body, at) => row(`/art/1/t20240120_10${from + at}.html`, report(body, 2023)))
    .join('');
const at = (progress: Partial<ListProgress>): Partial<FoundPage> => {
  const page = progress.page ?? 1;
  const whole = { dialect: '', page, seen: [], count: 0, total: null, idle: 0, ...progress };
  return { kind: 'list', page, scope: { pathPrefix: null, contains: null, progress: whole } };
};
const next = (page: FoundPage) => discover(page).links.find(({ kind }) => kind === 'list');
const nextLine = (page: FoundPage): string | null => {
  const link = next(page);
  return link ? line(link).replace('list ', '') : null;
};

describe('the next page as a page prints it', () => {
  const page = (pager: string, path = '/zwgk/nb/list.jsp?id=7') => foundPage(path, COLUMN + rows(1, 2) + pager);
  const script = (code: string): string => `<script>${code}</script>`;

  it.each([
    [
      'an option',
      '<select onchange="location.href=this.value"><option value="list.jsp?id=7" selected>第1页</option><option value="list.jsp?id=7&amp;p=2">第2页</option></select>',
      '/zwgk/nb/list.jsp?id=7&p=2',
    ],
    [
      'a button for more',
      '<button class="more" data-url="/zwgk/nb/more_2.html" onclick="more(this)">加载更多</button>',
      '/zwgk/nb/more_2.html',
    ],
    [
      'a function over files',
      `<a href="javascript:goPage(2)">2</a>${script('function goPage(n) { location.href = "index_" + n + ".html"; }')}`,
      '/zwgk/nb/index_2.html',
    ],
    [
      'a function over a query',
      `<a href="javascript:void(0)" onclick="turnTo('2')">下一页</a>${script("var turnTo = function (page) { window.location = 'list.jsp?id=7&pageNo=' + page; }")}`,
      '/zwgk/nb/list.jsp?id=7&pageNo=2',
    ],
    [
      'a form with the number of the next page',
      '<form method="get" action="list.jsp?id=9"><input type="hidden" name="id" value="7"><input type="hidden" name="page" value="2"><input type="submit" value="下一页"></form>',
      '/zwgk/nb/list.jsp?id=7&page=2',
    ],
    [
      'a posted form with the number of this page',
      '<form method="post" action="/zwgk/nb/list.jsp"><input type="hidden" name="id" value="7"><input type="hidden" name="curPage" value="1"><button>下一页</button></form>',
      'POST /zwgk/nb/list.jsp id=7&curPage=2',
    ],
    [
      'a posted form counted from 0',
      '<form method="post" action="/q.do"><input type="hidden" name="pageIndex" value="0"><button>后页</button></form>',
      'POST /q.do pageIndex=1',
    ],
    [
      'a function that sends a form',
      `<form name="pager" method="post" action="/q.do"><input type="hidden" name="k" value="a b"><input type="hidden" name="n" value="1"></form><a href="javascript:jump(2)">&gt;</a><a href="javascript:jump(2)">2</a>${script('function jump(i) { document.pager.n.value = i; document.pager.submit(); }')}`,
      'POST /q.do k=a+b&n=2',
    ],
    [
      'a posted-back control',
      `<form method="post" action="list.aspx"><input type="hidden" name="__VIEWSTATE" value="x1"></form><a href="javascript:__doPostBack('pager','2')">下一页</a>`,
      'POST /zwgk/nb/list.aspx __VIEWSTATE=x1&__EVENTTARGET=pager&__EVENTARGUMENT=2',
    ],
    [
      'a number in data, and a parameter in the address',
      '<a href="javascript:;" data-page="2">2</a>',
      '/zwgk/nb/list.jsp?id=7&cur_page=2',
      '/zwgk/nb/list.jsp?id=7&cur_page=1',
    ],
    ['settings of a pager', script('layui.laypage({ pageCount: 4, url: "/zwgk/nb/{page}.html" })'), '/zwgk/nb/2.html'],
    [
      'more items than came, and a parameter in the address',
      '共 9 条',
      '/zwgk/nb/list.jsp?id=7&p=2',
      '/zwgk/nb/list.jsp?id=7&p=1',
    ],
  ])('%s', (_, pager, expected, path = undefined as string | undefined) => {
    expect(nextLine(page(pager, path))).toBe(expected);
  });

  it.each([
    [
      'a search that begins with its first page',
      '<form action="/search"><input type="hidden" name="page" value="1"><input name="q"><button>搜索</button></form>',
    ],
    [
      'a form that leads back',
      '<form method="post"><input type="hidden" name="page" value="1"><button>上一页</button></form>',
    ],
    ['more of another column', '<h3>通知公告</h3><a href="/zwgk/tzgg/">更多</a>'],
    ['a next page that is switched off', '<button disabled data-page="2">下一页</button>'],
  ])('is not %s', (_, pager) => {
    expect(nextLine(page(pager))).toBeNull();
  });
});

describe('the next answer of an interface', () => {
  const answer = (items: string, total: number): string =>
    JSON.stringify({ data: { total, rows: items === '' ? [] : JSON.parse(items) } });
  const items = (from: number, to: number): string =>
    JSON.stringify(
      bodies
        .slice(from - 1, to)
        .map((body, nth) => ({ title: report(body, 2023), url: `/a/t20240120_${from + nth}.html` })),
    );
  const page = (ask: Pick<CrawlRequest, 'url' | 'body'>, text: string, more: Partial<FoundPage> = {}) =>
    foundPage(ask.url, text, { mediaType: 'application/json', posted: ask.body, ...more });

  it.each([
    ['a query', '/api/list?channel=3&currpage=1&size=2', null, '/api/list?channel=3&currpage=2&size=2'],
    ['a query counted from 0', '/api/list?p=0&rows=2', null, '/api/list?p=1&rows=2'],
    ['records, by what came', '/api/list?startrecord=1&endrecord=3', null, '/api/list?startrecord=3&endrecord=5'],
    ['an offset, by what came', '/api/list?offset=10&limit=5', null, '/api/list?offset=12&limit=5'],
    ['a form', '/api/list', 'channel=3&pageNum=4', 'POST /api/list channel=3&pageNum=5'],
    [
      'JSON',
      '/api/list',
      '{"params":{"pageIndex":"0","pageSize":2}}',
      'POST /api/list {"params":{"pageIndex":"1","pageSize":2}}',
    ],
    [
      'JSON in a query',
      `/unit?page=1&paramJson=${encodeURIComponent('{"pageNo":1,"pageSize":2}')}`,
      null,
      `/unit?page=1&paramJson=${encodeURIComponent('{"pageNo":2,"pageSize":2}')}`,
    ],
    ['a step of the path', '/api/list/page/3', null, '/api/list/page/4'],
  ])('by %s', (_, url, body, expected) => {
    expect(nextLine(page({ url, body }, answer(items(1, 2), 6)))).toBe(expected);
  });

  /** Page by page, as the crawl would ask; `server` answers an address with the numbers of its first and last item. */
  function walk(first: string, server: (query: URLSearchParams) => { from: number; to: number; total: number }) {
    const asked: string[] = [];
    let link: ReturnType<typeof next> | null = null;
    let url: string | null = foundPage(first, '').url;
    const came = new Set<string>();
    let stopped: string | null = null;
    while (url !== null && asked.length < 20) {
      asked.push(new URL(url).search);
      const { from, to, total } = server(new URL(url).searchParams);
      const found = foundPage(url, answer(items(from, to), total), {
        mediaType: 'application/json',
        ...(link ? { kind: 'list', page: asked.length, scope: link.scope } : {}),
      });
      const discovery = discover(found);
      const fresh = discovery.links.filter(({ kind, url: to_ }) => kind === 'report' && !came.has(to_));
      for (const one of fresh) came.add(one.url);
      stopped = discovery.remarks.find(({ code }) => code === 'CR-PAGER-STOPPED')?.message.en ?? null;
      link = discovery.links.find(({ kind }) => kind === 'list') ?? null;
      // As the queue does.
      if (link && fresh.length === 0 && !link.scope?.progress?.idle) link = null;
      url = link?.url ?? null;
    }
    return { asked, came: came.size, stopped };
  }
  const numberOf = (query: URLSearchParams, name: string, usual = 1): number => Number(query.get(name) ?? usual);
  const byPage = (query: URLSearchParams, total: number, size = numberOf(query, 'size')) => {
    const from = (Math.max(numberOf(query, 'page'), 1) - 1) * size + 1;
    return { from, to: Math.min(from + size - 1, 6), total };
  };

  it('goes on past a total that is too small', () => {
    expect(walk('/api?page=1&size=2', (query) => byPage(query, 3))).toMatchObject({ came: 6, stopped: null });
  });

  it('ends where nothing new comes, and tells a total that was not reached', () => {
    const read = walk('/api?page=1&size=4', (query) => byPage(query, 9));
    expect(read.asked).toEqual(['?page=1&size=4', '?page=2&size=4', '?page=3&size=4']);
    expect(read.stopped).toContain('(6 of 9)');
  });

  it('asks for nothing more where the last answer is short and the total is reached', () => {
    expect(walk('/api?page=1&size=4', (query) => byPage(query, 6)).asked).toHaveLength(2);
  });

  it('asks for less where a size gives nothing', () => {
    const read = walk('/api?page=1&size=60', (query) =>
      numberOf(query, 'size') > 20 ? { from: 1, to: 0, total: 6 } : byPage(query, 6),
    );
    expect(read.asked).toEqual(['?page=1&size=60', '?page=1&size=50', '?page=1&size=20']);
    expect(read.came).toBe(6);
  });

  it('tries another parameter where the first gives page 1 again', () => {
    const read = walk('/api?startrecord=1&endrecord=2&pageNo=1', (query) =>
      byPage(new URLSearchParams({ page: query.get('pageNo') ?? '' }), 6, 2),
    );
    expect(read.came).toBe(6);
    expect(read.asked[1]).toBe('?startrecord=3&endrecord=4&pageNo=1');
    expect(read.asked[2]).toContain('pageNo=2');
  });

  it('takes pages 0 and 1 for the same where they are', () => {
    expect(walk('/api?page=0&size=2', (query) => byPage(query, 6)).came).toBe(6);
  });

  it('ends with a server that gives its first page for ever', () => {
    const read = walk('/api?page=1&p=1', () => ({ from: 1, to: 2, total: 6 }));
    expect(read.asked.length).toBeLessThan(8);
    expect(read.stopped).toContain('(2 of 6)');
  });
});

describe('a list without an end', () => {
  it('stops at an empty page, and passes a few pages without reports in a mixed column', () => {
    const more = '<a href="list_9.html">下一页</a>';
    const news = '<li><a href="/art/1/t20240120_900.html">召开会议</a></li>';
    const page = (text: string, progress: Partial<ListProgress>) =>
      next(foundPage('/nb/list_8.html', COLUMN + text + more, at(progress)));
    expect(page('', { page: 8 })).toBeUndefined();
    expect(page(news, { page: 8 })?.scope?.progress?.idle).toBe(1);
    expect(page(news, { page: 8, idle: 3 })).toBeUndefined();
    expect(page(rows(1, 2), { page: 8, idle: 3 })?.scope?.progress).toMatchObject({ idle: 0, page: 9, count: 2 });
  });
});
