import { expect, test } from 'vitest';
import { REMARKS } from '../../../crawlers/explore/remarks.ts';
import { startRun } from '../../../db/frontier/crawl-run.ts';
import { exploringBudget } from '../../../db/frontier/exploration.ts';
import { coverageOf, lackingOf } from '../../../db/queries/coverage.ts';
import type { Reason } from '../../../db/queries/portal-coverage/reasons.ts';
import type { VisitRow } from '../../../db/schema.ts';
import { reasonText } from '../../../src/app/cli/coverage-words.ts';
import type { ExtractionResult } from '../../../src/model/report.ts';
import { buildExtraction, buildFailure, buildNotAReport, sha256 } from '../build-extraction.ts';
import { save } from '../corpora.ts';
import { aPortal, testFrontier } from '../frontier/crawl-steps.ts';

const DUE = 2025;
const NOW = '2026-11-23T00:00:00.000Z';

type Given = Partial<VisitRow>;

/** One portal whose column was looked at and held a list, unless a test says otherwise. */
async function aCrawl(agencies: number | null = null) {
  const { db } = await testFrontier([aPortal({ agencies })]);
  const set = (id: number, given: Given) => db.updateTable('visit').set(given).where('id', '=', id).execute();
  const seen: Given = { visited_at: NOW, sha256: sha256('a page'), last_status: 200 };
  await set(1, { ...seen, verdict: 'list', changed_at: NOW });
  let next = 1;
  /** A place of the portal that was visited and gave a page. */
  async function place(kind: VisitRow['kind'], given: Given = {}): Promise<number> {
    next += 1;
    const url = `http://www.lanzhu.gov.cn/${next}.html`;
    const row = { key: url, host_id: 1, portal_id: 1, kind, url, priority: 0, found_at: NOW, due_at: 9e12 };
    const { id } = await db
      .insertInto('visit')
      .values({ ...row, ...seen, ...given })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }
  const report = (given: Given = {}) =>
    place('report', { words: 'report', verdict: 'article', agency: '兰渚市财政局', year: 2025, ...given });
  const remark = (visit_id: number, code: string, message = code) =>
    db.insertInto('remark').values({ visit_id, code, message, seen_at: NOW }).execute();
  /** What a place gave was read. */
  async function gave(visit_id: number, extraction: ExtractionResult): Promise<void> {
    await save(db, [extraction], { regionCode: '3306' });
    const { id: document_id } = await db
      .selectFrom('document')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const fetch = { visit_id, portal_id: 1, url: `http://${visit_id}`, fetched_at: NOW, document_id };
    await db.insertInto('fetch').values(fetch).execute();
  }
  const read = (visit_id: number, agency: string, year: number) =>
    gave(visit_id, buildExtraction({ agency, year, bytes: `${agency} ${year}`, path: `${visit_id}` }));
  const covered = async (options = {}) => {
    const [one] = await coverageOf(db, { due: { departments: DUE, others: DUE }, ...options });
    if (!one) throw new Error('there is one portal');
    return one;
  };
  return { db, set, place, report, remark, gave, read, covered };
}

type Crawl = Awaited<ReturnType<typeof aCrawl>>;

const NOT_ASKED: Given = { visited_at: null, sha256: null, last_status: null, verdict: null };
const failed = (error_code: string): Given => ({ ...NOT_ASKED, visited_at: NOW, state: 'failed', error_code });

test.each<[Reason, string, (crawl: Crawl) => Promise<unknown>]>([
  [
    'ROBOTS_DISALLOWED',
    'a report',
    async ({ report, remark }) => remark(await report({ ...NOT_ASKED, visited_at: NOW, state: 'excluded' }), 'ROBOTS'),
  ],
  [
    'ROBOTS_UNREACHABLE',
    'a host',
    async ({ db, report }) => {
      await db.updateTable('host').set({ robots_status: 503, waits_for: 'its robots.txt is out of reach' }).execute();
      await report(NOT_ASKED);
    },
  ],
  ['CHALLENGED', 'a page', ({ report }) => report({ ...failed('CHALLENGE'), state: 'blocked' })],
  [
    'CHALLENGED',
    'what waits behind it',
    async ({ db, report }) => {
      await db.updateTable('host').set({ robots_status: 200, waits_for: 'it shows a challenge page' }).execute();
      await report(NOT_ASKED);
    },
  ],
  ['UNREACHABLE', 'a time-out', ({ report }) => report(failed('TIMEOUT'))],
  ['UNREACHABLE', 'a busy server', ({ report }) => report(failed('BUSY'))],
  [
    'UNREACHABLE',
    'a parked host',
    async ({ db, report }) => {
      await db.updateTable('host').set({ waits_for: 'parked after 5 refusals or time-outs in a row' }).execute();
      await report(NOT_ASKED);
    },
  ],
  ['NOT_RENDERED', 'a list', async ({ place, remark }) => remark(await place('column'), 'CR-NOT-RENDERED')],
  ['NOT_RENDERED', 'a report that a browser drew', ({ report }) => report({ rendered: 1 })],
  ['PAGER_STOPPED', 'a list', async ({ place, remark }) => remark(await place('list'), 'CR-UNKNOWN-PAGER')],
  ['EMPTY_COLUMNS', 'a column', async ({ place, remark }) => remark(await place('column'), 'CR-EMPTY-LIST')],
  [
    'BUDGET_SPENT',
    'a candidate',
    async ({ db, place }) => {
      await db.insertInto('exploration').values({ portal_id: 1, host_id: 1, pages: 60 }).execute();
      await place('column', { ...NOT_ASKED, score: 50, words: 'way' });
    },
  ],
  [
    'BUDGET_SPENT',
    'a page that a browser would have to draw',
    async ({ place, remark }) => remark(await place('column'), 'CR-RENDERINGS-SPENT'),
  ],
  ['CAPTCHA', 'a file', ({ report }) => report({ ...failed('GUARDED'), state: 'blocked' })],
  ['FAILED', 'a file too large', ({ report }) => report(failed('TOO_LARGE'))],
  ['GONE', 'a soft 404', ({ report }) => report(failed('SOFT_404'))],
  ['UNREADABLE', 'a document', async ({ report, gave }) => gave(await report(), buildFailure('a', 'bytes'))],
  ['NOT_A_REPORT', 'a document', async ({ report, gave }) => gave(await report(), buildNotAReport('bytes'))],
  ['NOT_A_REPORT', 'a page', async ({ report, remark }) => remark(await report({ verdict: 'decoy' }), 'CR-NO-REPORT')],
  [
    'PART_MISSING',
    'a report that is held',
    async ({ report, read, remark }) => {
      const id = await report();
      await read(id, '兰渚市财政局', 2025);
      await remark(id, 'CR-PART-MISSING');
    },
  ],
  ['PAGE_CUT', 'a list', async ({ place, remark }) => remark(await place('column'), 'CR-PAGE-CUT')],
  ['NOT_YET', 'a report', ({ report }) => report(NOT_ASKED)],
  [
    'NOT_YET',
    'a document',
    async ({ db, report }) => {
      const visit_id = await report();
      await db.insertInto('fetch').values({ visit_id, url: 'http://x', fetched_at: NOW, to_read: 1 }).execute();
    },
  ],
  ['NO_WAY_FOUND', 'a portal without a report', async () => undefined],
  [
    'OUT_OF_SCOPE',
    'a report',
    async ({ report, remark }) =>
      remark(await report({ ...NOT_ASKED, visited_at: NOW, state: 'excluded' }), 'OUT_OF_SCOPE'),
  ],
  [
    'NOT_EXPLORED',
    'a body of the menu',
    async ({ place, report, read }) => {
      await read(await report(), '兰渚市财政局', 2025);
      await place('column', { ...NOT_ASKED, score: 8, words: 'body', agency: '兰渚市水利局' });
    },
  ],
  ['NOT_NAMED', 'a late report', async ({ report, read }) => read(await report({ year: 2024 }), '兰渚市财政局', 2024)],
])('%s: %s', async (reason, _, arrange) => {
  const crawl = await aCrawl();
  await arrange(crawl);
  const covered = await crawl.covered();
  expect([covered.reason, covered.reasons[0]?.reason]).toEqual([reason, reason]);
});

test('a report is held by the body and year that it says itself, once for all its addresses', async () => {
  const { report, read, covered } = await aCrawl();
  await read(await report({ agency: '财政局', year: 2024 }), '兰渚市财政局', 2025);
  // The same by another link, which failed; a redirect to it; and one of another place.
  await report({ ...failed('GONE'), agency: '财政局', year: 2025 });
  await report({
    agency: null,
    year: null,
    title: '兰渚市财政局2025年政府信息公开工作年度报告',
    ...NOT_ASKED,
    visited_at: NOW,
    last_status: 302,
  });
  await report({ ...failed('GONE'), agency: '鉴湖县财政局', year: 2025 });
  const { byBody, reports, bodies, years } = await covered();
  expect(byBody).toMatchObject([
    { body: '兰渚市财政局', years: [{ year: 2025, standing: 'held', reason: null }] },
    { body: '鉴湖县财政局', years: [{ year: 2025, standing: 'broken', reason: 'GONE' }] },
  ]);
  expect(reports).toEqual({ held: 1, late: 0, missing: 0, broken: 1, notReached: 0 });
  expect(bodies).toEqual({ declared: null, named: 2, held: 1 });
  expect(years).toEqual([{ year: 2025, ...reports }]);
});

test.each<[string, readonly number[], readonly (readonly [number, string])[]]>([
  [
    'up to date',
    [2024, 2025],
    [
      [2025, 'held'],
      [2024, 'held'],
    ],
  ],
  [
    'late',
    [2023, 2024],
    [
      [2025, 'late'],
      [2024, 'held'],
      [2023, 'held'],
    ],
  ],
  [
    'with a gap',
    [2022, 2025],
    [
      [2025, 'held'],
      [2024, 'missing'],
      [2023, 'missing'],
      [2022, 'held'],
    ],
  ],
  [
    'of a body that is no more',
    [2019, 2020],
    [
      [2020, 'held'],
      [2019, 'held'],
    ],
  ],
])('the years of a body: %s', async (_, held, expected) => {
  const { report, read, covered } = await aCrawl();
  for (const year of held) await read(await report({ year }), '兰渚市财政局', year);
  const [body] = (await covered()).byBody;
  expect(body?.years.map(({ year, standing }) => [year, standing])).toEqual(expected);
});

test('what the corpus holds from elsewhere is neither late nor missing', async () => {
  const { db, report, read, covered } = await aCrawl();
  await read(await report({ year: 2024 }), '兰渚市财政局', 2024);
  await save(db, [buildExtraction({ agency: '兰渚市财政局', year: 2025, bytes: 'other', path: 'b' })], {
    regionCode: '3306',
  });
  expect((await covered()).reports).toEqual({ held: 1, late: 0, missing: 0, broken: 0, notReached: 0 });
});

test('a report page without figures is broken by the fault of its file, and held by one that was read', async () => {
  const { db, report, place, gave, read, covered } = await aCrawl();
  const bare = await report();
  await read(bare, '兰渚市财政局', 2025);
  await db.updateTable('report_version').set({ figures_reported: 0 }).execute();
  await place('attachment', { ...failed('GUARDED'), parent_id: bare });
  const other = await report({ agency: '兰渚市水利局' });
  // The file names no body; its page does.
  const extraction = buildExtraction({ agency: null, year: 2025, bytes: 'file', path: 'file' });
  await gave(await place('attachment', { parent_id: other }), extraction);
  expect((await covered()).byBody).toMatchObject([
    { body: '兰渚市财政局', years: [{ standing: 'not_reached', reason: 'CAPTCHA' }] },
    { body: '兰渚市水利局', years: [{ standing: 'held', reason: null }] },
  ]);
});

test('one reason explains most: reports that are named, lists for a handful each, a closed entry before all', async () => {
  const { report, place, remark, covered } = await aCrawl(9);
  for (const agency of ['民政局', '水利局', '司法局']) await report({ ...failed('GONE'), agency });
  await remark(await place('list'), 'CR-UNKNOWN-PAGER', '1 of 3 pages of http://x came, and none leads on');
  const { reason, reasons } = await covered();
  expect(reason).toBe('PAGER_STOPPED');
  expect(reasons).toMatchObject([
    { reason: 'PAGER_STOPPED', reports: 0, pages: 1, extent: { came: 1, of: 3 } },
    { reason: 'GONE', reports: 3, pages: 0 },
    { reason: 'NOT_NAMED', extent: { came: 3, of: 9 } },
  ]);
  const shut = await aCrawl();
  await shut.set(1, { ...failed('CHALLENGE'), state: 'blocked' });
  await shut.remark(await shut.place('column'), 'CR-EMPTY-LIST');
  await shut.remark(await shut.place('column'), 'CR-EMPTY-LIST');
  expect((await shut.covered()).reason).toBe('CHALLENGED');
});

test('what was spent of which budget is told, by the budget of the latest run', async () => {
  const { db, place, remark, covered } = await aCrawl();
  await startRun(db, 'lanting/1', NOW, exploringBudget({ pages: 3, renderings: 9 }));
  await db.insertInto('exploration').values({ portal_id: 1, host_id: 1, pages: 2 }).execute();
  await place('column', { ...NOT_ASKED, score: 50, words: 'way' });
  expect((await covered()).reasons).toMatchObject([{ reason: 'NOT_YET' }, { reason: 'NO_WAY_FOUND' }]);
  await db.updateTable('exploration').set({ pages: 3 }).execute();
  const [pages] = (await covered()).reasons;
  expect(pages).toMatchObject({ reason: 'BUDGET_SPENT', extent: { came: 3, of: 3, budget: 'pages' } });
  await db.updateTable('exploration').set({ pages: 0 }).execute();
  const spent = REMARKS.renderingsSpent({ isGiven: false, used: 9, of: 9 });
  await remark(await place('column'), spent.code, spent.message.en);
  const renderings = (await covered()).reasons.find(({ reason }) => reason === 'BUDGET_SPENT');
  expect(renderings).toMatchObject({ pages: 1, extent: { came: 9, of: 9, budget: 'renderings' } });
  expect(renderings && reasonText(renderings, 'en')).toMatch(/\(9\/9 renderings\)$/);
});

test('a remark about a page that has changed since, and one about a column that led to reports, are not told', async () => {
  const { db, place, report, read, remark, covered } = await aCrawl();
  await read(await report(), '兰渚市财政局', 2025);
  await remark(await place('column', { changed_at: '2026-11-24T00:00:00.000Z' }), 'CR-NOT-RENDERED');
  await remark(await place('column', { fruitful: 1 }), 'CR-EMPTY-LIST');
  expect((await covered()).reasons).toEqual([]);
  expect(await db.selectFrom('remark').selectAll().execute()).toHaveLength(2);
});

test('a body that a menu names and of which nothing is known stands behind a reason of its own', async () => {
  const { place, report, read, covered } = await aCrawl();
  await read(await report(), '兰渚市财政局', 2025);
  await place('column', { words: 'body', agency: '财政局', verdict: 'list' });
  await place('column', { words: 'body', agency: '水利局', verdict: 'decoy', score: 8 });
  const one = await covered();
  expect(one.byBody.map(({ body, reason }) => [body, reason])).toEqual([
    ['兰渚市财政局', null],
    ['水利局', 'NO_WAY_FOUND'],
  ]);
  expect([one.reason, lackingOf(one)]).toEqual(['NO_WAY_FOUND', 1]);
});

test('the worst portal comes first, and only those asked for come', async () => {
  const ids = ['good', 'half', 'nothing'];
  const portals = ids.map((id) => aPortal({ id, columns: [`http://${id}.gov.cn/nb/`] }));
  const { db } = await testFrontier(portals);
  const named = async (portal_id: number, name: string, is: Given) => {
    const url = `http://${name}`;
    const row = { key: url, host_id: 1, portal_id, kind: 'report', url, priority: 0, found_at: NOW } as const;
    await db
      .insertInto('visit')
      .values({ ...row, agency: name, year: 2025, ...is })
      .execute();
    return (await db.selectFrom('visit').select('id').where('key', '=', url).executeTakeFirstOrThrow()).id;
  };
  for (const portal of [1, 2]) {
    const id = await named(portal, `局${portal}`, { visited_at: NOW, sha256: 'x' });
    await save(db, [buildExtraction({ agency: `局${portal}`, year: 2025, bytes: `${portal}`, path: `${portal}` })]);
    const document_id = portal;
    await db.insertInto('fetch').values({ visit_id: id, url: 'http://x', fetched_at: NOW, document_id }).execute();
  }
  await named(2, '水利局', failed('GONE'));
  expect((await coverageOf(db, { due: { departments: DUE, others: DUE } })).map(({ portal }) => portal)).toEqual([
    'nothing',
    'half',
    'good',
  ]);
  expect(
    (await coverageOf(db, { due: { departments: DUE, others: DUE }, portals: ['half'] })).map(({ portal }) => portal),
  ).toEqual(['half']);
});
