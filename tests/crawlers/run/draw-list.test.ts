import { expect, test } from 'vitest';
import { discover } from '../../../crawlers/explore/discover.ts';
import type { SeenAnswer } from '../../../crawlers/explore/recipe.ts';
import type { Answer } from '../../../crawlers/run/answer.ts';
import { drawList } from '../../../crawlers/run/draw-list.ts';
import type { PageRenderer } from '../../../crawlers/run/page-renderer.ts';
import { type CrawlRequest, type FrontierEntry, getRequest } from '../../../src/model/crawl/entry.ts';
import { foundPage, lines, report, row, SITE } from '../explore/found-page.ts';

const BODIES = ['兰渚市财政局', '兰渚市民政局', '兰渚市司法局'];
const HEAD = '<title>政府信息公开年报</title><meta name="ColumnType" content="信息公开年报">';
const rows = (...numbers: readonly number[]): string =>
  numbers.map((nth) => row(`/a/t20240120_${nth}.html`, report(BODIES[nth] ?? '', 2023))).join('');
const json = (...numbers: readonly number[]): string =>
  JSON.stringify({
    data: {
      total: 3,
      rows: numbers.map((nth) => ({ title: report(BODIES[nth] ?? '', 2023), url: `/a/t20240120_${nth}.html` })),
    },
  });
const SCRIPT = `<script>var channelId = '0123abcd', kind = 'nb'; load('/api/list/' + channelId, kind + (old ? '.html' : '.js'))</script>`;
const get = (path: string): CrawlRequest => getRequest(SITE + path);
const seen = (request: CrawlRequest, text: string, mediaType = 'application/json'): SeenAnswer => ({
  request,
  text,
  mediaType,
});

/** A page of which a browser shows `html`, after its scripts asked for `seen`, and `turned` after each turn of its pager. */
async function drawn(given: {
  html: string;
  seen?: readonly SeenAnswer[];
  turned?: readonly string[];
  source?: string;
}) {
  const page = foundPage('/zwgk/nb/', HEAD + given.html, { rendered: true });
  const answer = (text: string, sha256: string): Answer =>
    ({
      text,
      mediaType: 'text/html',
      isFile: false,
      judgement: { kind: 'ok' },
      fetch: { url: page.url, sha256 },
    }) as Answer;
  const calls = { turned: false };
  const pages: Pick<PageRenderer, 'render'> = {
    render: async (_, __, read) => {
      const [shown, plain] = [answer(page.text, 'shown'), answer(HEAD + (given.source ?? SCRIPT), 'shell')];
      calls.turned = read({ answer: shown, plain, seen: given.seen ?? [] });
      return { answer: shown, plain, turned: calls.turned ? (given.turned ?? []) : [], fetches: [] };
    },
  };
  const result = await drawList(pages, {} as FrontierEntry, null, {
    pageOf: ({ text }) => ({ ...page, text: text ?? '' }),
    look: discover,
  });
  return { ...result, leads: lines(result.discovery?.links ?? []), isTurned: calls.turned };
}

const REPORTS = ['report /a/t20240120_0.html', 'report /a/t20240120_1.html'];

test.each<[string, SeenAnswer, string]>([
  ['JSON by GET', seen(get('/api/list/0123abcd?kind=nb&page=1'), json(0, 1)), '/api/list/0123abcd?kind=nb&page=1'],
  [
    'JSONP, its made-up names left out',
    seen(
      get('/api/list/0123abcd?callback=jQuery35_1700&_=1700000000000'),
      `jQuery35_1700(${json(0, 1)})`,
      'text/javascript',
    ),
    '/api/list/0123abcd?callback=callback',
  ],
  ['markup', seen(get('/api/list/nb.html'), rows(0, 1), 'text/html'), '/api/list/nb.html'],
  [
    'a script that writes',
    seen(get('/api/list/nb.js'), `document.writeln('${rows(0, 1)}');`, 'text/javascript'),
    '/api/list/nb.js',
  ],
  [
    'JSON by POST',
    seen(
      {
        url: `${SITE}/api/list`,
        method: 'POST',
        body: '{"params":{"kind":"nb","pageIndex":0}}',
        bodyType: 'application/json',
      },
      json(0, 1),
    ),
    'POST /api/list {"params":{"kind":"nb","pageIndex":0}}',
  ],
])('what a page was drawn from is asked for plainly: %s', async (_, answer, expected) => {
  const other = seen(get('/api/menu'), JSON.stringify([{ title: '政务公开', url: '/zwgk/' }]));
  const { leads, rendered, answer: kept, isTurned } = await drawn({ html: rows(0, 1), seen: [other, answer] });
  expect(leads).toEqual([...REPORTS, `column ${expected}`]);
  // The shell is known by what the server sent for it, so that it is not drawn again while that stays the same.
  expect([rendered, kept.fetch.sha256, isTurned]).toEqual([false, 'shell', false]);
});

test.each<[string, readonly SeenAnswer[]]>([
  ['a token that a script made', [seen(get('/api/list/0123abcd?token=k3x9z'), json(0, 1))]],
  ['a time that is no mere filler', [seen(get('/api/list/0123abcd?sign=1700000000000'), json(0, 1))]],
  ['no answer with what is shown', [seen(get('/api/list/0123abcd'), json(2))]],
  ['no answer at all', []],
])('a page with %s is turned in the browser', async (_, answers) => {
  const { leads, rendered, answer, isTurned } = await drawn({
    html: rows(0),
    seen: answers,
    turned: [HEAD + rows(1), HEAD + rows(1, 2)],
  });
  expect(leads).toEqual([...REPORTS, 'report /a/t20240120_2.html']);
  expect([rendered, answer.fetch.sha256, isTurned]).toEqual([true, 'shown', true]);
});

test('a pager that goes on and on is told', async () => {
  const turned = Array.from({ length: 20 }, () => HEAD + rows(1));
  const { discovery } = await drawn({ html: rows(0), turned });
  expect(discovery?.remarks.map(({ code }) => code)).toEqual(['CR-PAGER-STOPPED']);
});

test('a page of bodies is turned as well, whose links do not say that they lead to reports', async () => {
  const bodies = BODIES.map((body, nth) => row(`/nb-${nth}.html`, body));
  const { leads } = await drawn({ html: bodies.slice(0, 2).join(''), turned: [HEAD + bodies[2]] });
  expect(leads).toEqual(['column /nb-0.html', 'column /nb-1.html', 'column /nb-2.html']);
});

test('a page without a list is not turned', async () => {
  expect((await drawn({ html: '<p>暂无内容</p>' })).isTurned).toBe(false);
});
