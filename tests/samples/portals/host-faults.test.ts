import { afterEach, describe, expect, it } from 'vitest';
import { breachesOf } from '../../../samples/portals/breaches.ts';
import { type Fault, isBusy } from '../../../samples/portals/host-faults.ts';
import { type ServedGovernment, startGovernment } from '../../../samples/portals/start.ts';
import { type Answered, ask } from '../government/ask.ts';

/** What is wrong with whole hosts, by the servers' own clock. */

const MINUTE = 60_000;

let government: ServedGovernment;
let time = 0;
afterEach(() => government.close());

async function start(fault: Fault): Promise<(path: string, headers?: Record<string, string>) => Promise<Answered>> {
  time = Date.UTC(2026, 1, 1);
  government = await startGovernment(1, { now: () => time, fixed: { fault } });
  const [plan] = government.plan.hosts;
  return (path, headers = {}) => ask(government.connect, `http://${plan?.host}${path}`, { headers });
}

describe('a host', () => {
  it('whose robots.txt comes late answers for it after two minutes', async () => {
    const get = await start('robots late');
    expect((await get('/robots.txt')).status).toBe(503);
    time += 1.9 * MINUTE;
    expect((await get('/robots.txt')).status).toBe(503);
    time += 0.2 * MINUTE;
    expect((await get('/robots.txt')).text).toContain('Disallow: /search/');
    expect((await get('/')).status).toBe(200);
  });

  it('that is down for a while is up after four minutes', async () => {
    const get = await start('down a while');
    expect((await get('/robots.txt')).status).toBe(200);
    expect((await get('/')).status).toBe(503);
    time += 4 * MINUTE;
    expect((await get('/')).status).toBe(200);
  });

  it('that wants a cookie redirects to the same address until it has it', async () => {
    const get = await start('cookie');
    const first = await get('/');
    expect([first.status, first.headers.location]).toEqual([302, '/']);
    expect((await get('/', { Cookie: 'CT6T=ok' })).status).toBe(200);
  });

  it.each<[Fault, number, string]>([
    ['challenge', 412, '$_ts'],
    ['slider', 200, '拖动滑块'],
    ['parked', 200, '域名'],
  ])('behind %s shows nothing of its own', async (fault, status, text) => {
    const get = await start(fault);
    const answer = await get('/');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
    expect(government.truth.filter(({ reachable }) => reachable)).toEqual([]);
  });

  it('that is busy asks once for two seconds', async () => {
    const get = await start('busy');
    const busy = Object.keys(government.sites[0]?.pages ?? {}).find(isBusy) ?? '';
    const answers = [await get(busy), await get(busy)];
    expect(answers.map(({ status }) => status)).toEqual([429, 200]);
    expect(answers[0]?.headers['retry-after']).toBe('2');
  });

  it('of http alone is declared with https', async () => {
    await start('http only');
    expect(government.declarations).toContain(`home: https://${government.plan.hosts[0]?.host}/`);
  });
});

describe('manners', () => {
  const UA = { 'User-Agent': 'lanting/0.1 (+https://example.org/lanting)' };

  it('are kept by who waits for robots.txt', async () => {
    const get = await start('robots late');
    await get('/robots.txt', UA);
    time += 3 * MINUTE;
    await get('/robots.txt', UA);
    time += MINUTE;
    await get('/', UA);
    expect(breachesOf(government.log, government.hosts, { leastDelay: 1000, factor: 0 })).toEqual([]);
  });

  it('are not by who goes on without it, or where it forbids', async () => {
    const get = await start('robots late');
    await get('/robots.txt', UA);
    time += MINUTE;
    await get('/', UA);
    time += 3 * MINUTE;
    await get('/robots.txt', UA);
    time += MINUTE;
    await get('/search/?q=1', UA);
    const breaches = breachesOf(government.log, government.hosts, { leastDelay: 1000, factor: 0 });
    expect(breaches.map(({ kind }) => kind)).toEqual(['disallowed', 'robots out of reach']);
  });
});
