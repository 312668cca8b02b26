import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openFrontier } from '../../../db/frontier/open-frontier.ts';
import { savePortals } from '../../../db/frontier/save-portals.ts';
import type { EntryOutcome, Frontier } from '../../../src/model/crawl/frontier.ts';
import { corpusPath, listOf, single } from '../corpora.ts';
import {
  aFetch,
  aLead,
  anOutcome,
  aPortal,
  attachment,
  COLUMN,
  DAY,
  idlePage,
  leaser,
  listPage,
  namesOf,
  only,
  report,
  START,
  testFrontier,
} from './crawl-steps.ts';

test('it is the frontier that the crawl asks for', async () => {
  const { frontier } = await testFrontier();
  const port: Frontier = frontier;
  expect(await port.find('GET lanzhu.gov.cn/nb/')).toMatchObject({ kind: 'column', url: COLUMN, page: 1, hops: 0 });
  expect(await port.find('GET elsewhere')).toBe(null);
});

test('a declared column is due, with its portal, and is its own column', async () => {
  const { lease } = await testFrontier([aPortal({ family: 'trs' })]);
  const entry = await only(lease());
  expect(entry).toEqual({
    ...{ id: 1, hostId: 1, portalId: 1, kind: 'column', url: COLUMN, method: 'GET', body: null, bodyType: null },
    ...{ title: null, referer: null, columnId: 1, parentId: null, family: 'trs', rendered: false },
    ...{ score: null, words: null, agency: null, year: null, via: null },
    scope: { pathPrefix: null, contains: null },
    ...{ page: 1, hops: 0, attempts: 0, etag: null, lastModified: null, sha256: null, changedAt: null },
    visitedAt: null,
  });
});

test('what a page leads to is queued once, and comes in the order of its kind, then of the page', async () => {
  const { frontier, lease, clock } = await testFrontier();
  const column = await only(lease());
  const links = [report('b'), report('a'), listPage(2), aLead('column', 'http://www.lanzhu.gov.cn/sub/'), report('b')];
  expect(await frontier.commit([anOutcome(column, { links, family: 'trs' })])).toEqual([{ newPlaces: 4, hosts: [1] }]);
  const entries = await lease();
  expect(namesOf(entries)).toEqual(['sub/', 'index_2.html', 'b.html', 'a.html']);
  expect(entries.map(({ columnId, family, page, referer }) => [columnId, family, page, referer])).toEqual([
    [entries[0]?.id, null, 1, COLUMN],
    [1, 'trs', 2, COLUMN],
    [1, 'trs', 1, COLUMN],
    [1, 'trs', 1, COLUMN],
  ]);
  clock.now += 1;
  const b = entries[2] as (typeof entries)[number];
  await frontier.commit([anOutcome(b, { links: [attachment('b')] })]);
  await frontier.release(entries);
  expect(namesOf(await lease())).toEqual(['sub/', 'index_2.html', 'b.pdf', 'a.html']);
  expect(await frontier.find('GET lanzhu.gov.cn/b.pdf')).toMatchObject({ parentId: b.id, columnId: 1 });
});

test('a lease holds until it ends or is given back, and a committed place waits for its day', async () => {
  const { frontier, lease, clock } = await testFrontier();
  const column = await only(lease());
  expect(await lease()).toEqual([]);
  expect(await frontier.nextDue()).toEqual([]);
  clock.now += 60_000;
  expect(await frontier.nextDue()).toMatchObject([{ due: START }]);
  expect(await lease()).toHaveLength(1);
  await frontier.release([column]);
  expect(await lease()).toHaveLength(1);
  await frontier.freeLeases();
  await frontier.commit([anOutcome(await only(lease()))]);
  expect(await lease()).toEqual([]);
  expect(await frontier.nextDue()).toMatchObject([{ due: START + DAY }]);
  clock.now += DAY;
  expect(await lease()).toHaveLength(1);
});

test('everything about a visit is written, or nothing', async () => {
  const { db, frontier, lease } = await testFrontier();
  const column = await only(lease());
  const outcome = anOutcome(column, {
    links: [report('a')],
    host: { id: 1, failures: 2, waitsFor: { zh: '甲\0乙', en: 'a\0b' } },
    remarks: [{ code: 'CR-SOFT-404', message: { zh: '页面不存在', en: 'no such page' } }],
  });
  const counts = async () =>
    Promise.all(['fetch', 'visit', 'link', 'remark'].map((table) => single(db, `SELECT count(*) FROM ${table}`)));
  const broken: EntryOutcome = { ...outcome, state: 'unknown' as 'waiting' };
  await expect(frontier.commit([outcome, broken])).rejects.toThrow(/CHECK/);
  expect(await counts()).toEqual([0, 1, 0, 0]);
  expect(await frontier.hostsById([1])).toMatchObject([{ failures: 0 }]);
  await frontier.commit([outcome]);
  expect(await counts()).toEqual([1, 2, 1, 1]);
  expect(await frontier.hostsById([1])).toEqual([
    {
      ...{ id: 1, origin: 'http://www.lanzhu.gov.cn', address: null, robots: null, robotsStatus: null, robotsAt: null },
      ...{ delay: 0, failures: 2, notBefore: 0, waitsFor: { zh: '甲\ufffd乙', en: 'a\ufffdb' }, furniture: null },
    },
  ]);
});

test('a host changes field by field, also to null', async () => {
  const { db, frontier } = await testFrontier();
  await frontier.commitRobots(aFetch({ url: 'http://www.lanzhu.gov.cn/robots.txt' }), {
    ...{ id: 1, robots: 'User-agent: *', robotsStatus: 200, robotsAt: START, address: '127.0.0.2' },
  });
  await frontier.setHost({ id: 1, robots: null, delay: 250 });
  expect(await frontier.hostsById([1])).toMatchObject([
    { robots: null, robotsStatus: 200, robotsAt: START, address: '127.0.0.2', delay: 250 },
  ]);
  expect(await single(db, 'SELECT visit_id IS NULL FROM fetch')).toBe(1);
  const waitsFor = async () => (await frontier.hostsById([1]))[0]?.waitsFor;
  await frontier.setHost({ id: 1, waitsFor: { zh: '暂停访问', en: 'parked' } });
  await frontier.setHost({ id: 1, delay: 0 });
  expect(await waitsFor()).toEqual({ zh: '暂停访问', en: 'parked' });
  // As a program without Chinese reasons left it.
  await sql`UPDATE host SET waits_for_zh = NULL`.execute(db);
  expect(await waitsFor()).toEqual({ zh: 'parked', en: 'parked' });
  await frontier.setHost({ id: 1, waitsFor: null });
  expect(await waitsFor()).toBe(null);
  expect(await single(db, 'SELECT waits_for IS NULL AND waits_for_zh IS NULL FROM host')).toBe(1);
});

type Step = readonly [pageLeads: readonly ReturnType<typeof report>[], due: readonly string[]];

/** Each step: what the next due list page shows, and which lists are due then. */
test.each<[string, readonly Step[]]>([
  [
    'on while a page brings something new',
    [
      [[report('a'), listPage(2)], ['index_2.html']],
      [[report('b'), listPage(3)], ['index_3.html']],
      [[report('c')], []],
    ],
  ],
  [
    'not on where a page brings what its column had: a pager that gives page 1 again',
    [
      [[report('a'), report('b'), listPage(2)], ['index_2.html']],
      [[report('a'), report('b'), listPage(3)], []],
    ],
  ],
  [
    'on without anything new as long as the page says so: in another dialect, in smaller pieces, in a mixed column',
    [
      [[idlePage(2)], ['index_2.html']],
      [[report('a'), listPage(3)], ['index_3.html']],
      [[report('a'), idlePage(4)], ['index_4.html']],
      [[listPage(5)], []],
    ],
  ],
  [
    'not on for ever where pages lead to each other',
    [
      [[idlePage(2)], ['index_2.html']],
      [[idlePage(3)], ['index_3.html']],
      [[idlePage(2)], []],
    ],
  ],
])('paging goes %s', async (_, steps) => {
  const { frontier, lease } = await testFrontier();
  for (const [links, due] of steps) {
    const list = (await lease()).find(({ kind }) => kind === 'list' || kind === 'column');
    if (!list) throw new Error('no list is due');
    await frontier.commit([anOutcome(list, { links })]);
    await frontier.freeLeases();
    const next = await lease();
    expect(namesOf(next.filter(({ kind }) => kind === 'list'))).toEqual(due);
    await frontier.freeLeases();
  }
});

test('the second night asks for the next page only where the first brings something new', async () => {
  const { frontier, lease, clock } = await testFrontier();
  const night = async (pages: Readonly<Record<string, readonly ReturnType<typeof report>[]>>) => {
    const seen: string[] = [];
    for (let entries = await lease(1); entries.length > 0; entries = await lease(1)) {
      const entry = await only(Promise.resolve(entries));
      const name = namesOf([entry])[0] ?? '';
      seen.push(name);
      const dueAt = entry.kind === 'column' ? clock.now + DAY : null;
      await frontier.commit([anOutcome(entry, { links: pages[name] ?? [], dueAt })]);
    }
    clock.now += DAY;
    return seen;
  };
  const first = { 'nb/': [report('a'), listPage(2)], 'index_2.html': [report('b')] };
  expect(await night(first)).toEqual(['nb/', 'index_2.html', 'a.html', 'b.html']);
  expect(await night(first)).toEqual(['nb/']);
  const third = { 'nb/': [report('c'), listPage(2)], 'index_2.html': [report('a'), report('b')] };
  expect(await night(third)).toEqual(['nb/', 'index_2.html', 'c.html']);
});

test('two pages of one batch with the same link: the first brings it', async () => {
  const { frontier, lease } = await testFrontier();
  await frontier.commit([anOutcome(await only(lease()), { links: [report('a'), listPage(2)] })]);
  const list = (await lease()).find(({ kind }) => kind === 'list');
  const column = await frontier.find('GET lanzhu.gov.cn/nb/');
  if (!list || !column) throw new Error('list and column are there');
  const results = await frontier.commit([
    anOutcome(column, { links: [report('x'), listPage(7)] }),
    anOutcome(list, { links: [report('x'), listPage(8)] }),
  ]);
  expect(results.map(({ newPlaces }) => newPlaces)).toEqual([2, 0]);
  expect(await frontier.find('GET lanzhu.gov.cn/nb/index_8.html')).toBe(null);
});

test.each([
  ['a good answer', {}, 0],
  ['one that is unchanged', { fetches: [aFetch({ status: 304 })] }, 0],
  ['a refusal', { fetches: [aFetch({ status: 503 })] }, 1],
  [
    'no answer',
    {
      fetches: [
        aFetch({
          status: null,
          errorCode: 'TIMEOUT',
          errorMessage: { zh: '30 秒内没有答复', en: 'no answer within 30 s' },
        }),
      ],
    },
    1,
  ],
  ['a place that is gone', { state: 'vanished' as const, fetches: [aFetch({ status: 404 })] }, 1],
  ['nothing asked', { state: 'excluded' as const, fetches: [], dueAt: null }, 1],
])('attempts after %s', async (_, given, attempts) => {
  const { frontier, lease } = await testFrontier();
  await frontier.commit([anOutcome(await only(lease()), given)]);
  expect(await frontier.find('GET lanzhu.gov.cn/nb/')).toMatchObject({ attempts });
});

test('validators and digest are kept, and a changed body has its time', async () => {
  const { frontier, lease, clock } = await testFrontier();
  const look = async (validators: EntryOutcome['validators']) => {
    await frontier.commit([anOutcome(await only(lease()), { validators, dueAt: clock.now })]);
    clock.now += DAY;
    const entry = await frontier.find('GET lanzhu.gov.cn/nb/');
    return [entry?.etag, entry?.lastModified, entry?.sha256, entry?.changedAt];
  };
  const [one, two] = ['1', '2'].map((digit) => digit.repeat(64));
  expect(await look({ etag: '"a"', lastModified: 'x', sha256: one ?? null })).toEqual(['"a"', 'x', one, START]);
  expect(await look(null)).toEqual(['"a"', 'x', one, START]);
  expect(await look({ etag: '"b"', lastModified: null, sha256: one ?? null })).toEqual(['"b"', null, one, START]);
  expect(await look({ etag: null, lastModified: null, sha256: two ?? null })).toEqual([
    null,
    null,
    two,
    START + 3 * DAY,
  ]);
});

test('a vanished place keeps its day, stays, and is back when it answers or is linked anew', async () => {
  const { db, frontier, lease, clock } = await testFrontier([aPortal({ columns: [COLUMN, `${COLUMN}b/`] })]);
  const [column, other] = await lease();
  if (!column || !other) throw new Error('two columns are due');
  await frontier.commit([anOutcome(column, { links: [report('a')] }), anOutcome(other)]);
  const gone = { state: 'vanished' as const, fetches: [aFetch({ status: 404 })], dueAt: null };
  await frontier.commit([anOutcome(await only(lease()), gone)]);
  expect(await single(db, "SELECT vanished_at FROM visit WHERE state = 'vanished'")).toBe('2026-11-23T00:00:00.000Z');
  clock.now += DAY;
  await frontier.commit([anOutcome(column, { links: [report('a')], dueAt: null })]);
  await frontier.commit([anOutcome(other, { dueAt: null })]);
  expect(await lease()).toEqual([]);
  await frontier.commit([anOutcome(other, { links: [report('a')], dueAt: null })]);
  const back = await only(lease());
  await frontier.commit([anOutcome(back)]);
  expect(await listOf(db, "SELECT state || coalesce(vanished_at, 0) FROM visit WHERE kind = 'report'")).toEqual([
    'waiting0',
  ]);
});

test('a place that moved leads on as what it was', async () => {
  const { frontier, lease } = await testFrontier();
  await frontier.commit([
    anOutcome(await only(lease()), { links: [aLead('report', 'http://www.lanzhu.gov.cn/a.html', { title: 'a' })] }),
  ]);
  const place = await only(lease());
  const movedTo = aLead('report', 'http://new.lanzhu.gov.cn/a.html');
  expect(await frontier.commit([anOutcome(place, { movedTo })])).toEqual([{ newPlaces: 1, hosts: [2] }]);
  const moved = await only(lease());
  expect(moved).toMatchObject({ ...{ kind: 'report', title: 'a', columnId: 1, hops: 1, referer: COLUMN }, hostId: 2 });
  await frontier.commit([anOutcome(moved)]);
  expect(await frontier.find('GET new.lanzhu.gov.cn/a.html')).toMatchObject({ hops: 0 });
});

test('a place that moved to an address of its own changes its address and host', async () => {
  const { db, frontier, lease } = await testFrontier();
  const column = await only(lease());
  const movedTo = aLead('column', 'https://lanzhu.gov.cn/nb/');
  await frontier.commit([anOutcome(column, { movedTo, dueAt: START })]);
  expect(await only(lease())).toMatchObject({ id: column.id, url: 'https://lanzhu.gov.cn/nb/', hostId: 2, hops: 1 });
  expect(await single(db, 'SELECT count(*) FROM visit')).toBe(1);
});

test('a run over some portals leases only their places', async () => {
  const { db, keys, runId, clock } = await testFrontier([aPortal(), aPortal({ id: 'b', columns: [`${COLUMN}b/`] })]);
  const frontier = await openFrontier(db, { ...keys, runId, portals: ['b'] });
  expect(namesOf(await leaser(frontier, clock).lease())).toEqual(['b/']);
  expect(await frontier.hostsDue(START)).toEqual([]);
  expect(await frontier.nextDue()).toEqual([]);
});

test('everything that answered is due again when asked for', async () => {
  const { frontier, lease } = await testFrontier();
  const column = await only(lease());
  await frontier.commit([anOutcome(column, { links: [report('a'), report('b')] })]);
  const [a, b] = await lease();
  if (!a || !b) throw new Error('two reports are due');
  await frontier.commit([anOutcome(a, { dueAt: null }), anOutcome(b, { state: 'blocked' })]);
  await frontier.dueAgain(START);
  expect(namesOf(await lease())).toEqual(['nb/', 'a.html']);
});

test('a column that is taken out of the declarations is excluded, and is due once it is there again', async () => {
  const { db, keys, frontier, lease } = await testFrontier();
  await frontier.commit([anOutcome(await only(lease()))]);
  await savePortals(db, [aPortal({ columns: [], name: '兰渚' })], keys);
  expect(namesOf(await lease())).toEqual(['www.lanzhu.gov.cn/']);
  expect(await listOf(db, 'SELECT state FROM visit ORDER BY id')).toEqual(['excluded', 'waiting']);
  await savePortals(db, [aPortal({ name: '兰渚' })], keys);
  expect(namesOf(await lease())).toEqual(['nb/']);
  expect(await db.selectFrom('portal').select(['slug', 'name', 'level']).execute()).toEqual([
    { slug: 'lanzhu', name: '兰渚', level: 'prefecture' },
  ]);
});

test('the queue outlives its process', async () => {
  const path = corpusPath();
  const { db, frontier, lease } = await testFrontier([aPortal()], path);
  await frontier.commit([anOutcome(await only(lease()), { links: [report('a')] })]);
  await lease();
  await db.destroy();
  const again = await testFrontier([aPortal()], path);
  await again.frontier.freeLeases();
  expect(namesOf(await again.lease())).toEqual(['a.html']);
});

test.each([
  ['fails', { state: 'failed' }, true],
  ['gives nothing', { verdict: 'decoy', validators: { etag: null, lastModified: null, sha256: 'e' } }, true],
  ['gives its list', { verdict: 'list', validators: { etag: null, lastModified: null, sha256: 'e' } }, false],
  ['is tried again', { state: 'waiting' }, false],
] as const)('a page whose list is asked for plainly is drawn again where that %s', async (_, outcome, again) => {
  const { frontier, lease } = await testFrontier();
  const page = await only(lease());
  const progress = { dialect: 'recipe', page: 1, seen: [], count: 0, total: null, idle: 0 };
  const recipe = aLead('column', 'http://www.lanzhu.gov.cn/api/list', {
    scope: { pathPrefix: null, contains: null, progress },
  });
  const validators = { etag: 'x', lastModified: null, sha256: 'd' };
  await frontier.commit([anOutcome(page, { links: [recipe], validators })]);
  const asked = (await lease()).find(({ url }) => url.endsWith('/api/list'));
  if (!asked) throw new Error('the request was queued');
  await frontier.commit([anOutcome(asked, outcome)]);
  const after = await lease();
  expect(after.map(({ id, rendered, sha256 }) => ({ id, rendered, sha256 }))).toEqual(
    again ? [{ id: page.id, rendered: true, sha256: null }] : [],
  );
});
