import { expect, test } from 'vitest';
import { FetchError } from '../../../crawlers/errors.ts';
import type { Exchange } from '../../../crawlers/http/exchange.ts';
import { afterRequest, type Contact, NO_CONTACT, unreachedHosts } from '../../../crawlers/run/contact.ts';
import type { HostState } from '../../../src/model/crawl/frontier.ts';

const NOW = Date.UTC(2026, 10, 30);
const ORIGIN = 'http://www.lanzhu.gov.cn';

const host = (given: Partial<HostState> = {}): HostState => ({
  ...{ id: 1, origin: ORIGIN, address: null, robots: null, robotsStatus: null, robotsAt: null },
  ...{ delay: 0, failures: 0, notBefore: 0, waitsFor: null, furniture: null },
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
const silent = new FetchError('CONNECT', {
  zh: `${ORIGIN}/robots.txt 拒绝连接`,
  en: `${ORIGIN}/robots.txt takes no connection`,
});

const PARKED = { zh: '暂停访问', en: 'parked' };
const LANGUAGES = ['en', 'zh'] as const;

const OK = [answered(200), 'ok'] as const;
const BUSY = [answered(503), 'busy'] as const;
const SILENT = [silent, 'silence'] as const;

test.each<[string, (typeof OK | typeof BUSY | typeof SILENT)[], string[]]>([
  ['that answers', [OK], []],
  ['that answers once', [SILENT, OK, BUSY], []],
  [
    'that takes no connection',
    [SILENT],
    [
      '1 CONNECT: http://www.lanzhu.gov.cn/robots.txt takes no connection',
      '1 CONNECT: http://www.lanzhu.gov.cn/robots.txt 拒绝连接',
    ],
  ],
  [
    'that says it can not',
    [SILENT, BUSY],
    [
      '2 BUSY: http://www.lanzhu.gov.cn/robots.txt answered with status 503',
      '2 BUSY: http://www.lanzhu.gov.cn/robots.txt 答复的状态码为 503',
    ],
  ],
  ['that was not asked', [], []],
])('a host %s', (_, requests, expected) => {
  const contact = requests.reduce<Contact>((before, [came, kind]) => afterRequest(before, came, kind), NO_CONTACT);
  const unreached = unreachedHosts([{ state: host(), contact }], [], NOW);
  expect(
    unreached.flatMap(({ requests, code, reason }) => LANGUAGES.map((one) => `${requests} ${code}: ${reason[one]}`)),
  ).toEqual(expected);
});

test.each<[string, Partial<HostState>, string[]]>([
  [
    'that is parked',
    { notBefore: NOW + 60_000, waitsFor: PARKED },
    ['not asked before 2026-11-30T00:01:00.000Z: parked', '2026年11月30日 00:01（UTC）之前不访问：暂停访问'],
  ],
  ['whose time has come', { notBefore: NOW, waitsFor: PARKED }, []],
  ['that keeps its usual pause', { notBefore: NOW + 3_000 }, []],
])('a host with something due %s', (_, given, expected) => {
  expect(unreachedHosts([], [host(given)], NOW).flatMap(({ reason }) => LANGUAGES.map((one) => reason[one]))).toEqual(
    expected,
  );
});
