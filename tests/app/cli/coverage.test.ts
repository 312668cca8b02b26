import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openReadOnly } from '../../../db/connect.ts';
import { pastRuns } from '../../../db/queries/past-runs.ts';
import { startManyHosts } from '../../../samples/government/many-hosts.ts';
import { nightText } from '../../../src/app/cli/night-text.ts';
import type { NightSummary } from '../../../src/app/pipeline/crawl/night-summary.ts';
import { aPlace } from './crawl-place.ts';
import { runCli } from './run-cli.ts';

/** A night of two counties: the pages of the first hold no tables, the column that is declared for the second is not there. */
async function aNight() {
  const site = await startManyHosts(2, 2, { bytes: 1_000 });
  onTestFinished(() => site.close());
  const place = aPlace();
  const moved = site.declarations.replace(/(county2\.gov\.cn)\/zfxxgk\/zfxxgknb\//, '$1/none/');
  await place.run('crawl', moved);
  const db = await openReadOnly(join(place.folder, 'reports.db'));
  // As the corpus keeps it: in both languages.
  const [night] = await pastRuns(db, 1);
  await db.destroy();
  const coverage = (...more: string[]) => runCli(['coverage', '--db', 'reports.db', ...more], { cwd: place.folder });
  return { summary: night?.summary as NightSummary, coverage };
}

/** Cells of a line of a table. */
const cellsOf = (out: string, line: number): string[] => (out.split('\n')[line] ?? '').trim().split(/ {2,}/);

test('coverage shows the portals, one of them in full, and writes both for programs; the night names them', async () => {
  const { summary, coverage } = await aNight();
  const table = await coverage();
  expect([table.code, table.err]).toEqual([0, '']);
  expect([2, 3].map((line) => cellsOf(table.out, line).at(-1))).toEqual([
    'NOT_A_REPORT called a report and is none',
    'GONE the page is not there',
  ]);
  expect((await coverage('--lang', 'zh')).out).toMatch(/^网站 .*原因[\s\S]*GONE 页面不存在/);

  const one = (await coverage('--portal', 'county1')).out;
  expect(cellsOf(one, 3)).toEqual(['第1县第1镇人民政府', 'broken NOT_A_REPORT']);
  expect(one).toMatch(/NOT_A_REPORT called a report and is none: 2 reports, 0 pages +http:\/\/www\.county1\.gov\.cn/);
  expect(await coverage('--portal', 'county3')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/the corpus has no portal county3; lanting coverage without --portal lists them/),
  });

  const csv = (await coverage('--format', 'csv')).out.split('\r\n');
  expect(csv[0]).toBe('portal,body,year,standing,reason,url,title,detail');
  expect(csv[1]).toMatch(/^county1,第1县第1镇人民政府,2025,broken,NOT_A_REPORT,http/);
  expect(csv.at(-4)).toMatch(/^county2,,,,GONE,http:\/\/www\.county2\.gov\.cn\/none\/index\.html,,status 404$/);

  const json = JSON.parse((await coverage('--format', 'json')).out);
  expect(json).toMatchObject([
    { portal: 'county1', reason: 'NOT_A_REPORT', reports: { held: 0, broken: 2 }, bodies: { named: 2, held: 0 } },
    { portal: 'county2', reason: 'GONE', bodies: { declared: 2, named: 0, held: 0 }, byBody: [] },
  ]);
  expect(summary.coverage).toMatchObject([
    { portal: 'county1', held: 0, lacking: 2, reason: 'NOT_A_REPORT' },
    { portal: 'county2', held: 0, lacking: 2, reason: 'GONE' },
  ]);
  // A portal that yielded nothing is named even where the table ends before it.
  expect(nightText(summary, 'en')).toMatch(/ {2}county2 +0\/2 +0 +2 +GONE the page is not there\n/);
  expect(nightText(summary, 'en', 1)).toMatch(
    /county1 .*\n.*1 more.*\n +Nothing is held of these either \(1\): county2\n/,
  );
  expect(nightText(summary, 'zh', 1)).toMatch(/有缺失的网站（2）[\s\S]*以下网站同样一份报告也没有（1）：county2\n/);
});

test('coverage of a corpus that never crawled says so', async () => {
  const place = aPlace();
  const db = ['--db', 'empty.db'];
  await runCli(['ingest', ...db, '-'], { cwd: place.folder, stdin: [Buffer.from('x')] });
  const { code, out } = await runCli(['coverage', ...db], { cwd: place.folder });
  expect([code, out]).toEqual([0, 'No portal was crawled yet.\n']);
});
