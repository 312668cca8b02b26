import { expect, test } from 'vitest';
import { readRecord } from '../../../crawlers/archive/read-record.ts';
import { discover } from '../../../crawlers/explore/discover.ts';
import type { Exchange } from '../../../crawlers/http/exchange.ts';
import { answerOf } from '../../../crawlers/run/answer.ts';
import { Host, HostGroup } from '../../../crawlers/run/hosts.ts';
import type { CrawlPorts } from '../../../crawlers/run/ports.ts';
import type { Requests } from '../../../crawlers/run/requests.ts';
import type { CrawlSettings } from '../../../crawlers/run/settings.ts';
import { Visitor } from '../../../crawlers/run/visitor.ts';
import { type CrawlRequest, type FrontierEntry, getRequest } from '../../../src/model/crawl/entry.ts';
import { decodeBytes } from '../../../src/model/text/charset.ts';
import { anExchange, NOW, testFolder, testWriter } from '../archive/exchanges.ts';
import { report, SITE } from '../explore/found-page.ts';

const URL = `${SITE}/zwgk/show.html?id=7`;
const SHELL =
  '<html><head><meta charset="gb2312"><title>兰渚市</title></head><body><div id="app"></div><script src="/js/app.js"></script></body></html>';
const DRAWN = `<html><head><meta charset="gb2312"><title>兰渚市</title></head><body><div id="app"><h1>${report('兰渚市财政局', 2023)}</h1><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p></div></body></html>`;

const VISIT: FrontierEntry = {
  ...{
    id: 3,
    hostId: 1,
    portalId: 1,
    kind: 'report',
    score: null,
    words: 'report',
    agency: null,
    year: null,
    title: null,
  },
  ...{
    referer: null,
    via: null,
    visitedAt: null,
    columnId: 1,
    parentId: null,
    scope: null,
    family: null,
    rendered: false,
    page: 1,
    hops: 0,
  },
  ...{ attempts: 0, etag: null, lastModified: null, sha256: null, changedAt: null },
  ...getRequest(URL),
};

/** One visit to a page of which the server sends a shell and a browser shows `html`. */
async function visited(html: string, entry = VISIT) {
  const folder = testFolder();
  const writer = await testWriter(folder);
  const position = { file: 'none', offset: 0, length: 0, whole: true };
  const askFor = async (_: Host, of: FrontierEntry, request: CrawlRequest) => {
    const exchange: Exchange = anExchange({ url: request.url, text: SHELL });
    return { exchange, answer: answerOf(of, request, exchange, { sha256: 'shell', homeSha256: null, position }) };
  };
  const asked: string[] = [];
  const ports = {
    discover,
    clock: { now: () => NOW },
    inScope: () => true,
    frontier: { takeRendering: async () => ({ isGiven: true, used: 1, of: 6 }) },
    archive: {
      write: async (exchange: Exchange, note: { place: string | null; sha256: string | null; isDrawn?: boolean }) => ({
        ...(await writer.write(exchange, { ...note, earlier: null })),
        whole: true,
      }),
    },
    renderer: {
      render: async (
        url: string,
        fetchFor: (request: CrawlRequest, about: { isDocument: boolean }) => Promise<unknown>,
        turns: (html: string) => boolean,
      ) => {
        asked.push(url);
        await fetchFor(getRequest(url), { isDocument: true });
        turns(html);
        return { url, html, turned: [], status: 200 };
      },
    },
  } as unknown as CrawlPorts;
  const settings = { robotsRetries: [], patience: 0 } as unknown as CrawlSettings;
  const state = {
    id: 1,
    origin: SITE,
    address: '127.0.0.1',
    robots: null,
    robotsStatus: 404,
    robotsAt: NOW,
    delay: 0,
    failures: 0,
    notBefore: 0,
    waitsFor: null,
    furniture: [],
  };
  const host = new Host(state, new HostGroup('127.0.0.1', 0));
  const outcome = await new Visitor(ports, settings, { askFor } as unknown as Requests, () => host).visit(host, entry);
  if (!outcome) throw new Error('the visit was made');
  return { outcome, asked, read: async (at: number) => readRecord(folder, outcome.fetches[at]?.archive ?? position) };
}

test('a report that only a script writes is archived as the browser showed it, and read', async () => {
  const { outcome, read } = await visited(DRAWN);
  expect(outcome).toMatchObject({ kind: 'report', rendered: true, toRead: true });
  // The shell was asked for once, and given to the browser.
  expect(outcome.fetches.map(({ sha256, bytes }) => [sha256 === 'shell', bytes > 0])).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(outcome.fetches[1]?.sha256).toBe(outcome.validators?.sha256);
  const { exchange } = await read(1);
  expect(exchange).toMatchObject({ url: URL, status: 200, startedAt: NOW });
  expect(decodeBytes(exchange.body).text).toContain('主动公开政府信息情况');
});

test('a drawn page that is no report is not archived as one', async () => {
  const { outcome } = await visited('<html><body><p>暂无内容</p></body></html>');
  expect(outcome.toRead).toBe(false);
  expect(outcome.fetches).toHaveLength(1);
});

test('a report that shows what it showed before is not archived again', async () => {
  const first = await visited(DRAWN);
  const again = { ...VISIT, rendered: true, sha256: first.outcome.validators?.sha256 ?? null };
  const { outcome, asked } = await visited(DRAWN, again);
  expect(asked).toEqual([URL]);
  expect(outcome).toMatchObject({ toRead: false, kind: 'report' });
  expect(outcome.fetches).toHaveLength(1);
});
