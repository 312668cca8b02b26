import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { readWarc } from '../../../../crawlers/archive/read-warc.ts';
import { parseDeclarations } from '../../../../crawlers/declarations/parse-declarations.ts';
import { HttpClient } from '../../../../crawlers/http/http-client.ts';
import { openReadOnly } from '../../../../db/connect.ts';
import { SqliteFrontier } from '../../../../db/frontier/open-frontier.ts';
import { runReadOnly } from '../../../../db/queries/run-read-only.ts';
import { startManyHosts } from '../../../../samples/government/many-hosts.ts';
import { type NightOptions, runNight } from '../../../../src/app/pipeline/crawl/night.ts';

const REPORTS = 2;
/** robots.txt, the list and the reports of one host. */
const ANSWERS = 2 + REPORTS;
/** On a busy machine an answer may take long, and the pause after it five times as long: the run waits for it. ms. */
const PATIENCE = 60_000;
const LATER = 'http://www.county2.gov.cn/robots.txt';

afterEach(() => {
  vi.restoreAllMocks();
});

/**
 * A run that ends like a killed one: the list of the first host is in the archive and waits for its commit when the robots.txt of
 * the second comes, which is committed, or not, and nothing after it.
 */
async function killedRun(options: NightOptions, isCommitted: boolean): Promise<void> {
  const { promise: waits, resolve: waiting } = withResolvers();
  const { promise: killed, resolve: kill } = withResolvers();
  const { fetch } = HttpClient.prototype;
  const { commitRobots } = SqliteFrontier.prototype;
  vi.spyOn(HttpClient.prototype, 'fetch').mockImplementation(async function (this: HttpClient, request, headers) {
    if (request.url === LATER) await waits;
    return fetch.call(this, request, headers);
  });
  vi.spyOn(SqliteFrontier.prototype, 'commit').mockImplementation(async () => {
    waiting();
    await killed;
    throw new Error('killed');
  });
  vi.spyOn(SqliteFrontier.prototype, 'commitRobots').mockImplementation(async function (
    this: SqliteFrontier,
    ...given
  ) {
    const isLast = given[0].url === LATER;
    if (!isLast || isCommitted) await commitRobots.apply(this, given);
    if (!isLast) return;
    kill();
    throw new Error('killed');
  });
  await expect(runNight(options)).rejects.toThrow('killed');
  vi.restoreAllMocks();
}

function withResolvers() {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Address and offset of each answer in the archive. */
async function recordsIn(archive: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of readdirSync(archive)) {
    for await (const item of readWarc(join(archive, file))) {
      if (item.kind === 'broken') throw new Error(item.reason.en);
      if (item.type !== 'warcinfo') found.push(`${item.fields.get('warc-target-uri')} ${item.offset}`);
    }
  }
  return found.sort();
}

async function rowsOf(corpus: string): Promise<string[]> {
  const db = await openReadOnly(corpus);
  try {
    const { rows } = await runReadOnly(db, "SELECT url || ' ' || archive_offset FROM fetch WHERE status IS NOT NULL");
    return rows.map(([row]) => String(row)).sort();
  } finally {
    await db.destroy();
  }
}

test.each<[what: string, isCommitted: boolean, portals: string[], requests: number]>([
  ['a visit that a robots.txt was committed before', true, ['county1', 'county2'], 2 * ANSWERS],
  ['a visit that a robots.txt was committed before, whose host is not due', true, ['county1'], ANSWERS + 1],
  ['a visit and a robots.txt behind it', false, ['county1', 'county2'], 2 * ANSWERS],
  ['a visit and a robots.txt behind it, whose host is not due', false, ['county1'], ANSWERS + 1],
])('a killed run left %s uncommitted: nothing is asked twice, and every record has its row', async (...given) => {
  const [, isCommitted, portals, requests] = given;
  const folder = mkdtempSync(join(tmpdir(), 'lanting-passed-'));
  const site = await startManyHosts(2, REPORTS, { bytes: 2_000 });
  onTestFinished(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const options: NightOptions = {
    ...{ corpus: join(folder, 'lanting.db'), archive: join(folder, 'archive'), browser: false, allowPrivate: true },
    ...{ declarations: parseDeclarations(site.declarations, 'many.yaml'), program: '0.1.0', contact: 'c@example.org' },
    ...{ pace: { leastDelay: 0 }, settings: { patience: PATIENCE }, workers: 1, ocr: 'off' },
  };
  await killedRun(options, isCommitted);
  expect((await recordsIn(options.archive)).length - (await rowsOf(options.corpus)).length).toBe(isCommitted ? 1 : 2);

  await runNight({ ...options, portals });
  expect(site.requests.all).toBe(requests);
  const records = await recordsIn(options.archive);
  expect(records.length).toBe(requests);
  expect(await rowsOf(options.corpus)).toEqual(records);
});
