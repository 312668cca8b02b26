import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type SamplePortal, startSamplePortal } from '../../../samples/government/site.ts';
import { type Answered, ask, type Question } from './ask.ts';

/** What the sample portal says of itself, what it remembers of its visitors, and how it changes from night to night. */

let portal: SamplePortal;
beforeEach(async () => {
  portal = await startSamplePortal();
});
afterEach(() => portal.close());

const get = (url: string, question?: Question): Promise<Answered> => ask(portal.connect, url, question);

const findReport = (agency: string, year: number) =>
  portal.truth.find((report) => report.agency === agency && report.year === year);

describe('validators', () => {
  const COLUMN = '/zwgk/xxgknb/';
  it.each([
    ['both', `http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/`, ['etag', 'last-modified']],
    ['a tag alone', `http://www.mochi.gov.cn${COLUMN}`, ['etag']],
    ['a time alone', 'http://www.liushang.gov.cn/c100186/list.shtml', ['last-modified']],
    ['none', 'http://www.qunxian.gov.cn/zfxxgk/nb/index.html', []],
  ])('%s', async (_, url, names) => {
    const { headers, bytes } = await get(url);
    expect(['etag', 'last-modified'].filter((name) => headers[name])).toEqual(names);
    for (const [name, answer] of [
      ['etag', 'If-None-Match'],
      ['last-modified', 'If-Modified-Since'],
    ] as const) {
      const value = headers[name];
      const known = await get(url, { headers: { [answer]: String(value ?? '"x"') } });
      expect([known.status, known.bytes.length]).toEqual(value ? [304, 0] : [200, bytes.length]);
    }
    const other = { 'If-None-Match': '"other"', 'If-Modified-Since': headers['last-modified'] ?? '' };
    expect((await get(url, { headers: other })).status).toBe(200);
  });
});

describe('between two nights', () => {
  it('a figure changes under the same address and title', async () => {
    const before = findReport('兰渚市民政局', 2025);
    const url = before?.urls[0] ?? '';
    const was = await get(url);
    portal.change('quiet-change');
    const after = findReport('兰渚市民政局', 2025);
    const is = await get(url, { headers: { 'If-None-Match': String(was.headers.etag) } });

    expect(after).toMatchObject({ title: before?.title, urls: before?.urls });
    const changed = Object.entries(after?.figures ?? {}).filter(([key, value]) => before?.figures[key] !== value);
    expect(changed).toEqual([
      ['proactive.penalty.decisions', (before?.figures['proactive.penalty.decisions'] ?? 0) + 1],
    ]);
    expect(is.status).toBe(200);
    expect(is.headers.etag).not.toBe(was.headers.etag);
    expect(is.text).not.toBe(was.text);
  });

  it('a report is added, and the pages behind it move', async () => {
    expect(findReport('天朗区气清镇人民政府', 2025)).toBeUndefined();
    const last = 'http://www.tianlang.gov.cn/zwgk/nb/1.htm';
    const was = await get(last);
    portal.change('new-report');
    const url = findReport('天朗区气清镇人民政府', 2025)?.urls[0] ?? '';
    expect((await get(url)).text).toContain('天朗区气清镇人民政府2025年');
    expect((await get('http://www.tianlang.gov.cn/zwgk/nb.htm')).text).toContain(new URL(url).pathname.slice(1));
    expect((await get(last)).text).not.toBe(was.text);
  });

  it('a report is taken away', async () => {
    const url = findReport('竹里县溪口乡人民政府', 2024)?.urls[0] ?? '';
    expect((await get(url)).status).toBe(200);
    portal.change('vanish');
    expect((await get(url)).status).toBe(404);
    expect(findReport('竹里县溪口乡人民政府', 2024)).toBeUndefined();
  });

  it('nothing else changes', async () => {
    const other = await startSamplePortal({ nightTwo: true });
    const changes = ['quiet-change', 'new-report', 'vanish'] as const;
    for (const change of changes) portal.change(change);
    expect(portal.truth).toEqual(other.truth);
    expect(portal.mustNotFind).toEqual(other.mustNotFind);
    await other.close();
  });
});

describe('the declarations', () => {
  it('name every host that answers, and a home for every portal', async () => {
    const { connect, portals } = parse(portal.declarations);
    expect(connect).toEqual(portal.connect);
    expect(new Set(portals.map(({ id }: { id: string }) => id)).size).toBe(portals.length);
    for (const { home, columns } of portals) {
      for (const url of [home, ...columns])
        expect(portal.connect[new URL(url).hostname]).toMatch(/^127\.0\.0\.\d+:\d+$/);
    }
    const open = portals.flatMap(({ columns }: { columns: string[] }) => columns);
    for (const url of open) expect([200, 412]).toContain((await get(url)).status);
  });

  it('let two hosts share an address, and one host have two names', () => {
    const { connect } = portal;
    expect(connect['czj.lanzhu.gov.cn']).toBe(connect['sjj.lanzhu.gov.cn']);
    expect(connect['lanzhu.gov.cn']).toBe(connect['www.lanzhu.gov.cn']);
    expect(new Set(Object.values(connect)).size).toBe(Object.keys(connect).length - 2);
  });
});

describe('the log', () => {
  it('says who asked for what, and what was answered', async () => {
    const headers = { 'User-Agent': 'lanting/0 (+https://example.org)', Referer: 'http://a.gov.cn/', Cookie: 'a=b' };
    const { bytes } = await get('http://www.qunxian.gov.cn/zfxxgk/nb/index.html?x=1', { headers });
    expect(portal.log).toEqual([
      {
        at: expect.any(Number),
        host: 'www.qunxian.gov.cn',
        address: '127.0.0.10',
        method: 'GET',
        path: '/zfxxgk/nb/index.html?x=1',
        userAgent: headers['User-Agent'],
        referer: headers.Referer,
        ifNoneMatch: null,
        ifModifiedSince: null,
        cookie: 'a=b',
        status: 200,
        bytes: bytes.length,
        endedAt: expect.any(Number),
        inFlightAtArrival: 0,
        retryAfter: null,
        challenge: false,
        part: false,
      },
    ]);
  });
});
