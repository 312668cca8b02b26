import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../../samples/government/arrival.ts';
import { findBreaches, type Manners } from '../../../samples/government/breaches.ts';

/** Logs made up for it: each shows one breach, and next to it what is no breach. */

const MANNERS: Manners = {
  leastDelay: 20,
  factor: 5,
  robots: new Map([
    ['a.gov.cn', { status: 200, disallow: ['/neibu/'], crawlDelay: null }],
    ['b.gov.cn', { status: 200, disallow: [], crawlDelay: 1 }],
    ['down.gov.cn', { status: 503, disallow: [], crawlDelay: null }],
  ]),
  robotsKnown: ['a.gov.cn', 'b.gov.cn', 'c.gov.cn', 'down.gov.cn'],
};

/** A request at a time in ms, answered after 1 ms where nothing else is said. */
const at = (time: number, more: Partial<Arrival> = {}): Arrival => ({
  at: time,
  host: 'a.gov.cn',
  address: '127.0.0.1',
  method: 'GET',
  path: `/${time}.html`,
  userAgent: 'lanting/0.1 (+https://example.org/lanting)',
  referer: null,
  ifNoneMatch: null,
  ifModifiedSince: null,
  cookie: null,
  status: 200,
  bytes: 100,
  endedAt: time + 1,
  inFlightAtArrival: 0,
  retryAfter: null,
  challenge: false,
  part: false,
  ...more,
});

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36';

describe('a breach', () => {
  it.each<[string, Arrival[], string[]]>([
    ['two at once', [at(0, { endedAt: 50 }), at(30)], ['two at once', 'too soon']],
    ['two at once, the first never answered', [at(0, { endedAt: null }), at(9000)], ['two at once', 'too soon']],
    ['the same on one address', [at(0, { endedAt: 50 }), at(30, { host: 'c.gov.cn' })], ['two at once', 'too soon']],
    ['too soon', [at(0), at(12)], ['too soon']],
    ['too soon after a slow answer', [at(0, { endedAt: 100 }), at(500)], ['too soon']],
    ['too soon after a host of the same address', [at(0), at(10, { host: 'c.gov.cn' })], ['too soon']],
    ['Crawl-delay', [at(0, { host: 'b.gov.cn' }), at(900, { host: 'b.gov.cn' })], ['Crawl-delay']],
    ['Retry-After', [at(0, { status: 429, retryAfter: 2 }), at(1500)], ['Retry-After']],
    [
      'Retry-After, with others between',
      [at(0, { retryAfter: 2 }), at(900, { host: 'c.gov.cn' }), at(1500)],
      ['Retry-After'],
    ],
    ['disallowed', [at(0, { path: '/neibu/1.html' })], ['disallowed']],
    ['robots not asked', [at(0, { host: 'new.gov.cn' })], ['robots not asked']],
    [
      'robots asked, its answer not waited for',
      [
        at(0, { host: 'n.gov.cn', path: '/robots.txt', endedAt: 90 }),
        at(50, { host: 'n.gov.cn', address: '127.0.0.2' }),
      ],
      ['robots not asked'],
    ],
    ['robots out of reach', [at(0, { host: 'down.gov.cn' })], ['robots out of reach']],
    ['a challenged host asked again', [at(0, { challenge: true }), at(9e9)], ['challenged']],
    ['a borrowed name', [at(0, { userAgent: chrome })], ['user agent']],
    ['a name without a contact', [at(0, { userAgent: 'lanting/0.1' })], ['user agent']],
    ['no name', [at(0, { userAgent: null })], ['user agent']],
  ])('%s', (_, log, kinds) => {
    const breaches = findBreaches(log, MANNERS);
    expect(breaches.map(({ kind }) => kind)).toEqual(kinds);
    for (const { arrival, message } of breaches) expect(message).toContain(arrival.path);
  });
});

describe('no breach', () => {
  it.each<[string, Arrival[]]>([
    ['one after the other', [at(0), at(22), at(44)]],
    ['at once on two addresses', [at(0, { endedAt: 50 }), at(10, { address: '127.0.0.2', host: 'c.gov.cn' })]],
    ['five times the last answer', [at(0, { endedAt: 100 }), at(600)]],
    ['within what clocks differ by', [at(0), at(18)]],
    ['after the Crawl-delay', [at(0, { host: 'b.gov.cn' }), at(1001, { host: 'b.gov.cn' })]],
    ['another host of the address within a Crawl-delay', [at(0, { host: 'b.gov.cn' }), at(30)]],
    ['after the wait', [at(0, { status: 429, retryAfter: 2 }), at(2001)]],
    ['robots asked first', [at(0, { host: 'n.gov.cn', path: '/robots.txt' }), at(30, { host: 'n.gov.cn' })]],
    ['robots.txt of a host that is closed', [at(0, { host: 'down.gov.cn', path: '/robots.txt' })]],
    ['what a page loads by itself', [at(0), at(2, { part: true, endedAt: 90 }), at(3, { part: true }), at(30)]],
    ['a greeting of TLS', [at(0, { host: '', method: '', path: '', userAgent: null })]],
    [
      'a crawler that says who it is as browsers do',
      [at(0, { userAgent: 'Mozilla/5.0 (compatible; lanting/1; +http://a.b/)' })],
    ],
    ['nothing at all', []],
  ])('%s', (_, log) => {
    expect(findBreaches(log, MANNERS)).toEqual([]);
  });

  it('longer than the longest pause', () => {
    const log = [at(0, { endedAt: 1000 }), at(1500)];
    expect(findBreaches(log, { ...MANNERS, mostDelay: 400 })).toEqual([]);
    expect(findBreaches(log, MANNERS)).toHaveLength(1);
  });
});
