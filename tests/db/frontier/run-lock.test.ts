import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { expect, test, vi } from 'vitest';
import { finishRun, startRun } from '../../../db/frontier/crawl-run.ts';
import { CrawlLockedError, CrawlLockLostError, takeRunLock } from '../../../db/frontier/run-lock.ts';
import { corpusPath, listOf, single, testCorpus } from '../corpora.ts';

const DEAD = spawnSync(process.execPath, ['--version']).pid;
const NOW = Date.UTC(2026, 10, 23);

test('one crawl at a time: the second is refused by name, and let in when the first is done', async () => {
  const path = corpusPath();
  const [first, second] = [await testCorpus(path), await testCorpus(path)];
  const lock = await takeRunLock(first);
  await expect(takeRunLock(second)).rejects.toThrow(CrawlLockedError);
  await expect(takeRunLock(second)).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
  await lock.check();
  await lock.release();
  await (await takeRunLock(second)).release();
  expect(await single(second, 'SELECT count(*) FROM crawl_lock')).toBe(0);
});

test.each([
  ['of a process that is gone', { pid: DEAD, machine: hostname(), beat_at: NOW }, true],
  ['of this process number in an earlier life', { pid: process.pid, machine: hostname(), beat_at: NOW }, true],
  ['of a process that lives', { pid: process.ppid, machine: hostname(), beat_at: NOW - 100_000 }, false],
  [
    'of a process number that lives, silent for long',
    { pid: process.ppid, machine: hostname(), beat_at: NOW - 130_000 },
    true,
  ],
  ['of another machine', { pid: DEAD, machine: 'elsewhere', beat_at: NOW - 100_000 }, false],
  ['of another machine, silent for long', { pid: DEAD, machine: 'elsewhere', beat_at: NOW - 130_000 }, true],
])('a lock %s', async (_, owner, taken) => {
  const db = await testCorpus();
  await db
    .insertInto('crawl_lock')
    .values({ id: 1, token: 'x', taken_at: '', ...owner })
    .execute();
  const attempt = takeRunLock(db, () => {}, { now: () => NOW });
  if (taken) await (await attempt).release();
  else await expect(attempt).rejects.toThrow(CrawlLockedError);
});

const YEAR = 365 * 86_400_000;

test.each([
  ['of this machine', { pid: process.ppid, machine: hostname(), beat_at: NOW + YEAR }],
  ['of another machine', { pid: DEAD, machine: 'elsewhere', beat_at: NOW + 121_000 }],
])(
  'a lock %s whose beat lies in the future is taken over once no other follows, and respected where one does',
  async (_, owner) => {
    const db = await testCorpus();
    const row = { id: 1, token: 'x', taken_at: '', ...owner };
    const waits: number[] = [];
    const clock = (meanwhile: () => Promise<unknown>) => ({
      now: () => NOW,
      sleep: async (ms: number) => {
        waits.push(ms);
        await meanwhile();
      },
    });
    await db.insertInto('crawl_lock').values(row).execute();
    const beats = () => db.sqlite.exec('UPDATE crawl_lock SET beat_at = beat_at + 10000');
    await expect(takeRunLock(db, () => {}, clock(beats))).rejects.toThrow(CrawlLockedError);
    await (
      await takeRunLock(
        db,
        () => {},
        clock(async () => {}),
      )
    ).release();
    expect(waits).toEqual([25_000, 25_000]);
  },
);

test('clocks of two machines that differ by a minute keep a lock held', async () => {
  const db = await testCorpus();
  const row = { id: 1, token: 'x', taken_at: '', pid: DEAD, machine: 'elsewhere', beat_at: NOW + 60_000 };
  await db.insertInto('crawl_lock').values(row).execute();
  await expect(takeRunLock(db, () => {}, { now: () => NOW })).rejects.toThrow(CrawlLockedError);
});

test('a run whose lock was taken over is told so', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const db = await testCorpus();
    const told = new Promise<Error>((resolve) => {
      void takeRunLock(db, resolve).then(async (lock) => {
        await lock.check();
        await db.sqlite.exec("UPDATE crawl_lock SET token = 'another'");
        await expect(lock.check()).rejects.toThrow(CrawlLockLostError);
        vi.advanceTimersByTime(10_000);
      });
    });
    expect(await told).toBeInstanceOf(CrawlLockLostError);
  } finally {
    vi.useRealTimers();
  }
});

test('runs are written down, also those that were killed', async () => {
  const db = await testCorpus();
  await startRun(db, 'lanting/1', '2026-11-22T00:00:00.000Z');
  const id = await startRun(db, 'lanting/1', '2026-11-23T00:00:00.000Z');
  await finishRun(db, id, { outcome: 'done', counts: { visits: 3 }, summary: null, now: '2026-11-23T01:00:00.000Z' });
  expect(await listOf(db, 'SELECT outcome || finished_at || counts FROM crawl_run ORDER BY id')).toEqual([
    'killed2026-11-23T00:00:00.000Z{}',
    'done2026-11-23T01:00:00.000Z{"visits":3}',
  ]);
});
