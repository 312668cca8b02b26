import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { markRead, unread } from '../../../db/frontier/fetch-log.ts';
import { lateAgencies } from '../../../db/queries/late-agencies.ts';
import { queueCounts } from '../../../db/queries/queue-counts.ts';
import { runSummary } from '../../../db/queries/run-summary.ts';
import { versionDifference } from '../../../db/queries/version-difference.ts';
import { buildExtraction, sha256 } from '../build-extraction.ts';
import { save } from '../corpora.ts';
import { aFetch, anOutcome, aPortal, only, report, START, testFrontier } from './crawl-steps.ts';

const BEFORE = '2026-11-22T00:00:00.000Z';
const SINCE = '2026-11-23T00:00:00.000Z';
const DURING = '2026-11-23T00:00:01.000Z';
const RECEIVED = 'requests.received.total';

test('a run: what is new, what changed and how, what is gone, blocked and failed', async () => {
  const { db, frontier, lease } = await testFrontier();
  const path = 'http://www.lanzhu.gov.cn/a.html';
  await save(db, [buildExtraction({ bytes: '1', path, figures: { [RECEIVED]: 3 } })], { now: BEFORE });
  const changed = buildExtraction({ bytes: '2', path, figures: { [RECEIVED]: 5, 'requests.total.total': null } });
  await save(db, [changed, buildExtraction({ bytes: '3', path: 'b', year: 2024 })], { now: DURING });

  await frontier.commit([anOutcome(await only(lease()), { links: [report('gone'), report('shut'), report('bad')] })]);
  const [gone, shut, bad] = await lease();
  if (!gone || !shut || !bad) throw new Error('three reports are due');
  const noHttps = { code: 'CR-HTTPS-FAILED', message: { zh: '改用 http', en: 'http instead' } };
  await frontier.commit([
    anOutcome(gone, { state: 'vanished', fetches: [aFetch({ status: 404 })] }),
    anOutcome(shut, {
      state: 'blocked',
      fetches: [aFetch()],
      remarks: [{ code: 'CR-CHALLENGE', message: { zh: '验证码', en: 'a captcha' } }],
    }),
    anOutcome(bad, {
      ...{
        state: 'failed',
        fetches: [aFetch({ status: null, errorCode: 'TIMEOUT', errorMessage: { zh: '没有答复', en: 'no answer' } })],
        remarks: [noHttps],
      },
    }),
  ]);

  const summary = await runSummary(db, SINCE);
  expect(summary).toMatchObject({
    new: [{ agency: '兰亭街道办事处', year: 2024, url: 'b', fromVersion: null, toVersion: 3 }],
    changed: [{ year: 2020, url: path, fromVersion: 1, toVersion: 2 }],
    vanished: [
      {
        url: gone.url,
        title: 'gone',
        kind: 'report',
        portal: 'lanzhu',
        reason: { zh: '状态码 404', en: 'status 404' },
      },
    ],
    blocked: [{ url: shut.url, reason: { zh: '验证码', en: 'a captcha' } }],
    failed: [{ url: bad.url, reason: { zh: '没有答复', en: 'no answer' } }],
    httpsFailed: [{ url: bad.url, portal: 'lanzhu', reason: { zh: '改用 http', en: 'http instead' } }],
  });
  // A row that an older program wrote has the English text alone.
  await sql`UPDATE visit SET error_message_zh = NULL`.execute(db);
  expect((await runSummary(db, SINCE)).failed).toMatchObject([{ reason: { zh: 'no answer', en: 'no answer' } }]);
  expect(await versionDifference(db, 1, 2)).toMatchObject([
    { key: RECEIVED, from: 3, to: 5, fromStatus: 'reported', toStatus: 'reported' },
    { key: 'requests.total.total', from: 0, to: null, fromStatus: 'reported', toStatus: 'blank' },
  ]);
  expect(await versionDifference(db, 1, 1)).toEqual([]);
  expect(await runSummary(db, '2026-11-24')).toEqual({
    ...{ new: [], changed: [], vanished: [], blocked: [], failed: [], httpsFailed: [] },
  });
  expect(await queueCounts(db, START)).toEqual({
    ...{ due: 0, leased: 0, waiting: 1, vanished: 1, failed: 1, blocked: 1, excluded: 0 },
    ...{ hosts: 1, hostsHeldBack: 0, reports: 3, unread: 0 },
  });
});

test('bodies without a report for the year: those of a region that is crawled, and those seen at a portal', async () => {
  const { db, frontier, lease } = await testFrontier([aPortal()]);
  const reports = (agency: string, year: number, regionCode: string | null) =>
    save(db, [buildExtraction({ agency, year, bytes: `${agency}${year}`, path: agency })], { regionCode });
  await reports('兰亭街道办事处', 2024, '330603');
  await reports('鉴湖街道办事处', 2024, '330603');
  await reports('鉴湖街道办事处', 2025, '330603');
  await reports('外地街道办事处', 2024, '4401');
  await reports('无名街道办事处', 2024, null);
  await reports('旧街道办事处', 2023, '330603');
  const due = { departments: 2025, others: 2025 };
  expect((await lateAgencies(db, due)).map(({ agency }) => agency)).toEqual(['兰亭街道办事处']);
  // In February those of departments alone are due.
  await reports('兰渚市财政局', 2024, '330603');
  expect(await lateAgencies(db, { ...due, others: 2024 })).toMatchObject([
    { agency: '兰渚市财政局', year: 2025 },
    { agency: '旧街道办事处', year: 2024 },
  ]);

  const archive = { file: 'lanting-20261123000000-00001.warc.gz', offset: 0, length: 9, whole: true };
  const fetch = aFetch({ sha256: sha256('无名街道办事处2024'), archive });
  await frontier.commit([anOutcome(await only(lease()), { fetches: [fetch], toRead: true })]);
  await markRead(db, [{ fetchId: (await only(unread(db, 5))).fetchId, sha256: null }], DURING);
  expect(await lateAgencies(db, due)).toMatchObject([
    { agency: '无名街道办事处', year: 2025 },
    { agency: '兰亭街道办事处', region: '330603' },
    { agency: '兰渚市财政局' },
  ]);
});
