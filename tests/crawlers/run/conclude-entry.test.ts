import { describe, expect, test } from 'vitest';
import type { AnswerKind } from '../../../crawlers/judge-answer.ts';
import { concludeEntry, excludeEntry } from '../../../crawlers/run/conclude-entry.ts';
import { CRAWL_SETTINGS } from '../../../crawlers/run/settings.ts';
import type { DiscoveredLink, FrontierEntry } from '../../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../../src/model/crawl/frontier.ts';

const NOW = Date.parse('2026-11-23T00:00:00Z');
const DAY = 86_400_000;
const URL_OF = 'http://www.lanzhu.gov.cn/a/1.html';

const entry = (given: Partial<FrontierEntry> = {}): FrontierEntry => ({
  ...{ id: 1, hostId: 1, portalId: null, kind: 'report', title: null, referer: null, columnId: null, parentId: null },
  ...{ url: URL_OF, method: 'GET', body: null, bodyType: null, scope: null, family: null, rendered: false },
  ...{ score: null, words: null, agency: null, year: null, via: null },
  ...{ page: 1, hops: 0, attempts: 0, etag: null, lastModified: null, sha256: null, changedAt: null },
  visitedAt: null,
  ...given,
});

const fetched = (given: Partial<FetchRecord> = {}): FetchRecord => ({
  ...{ url: URL_OF, method: 'GET', fetchedAt: NOW, status: 200, etag: '"a"', lastModified: null, sha256: 'new' },
  ...{ bytes: 10, took: 5, errorCode: null, errorMessage: null, archive: null, part: null },
  ...given,
});

const link = (url: string): DiscoveredLink => ({
  ...{ url, method: 'GET', body: null, bodyType: null, kind: 'report', title: null, date: null, scope: null },
  ...{ score: null, words: null, agency: null, year: null },
});

const SO = { zh: '就是如此', en: 'so it is' };

function conclude(
  kind: AnswerKind,
  of: Partial<FrontierEntry> = {},
  fetch: Partial<FetchRecord> = {},
  movedTo: DiscoveredLink | null = null,
) {
  return concludeEntry(
    entry(of),
    {
      fetch: fetched(fetch),
      judgement: { kind, reason: SO, to: movedTo?.url ?? null },
      ...{ discovery: null, movedTo, isDocument: true, rendered: false, host: null, now: NOW },
    },
    CRAWL_SETTINGS,
  );
}

const daysUntil = (due: number | null): number | null => (due === null ? null : (due - NOW) / DAY);

test('a 304 that does not repeat the validators leaves them as they are', () => {
  const known = { etag: '"b"', lastModified: 'then', sha256: 'old' };
  const bare = { status: 304, etag: null, lastModified: null, sha256: 'old' };
  expect(conclude('unchanged', known, bare).validators).toEqual(known);
  expect(conclude('ok', known, { etag: null }).validators).toEqual({ etag: null, lastModified: null, sha256: 'new' });
});

test.each([
  ['http://www.lanzhu.gov.cn/', 'CR-HTTPS-FAILED'],
  ['https://www.lanzhu.gov.cn/', 'CR-HTTP-FAILED'],
])('that %s is asked as the other scheme gives no answer is told', (to, code) => {
  const failed = { status: null, errorCode: 'TLS', errorMessage: SO };
  const { remarks, links: discoveredLinks } = conclude('redirect', {}, failed, link(to));
  expect(remarks).toEqual([
    { code, message: { zh: `就是如此；改为访问 ${to}`, en: `so it is; ${to} is asked instead` } },
  ]);
  expect(discoveredLinks).toEqual([]);
  expect(conclude('redirect', {}, {}, link(to)).remarks).toEqual([]);
});

describe('how a place stands after a visit', () => {
  test.each<[what: string, kind: AnswerKind, of: Partial<FrontierEntry>, state: string, days: number, toRead: boolean]>(
    [
      ['a new report', 'ok', {}, 'waiting', 7, true],
      ['the same bytes', 'ok', { sha256: 'new', changedAt: NOW - 300 * DAY }, 'waiting', 120, false],
      ['other bytes', 'ok', { sha256: 'old', changedAt: NOW - 300 * DAY }, 'waiting', 7, true],
      ['a 304', 'unchanged', { sha256: 'new', changedAt: NOW - 50 * DAY }, 'waiting', 30, false],
      ['a known report that is gone', 'gone', { sha256: 'old' }, 'vanished', 3, false],
      ['a known report in whose place a soft 404 stands', 'soft-404', { sha256: 'old' }, 'vanished', 3, false],
      ['a known report in whose place the home page stands', 'home-page', { sha256: 'old' }, 'vanished', 3, false],
      ['a link that led nowhere', 'gone', {}, 'failed', 3, false],
      ['a challenge', 'challenge', { sha256: 'old' }, 'blocked', 7, false],
      ['a captcha before a file', 'guarded', { kind: 'attachment' }, 'blocked', 7, false],
      ['a page under the name of a file', 'error-page', { kind: 'attachment' }, 'failed', 3, false],
      ['a busy server', 'busy', {}, 'waiting', 0, false],
      ['a server that stays busy, until the next night', 'busy', { attempts: 10 }, 'failed', 20 / 24, false],
      ['a truncated body, the first time', 'broken', {}, 'waiting', 30_000 / DAY, false],
      ['a truncated body, again', 'broken', { attempts: 1 }, 'waiting', 300_000 / DAY, false],
      ['a truncated body, always', 'broken', { attempts: 2 }, 'failed', 20 / 24, false],
    ],
  )('%s', (_, kind, of, state, days, toRead) => {
    const outcome = conclude(kind, of);
    expect({ state: outcome.state, days: daysUntil(outcome.dueAt), toRead: outcome.toRead }).toEqual({
      state,
      days,
      toRead,
    });
  });

  test.each(['PRIVATE_ADDRESS', 'BOMB', 'TOO_LARGE'])('%s is not tried again at once', (errorCode) => {
    expect(conclude('broken', {}, { status: null, errorCode, sha256: null }).state).toBe('failed');
  });

  test('only a body that stands for the place leaves its validators and digest', () => {
    expect(conclude('ok').validators).toEqual({ etag: '"a"', lastModified: null, sha256: 'new' });
    for (const kind of ['soft-404', 'challenge', 'busy', 'broken', 'redirect'] as const) {
      expect(conclude(kind).validators).toBeNull();
    }
  });

  test('a redirect to the twin of the place is followed at once, another next month', () => {
    const twin = conclude('redirect', {}, {}, link('https://lanzhu.gov.cn/a/1.html'));
    expect(daysUntil(twin.dueAt)).toBe(0);
    const other = conclude('redirect', {}, {}, link('http://www.lanzhu.gov.cn/b/1.html'));
    expect(daysUntil(other.dueAt)).toBe(30);
  });

  test('what went wrong is written down with the request', () => {
    expect(conclude('soft-404').fetches).toMatchObject([{ errorCode: 'SOFT_404', errorMessage: SO }]);
    expect(conclude('ok').fetches).toMatchObject([{ errorCode: null }]);
  });

  test('a place that is not asked for leaves no request', () => {
    expect(excludeEntry(entry(), 'ROBOTS', SO, NOW)).toMatchObject({
      fetches: [],
      state: 'excluded',
      toRead: false,
    });
  });
});
