import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ManyHosts, startManyHosts } from '../../../samples/government/many-hosts.ts';
import { ask } from './ask.ts';

let many: ManyHosts;
beforeAll(async () => {
  many = await startManyHosts(3, 25, { bytes: 8000 });
});
afterAll(() => many.close());

it('gives each host an address, a robots.txt, two pages of a list and its reports', async () => {
  expect(new Set(Object.values(many.connect)).size).toBe(3);
  expect(many.urls).toHaveLength(3 * (25 + 2));
  for (const url of many.urls) {
    const { status, bytes, text } = await ask(many.connect, url);
    expect(status).toBe(200);
    expect(text).toMatch(/<\/html>$/);
    if (url.includes('/t2026')) expect(Math.abs(bytes.length - 8000)).toBeLessThan(200);
  }
  const [first = ''] = Object.keys(many.connect);
  expect((await ask(many.connect, `http://${first}/robots.txt`)).text).toContain('Disallow: /search/');
  expect((await ask(many.connect, `http://${first}/nothing`)).status).toBe(404);
  expect(many.requests.all).toBe(3 * 27 + 2);
  expect(many.requests.byHost.get(first)).toBe(27 + 2);
});

it('links every report from its lists', async () => {
  const { portals } = parse(many.declarations);
  const [column] = portals[0].columns;
  const lists = await Promise.all(
    [column, column.replace('index', 'index_1')].map((url) => ask(many.connect, url).then(({ text }) => text)),
  );
  const links = lists
    .flatMap((text) => [...text.matchAll(/href="([^"]+)"/g)])
    .map(([, href]) => new URL(href ?? '', column).href);
  const reports = many.urls.filter((url) => url.startsWith(new URL(column).origin) && url.includes('/t2026'));
  expect(links).toEqual(reports);
});
