import { expect, test } from 'vitest';
import { Host, HostGroup } from '../../../crawlers/run/hosts.ts';
import type { CrawlPorts } from '../../../crawlers/run/ports.ts';
import type { Requests } from '../../../crawlers/run/requests.ts';
import { RobotsKeeper } from '../../../crawlers/run/robots-keeper.ts';
import type { HostChange } from '../../../src/model/crawl/frontier.ts';

const NOW = Date.parse('2026-11-23T00:00:00Z');
const MINUTE = 60_000;

function keeper() {
  const changes: HostChange[] = [];
  const frontier = {
    setHost: async (change: HostChange) => {
      changes.push(change);
    },
  };
  const requests = {
    ask: () => {
      throw new Error('it was asked again');
    },
  };
  const ports = { frontier, clock: { now: () => NOW } } as unknown as CrawlPorts;
  return { changes, keeper: new RobotsKeeper(ports, requests as unknown as Requests, [], () => null) };
}

const host = (robotsStatus: number, minutesAgo: number): Host =>
  new Host(
    {
      ...{ id: 1, origin: 'http://www.yingdai.gov.cn', address: '127.0.0.9', robots: null, robotsStatus },
      ...{ robotsAt: NOW - minutesAgo * MINUTE, delay: 0, failures: 0, notBefore: 0, waitsFor: null, furniture: null },
    },
    new HostGroup('127.0.0.9', 0),
  );

test('a robots.txt that an earlier run found out of reach puts the host off, though that run was killed before it did', async () => {
  const { keeper: robots, changes } = keeper();
  const away = host(503, 10);
  expect(await robots.verdict(away, 'http://www.yingdai.gov.cn/a.html')).toBe('unreachable');
  expect(away.readyAt).toBe(NOW + 50 * MINUTE);
  expect(changes).toMatchObject([
    {
      id: 1,
      notBefore: NOW + 50 * MINUTE,
      waitsFor: { zh: expect.stringContaining('robots.txt'), en: expect.stringContaining('robots.txt') },
    },
  ]);
});

test('one that is not there allows everything, and is not asked for again within a day', async () => {
  const { keeper: robots, changes } = keeper();
  expect(await robots.verdict(host(404, 600), 'http://www.yingdai.gov.cn/a.html')).toBe('allowed');
  expect(changes).toEqual([]);
});
