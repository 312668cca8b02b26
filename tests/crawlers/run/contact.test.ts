import { expect, test } from 'vitest';
import { FetchError } from '../../../crawlers/errors.ts';
import type { Exchange } from '../../../crawlers/http/exchange.ts';
import { afterRequest, type Contact, NO_CONTACT, unreachedHosts } from '../../../crawlers/run/contact.ts';
import type { HostState } from '../../../src/crawl/frontier.ts';

const NOW = Date.UTC(2026, 10, 30);
const ORIGIN = 'http://www.lanzhu.gov.cn';

const host = (given: Partial<HostState> = {}): HostState => ({
  ...{ id: 1, origin: ORIGIN, address: null, robots: null, robotsStatus: null, robotsAt: null },
  ...{ delay: 0, strikes: 0, notBefore: 0, waitsFor: null },
  ...given,
});
const answered = (status: number): Exchange => ({
  ...{
    url: `${ORIGIN}/robots.txt`,
    status,
    statusText: '',
    headers: [],
    rawBody: new Uint8Array(),
    body: new Uint8Array(),
  },
  ...{ truncated: false, remoteAddress: null, startedAt: NOW, took: 1 },
});
const silent = new FetchError('CONNECT', `${ORIGIN}/robots.txt takes no connection`);

const OK = [answered(200), 'ok'] as const;
const BUSY = [answered(503), 'busy'] as const;
const SILENT = [silent, 'silence'] as const;

test.each<[string, (typeof OK | typeof BUSY | typeof SILENT)[], string[]]>([
  ['that answers', [OK], []],
  ['that answers once', [SILENT, OK, BUSY], []],
  ['that takes no connection', [SILENT], ['1 CONNECT: http://www.lanzhu.gov.cn/robots.txt takes no connection']],
  ['that says it can not', [SILENT, BUSY], ['2 BUSY: http://www.lanzhu.gov.cn/robots.txt answered with status 503']],
  ['that was not asked', [], []],
])('a host %s', (_, requests, expected) => {
  const contact = requests.reduce<Contact>((before, [came, kind]) => afterRequest(before, came, kind), NO_CONTACT);
  const unreached = unreachedHosts([{ state: host(), contact }], [], NOW);
  expect(unreached.map(({ requests, code, reason }) => `${requests} ${code}: ${reason}`)).toEqual(expected);
});

test.each<[string, Partial<HostState>, string[]]>([
  [
    'that is parked',
    { notBefore: NOW + 60_000, waitsFor: 'parked' },
    ['not asked before 2026-11-30T00:01:00.000Z: parked'],
  ],
  ['whose time has come', { notBefore: NOW, waitsFor: 'parked' }, []],
  ['that keeps its usual pause', { notBefore: NOW + 3_000 }, []],
])('a host with something due %s', (_, given, expected) => {
  expect(unreachedHosts([], [host(given)], NOW).map(({ reason }) => reason)).toEqual(expected);
});
