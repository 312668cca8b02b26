import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parseDeclarations } from '../../../../crawlers/declarations/parse-declarations.ts';
import { openReadOnly } from '../../../../db/connect.ts';
import { runReadOnly } from '../../../../db/queries/run-read-only.ts';
import { type ManyHosts, startManyHosts } from '../../../../samples/government/many-hosts.ts';
import { type NightOptions, runNight } from '../../../../src/app/pipeline/crawl/night.ts';

const [HOSTS, REPORTS] = [2, 12];
/** On a busy machine an answer may take long, and the pause after it five times as long: the run waits for it. ms. */
const PATIENCE = 60_000;
/** With such pauses a run can't end by itself within the time of a test. ms. */
const LONG = 3_000;

async function ready(): Promise<NightOptions & { readonly site: ManyHosts }> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-stopped-'));
  const site = await startManyHosts(HOSTS, REPORTS, { bytes: 2_000 });
  onTestFinished(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    site,
    ...{ corpus: join(folder, 'lanting.db'), archive: join(folder, 'archive'), browser: false, allowPrivate: true },
    ...{
      declarations: parseDeclarations(site.declarations, 'many.yaml'),
      program: '0.1.0',
      contact: 'crawl@example.org',
    },
    ...{ pace: { leastDelay: 40, firstExtra: 40 }, workers: 1, ocr: 'off' },
  };
}

async function fetched(path: string): Promise<number> {
  const db = await openReadOnly(path);
  try {
    const { rows } = await runReadOnly(db, "SELECT count(*) FROM visit WHERE kind = 'report' AND sha256 IS NOT NULL");
    return Number(rows[0]?.[0]);
  } finally {
    await db.destroy();
  }
}

test.each<[what: string, endedBy: string, limit: Partial<NightOptions>]>([
  ['when its time is up', 'time', { settings: { patience: PATIENCE, timeBudget: 350 } }],
  ['when the archive has grown enough', 'disk', { settings: { patience: PATIENCE, diskBudget: 3_000 } }],
  ['when it is told to', 'stopped', { signal: AbortSignal.timeout(1) }],
])('a run ends cleanly %s, and the next goes on from there', async (_, endedBy, limit) => {
  const options = await ready();
  const short = await runNight({ ...options, ...limit });
  expect(short.endedBy).toBe(endedBy);
  expect(await fetched(options.corpus)).toBeLessThan(HOSTS * REPORTS);
  const rest = await runNight({ ...options, settings: { patience: PATIENCE } });
  expect(rest.endedBy).toBe(null);
  expect(await fetched(options.corpus)).toBe(HOSTS * REPORTS);
});

test('a second run on the same corpus is refused while the first goes on', async () => {
  const { site, ...options } = await ready();
  const first = new AbortController();
  const going = runNight({ ...options, pace: { leastDelay: LONG }, signal: first.signal });
  await vi.waitUntil(() => site.requests.all > 0, { timeout: PATIENCE });
  await expect(runNight(options)).rejects.toMatchObject({ code: 'CRAWL_LOCKED' });
  first.abort();
  expect((await going).endedBy).toBe('stopped');
});

test('an archive that can not be written stops the run with a clear error', async () => {
  const options = await ready();
  await expect(runNight({ ...options, archive: '/dev/null/archive' })).rejects.toMatchObject({
    code: 'ARCHIVE_UNWRITABLE',
  });
});
