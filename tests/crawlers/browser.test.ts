import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../crawlers/browser/find-chromium.ts';
import type { FetchFor } from '../../crawlers/browser/rendering.ts';
import { openRenderer, type Renderer, type RendererOptions } from '../../crawlers/browser.ts';
import type { Exchange } from '../../crawlers/http/exchange.ts';

const SITE = 'http://www.lanzhu.gov.cn';
const chromium = findChromium();

/** For so long a page may keep a core busy before it is given up. ms. */
const HANGS = 1_500;

interface Part {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly location?: string;
}

/** A site in memory, and what was asked of it. */
function site(parts: Readonly<Record<string, string | Part>>) {
  const asked: string[] = [];
  const fetchFor: FetchFor = async (request, { isDocument }) => {
    asked.push(
      `${isDocument ? 'page ' : ''}${request.method} ${request.url.replace(SITE, '')}${request.body ? ` ${request.body}` : ''}`,
    );
    const found = parts[request.url.replace(SITE, '')];
    if (found === undefined) return null;
    const {
      status = 200,
      type = 'text/html',
      body = '',
      location,
    } = typeof found === 'string' ? { body: found } : found;
    const bytes = Buffer.from(body);
    return {
      url: request.url,
      status,
      statusText: '',
      headers: [['Content-Type', type], ...(location === undefined ? [] : [['Location', location] as const])],
      rawBody: bytes,
      body: bytes,
      truncated: false,
      remoteAddress: '127.0.0.2',
      startedAt: 0,
      took: 1,
    } satisfies Exchange;
  };
  return { asked, fetchFor };
}

const LOADER = `<html><head><link rel=stylesheet href="/a.css"><title>年报</title></head><body><ul id=list></ul>
<img src="/a.png"><script>
fetch('/list.json').then((r) => r.json()).then((rows) => {
  document.querySelector('#list').innerHTML = rows.map((row) => '<li><a href="' + row.url + '">' + row.title + '</a></li>').join('');
});</script></body></html>`;
const LIST = { type: 'application/json', body: '[{"url":"/1.html","title":"2020年年度报告"}]' };

describe.skipIf(chromium === null)('a page drawn by Chromium', () => {
  const renderers: Renderer[] = [];
  let shared: Renderer | null = null;
  const make = (options: Partial<RendererOptions> = {}): Renderer => {
    const renderer = openRenderer({ userAgent: 'Lanting/0.1 (+test)', ...options });
    if (!renderer) throw new Error('there is no Chromium');
    renderers.push(renderer);
    return renderer;
  };
  const common = (): Renderer => {
    shared ??= make();
    return shared;
  };
  afterAll(async () => {
    await Promise.all(renderers.map((renderer) => renderer.close()));
  });

  it('turns the pages of a list until nothing changes, as far as it is asked to', async () => {
    const pager = (next: string) => `<html><body><ul id=list></ul>${next}<script>
      let page = 0;
      async function turn() {
        const rows = await (await fetch('/list.json?page=' + ++page)).json();
        document.querySelector('#list').innerHTML = rows.map((row) => '<li>' + row + '</li>').join('') || document.querySelector('#list').innerHTML;
      }
      turn();</script></body></html>`;
    const rows = (...names: readonly string[]) => ({ type: 'application/json', body: JSON.stringify(names) });
    const lists = { '/list.json?page=1': rows('a'), '/list.json?page=2': rows('b'), '/list.json?page=3': rows() };
    const button = '<a href="/other.html">更多</a><div><span class="next" onclick="turn()">下一页</span></div>';
    const { asked, fetchFor } = site({ '/': pager(button), ...lists });
    const page = await common().render(`${SITE}/`, fetchFor, (html) => html.includes('<li>a</li>'));
    expect(page.html).toContain('<li>a</li>');
    expect(page.turned.map((html) => /<li>(.)<\/li>/.exec(html)?.[1])).toEqual(['b']);
    expect(asked).toEqual(['page GET /', ...Object.keys(lists).map((path) => `GET ${path}`)]);
    expect((await common().render(`${SITE}/`, fetchFor, () => false)).turned).toEqual([]);
  });

  it('holds the list that its script fetched, and asks for nothing unseen', async () => {
    const { asked, fetchFor } = site({ '/nb/': LOADER, '/list.json': LIST });
    const page = await common().render(`${SITE}/nb/`, fetchFor);
    expect(page).toMatchObject({ url: `${SITE}/nb/`, status: 200 });
    expect(page.html).toContain('<a href="/1.html">2020年年度报告</a>');
    expect(asked).toEqual(['page GET /nb/', 'GET /list.json']);
  });

  it('posts as its script does', async () => {
    const post = `<script>fetch('/list', {method: 'POST', body: 'page=1', headers: {'content-type': 'application/x-www-form-urlencoded'}})
      .then((r) => r.text()).then((text) => { document.body.textContent = text; });</script>`;
    const { asked, fetchFor } = site({ '/': `<body>${post}</body>`, '/list': '第一页' });
    expect((await common().render(`${SITE}/`, fetchFor)).html).toContain('第一页');
    expect(asked).toContain('POST /list page=1');
  });

  it('waits for answers that come late', async () => {
    const { fetchFor } = site({ '/nb/': LOADER, '/list.json': LIST });
    const slow: FetchFor = async (request, about) => {
      if (!about.isDocument) await new Promise((resolve) => setTimeout(resolve, 600));
      return fetchFor(request, about);
    };
    expect((await common().render(`${SITE}/nb/`, slow)).html).toContain('2020年年度报告');
  });

  it('is read by its bytes, whatever charset it claims', async () => {
    const gbk = Buffer.concat([
      Buffer.from('<meta charset=utf-8><p>'),
      Buffer.from([0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa]),
    ]);
    const { fetchFor } = site({ '/': { body: gbk, type: 'text/html; charset=utf-8' } });
    expect((await common().render(`${SITE}/`, fetchFor)).html).toContain('信息公开');
  });

  it('is followed through redirects, each of them asked for', async () => {
    const { asked, fetchFor } = site({
      '/old': { status: 302, location: '/nb/' },
      '/nb/': LOADER,
      '/list.json': { status: 301, location: '/real.json' },
      '/real.json': LIST,
    });
    const page = await common().render(`${SITE}/old`, fetchFor);
    expect(page.url).toBe(`${SITE}/nb/`);
    expect(page.html).toContain('2020年年度报告');
    expect(asked).toEqual(['page GET /old', 'page GET /nb/', 'GET /list.json', 'GET /real.json']);
  });

  it('is asked for once where it leads elsewhere, however long that takes', async () => {
    const slow = make({ limits: { quiet: 2_500, html: 1_000_000 } });
    const { asked, fetchFor } = site({ '/old': { status: 302, location: '/nb/' }, '/nb/': '<p>年报</p>' });
    await slow.render(`${SITE}/old`, fetchFor);
    await slow.close();
    expect(asked).toEqual(['page GET /old', 'page GET /nb/']);
  });

  it('is followed where its script leads', async () => {
    const { fetchFor } = site({ '/': `<script>location.href = '/nb/'</script>`, '/nb/': '<p>年报</p>' });
    expect(await common().render(`${SITE}/`, fetchFor)).toMatchObject({
      url: `${SITE}/nb/`,
      html: expect.stringContaining('年报'),
    });
  });

  it('keeps its status', async () => {
    const { fetchFor } = site({ '/': { status: 404, body: '<p>没有</p>' } });
    expect(await common().render(`${SITE}/`, fetchFor)).toMatchObject({ status: 404 });
  });

  let strict: Renderer | null = null;
  it.each<[string, Readonly<Record<string, string | Part>>, string]>([
    ['redirects without end', { '/': { status: 302, location: '/' } }, 'TOO_MANY_REDIRECTS'],
    ['is refused', {}, 'BROWSER'],
    ['is too large when drawn', { '/': `<script>document.write('x'.repeat(2000000))</script>` }, 'TOO_LARGE'],
    ['is a file that is called a page', { '/': '%PDF-1.4' }, 'BROWSER'],
    ['is a file', { '/': { type: 'application/pdf', body: '%PDF-1.4' } }, 'BROWSER'],
  ])('fails where it %s', async (_, parts, code) => {
    const { fetchFor } = site(parts);
    strict ??= make({ limits: { quiet: 100, html: 1_000_000 } });
    await expect(strict.render(`${SITE}/`, fetchFor)).rejects.toMatchObject({ code });
  });

  it('fails where its script never ends, and the next page is drawn all the same', async () => {
    const limits: { whole?: number; quiet: number } = { whole: HANGS, quiet: 200 };
    const renderer = make({ limits });
    const { fetchFor } = site({ '/': '<script>for (;;) {}</script>', '/nb/': '<p>年报</p>' });
    await expect(renderer.render(`${SITE}/`, fetchFor)).rejects.toMatchObject({ code: 'TIMEOUT' });
    // The next page takes as long as a busy machine needs.
    delete limits.whole;
    expect((await renderer.render(`${SITE}/nb/`, fetchFor)).html).toContain('年报');
  });

  it('fails with what the asking failed with', async () => {
    class Stopped extends Error {}
    await expect(common().render(`${SITE}/`, () => Promise.reject(new Stopped('enough')))).rejects.toThrow(Stopped);
  });

  it.skipIf(process.platform === 'win32')('is drawn by a new browser after so many', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
    const started = join(folder, 'started');
    const executablePath = join(folder, 'chromium');
    writeFileSync(executablePath, `#!/bin/sh\necho once >> '${started}'\nexec '${chromium}' "$@"\n`, { mode: 0o755 });
    const renderer = make({ recycleAfter: 2, executablePath });
    const { fetchFor } = site({ '/': '<p>年报</p>' });
    const pages = await Promise.all(Array.from({ length: 3 }, () => renderer.render(`${SITE}/`, fetchFor)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(readFileSync(started, 'utf8')).toBe('once\nonce\n');
    rmSync(folder, { recursive: true });
  });

  it('keeps nothing for the next page', async () => {
    const mark = `<script>document.title = document.cookie + localStorage.length;
      document.cookie = 'a=1'; localStorage.setItem('a', '1');</script>`;
    const { fetchFor } = site({ '/': mark });
    await common().render(`${SITE}/`, fetchFor);
    expect((await common().render(`${SITE}/`, fetchFor)).html).toContain('<title>0</title>');
  });

  it('fails once the renderer is closed', async () => {
    const renderer = make();
    await renderer.close();
    await expect(renderer.render(`${SITE}/`, site({}).fetchFor)).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('fails with the program in the message where that can not be started', async () => {
    const renderer = make({ executablePath: process.execPath });
    await expect(renderer.render(`${SITE}/`, site({}).fetchFor)).rejects.toMatchObject({
      code: 'BROWSER',
      message: expect.stringContaining(process.execPath),
    });
  });

  describe('reaches the network by no other way', () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end('x');
    });
    server.on('connection', () => seen.push('a connection'));
    afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

    it('not by sockets, workers, beacons, frames, prefetching or peers', async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const local = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { asked, fetchFor } = site({
        '/': `<head><link rel=preconnect href="http://${local}/"><link rel=dns-prefetch href="http://${local}/">
          <link rel=prefetch href="http://${local}/prefetch"></head><body><iframe src="http://${local}/frame"></iframe><script>
          try { new WebSocket('ws://${local}/socket') } catch {}
          try { new EventSource('http://${local}/events') } catch {}
          try { navigator.sendBeacon('http://${local}/beacon', 'x') } catch {}
          try { new Worker(URL.createObjectURL(new Blob(["fetch('http://${local}/worker').catch(() => {}); new WebSocket('ws://${local}/ws')"]))) } catch {}
          try { window.open('http://${local}/popup') } catch {}
          try { new RTCPeerConnection({iceServers: [{urls: 'stun:${local}'}]}).createDataChannel('a') } catch {}
          fetch('http://${local}/fetch').catch(() => {});
          fetch('http://169.254.169.254/').catch(() => {});
          </script></body>`,
      });
      const page = await common().render(`${SITE}/`, fetchFor);
      expect(page.status).toBe(200);
      expect(seen).toEqual([]);
      expect(asked).toContain(`GET http://${local}/fetch`);
    });
  });
});

describe('openRenderer', () => {
  it('gives nothing where there is no Chromium to be found', () => {
    expect(findChromium({ PLAYWRIGHT_BROWSERS_PATH: '/nowhere' }, 'aix')).toBeNull();
  });
});
