import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, openCorpus } from '../../db/connect.ts';
import { startRun } from '../../db/frontier/crawl-run.ts';
import { openFrontier } from '../../db/frontier/open-frontier.ts';
import { savePortals } from '../../db/frontier/save-portals.ts';
import type { CrawlRequest, DiscoveredLink, FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';

/** What the queue costs, in microseconds. */
export interface FrontierMeasurement {
  /** One lease of ten places, by the number of places queued. */
  readonly leaseMicroseconds: Readonly<Record<string, number>>;
  /** The last of them over the first. */
  readonly leaseRatio: number;
  /** Committed in batches of 25, one new lead each, with the most places queued. */
  readonly visitsPerSecond: number;
}

const HOSTS = 200;
const LEASES = 400;
const COMMITS = 200;
const BATCH = 25;

const ask = (url: string): CrawlRequest => ({ url, method: 'GET', body: null, bodyType: null });
const keyOf = ({ method, url }: CrawlRequest): string => `${method} ${url}`;
const originOf = (url: string): string => new URL(url).origin;

/** Fills the queue with reports beside those that are there, in one statement. */
const fill = (db: Corpus, from: number, to: number): Promise<void> =>
  db.sqlite.exec(`
    WITH RECURSIVE n (i) AS (VALUES (${from}) UNION ALL SELECT i + 1 FROM n WHERE i < ${to - 1})
    INSERT INTO visit (key, host_id, kind, url, column_id, priority, due_at, found_at)
    SELECT 'GET http://host' || (i % ${HOSTS}) || '/art/2024/1/25/art_1229_' || i || '.html', 1 + i % ${HOSTS}, 'report',
      'http://host' || (i % ${HOSTS}) || '/art/2024/1/25/art_1229_' || i || '.html', 1 + i % ${HOSTS}, 3, i, '' FROM n`);

function outcomeOf(entry: FrontierEntry, nth: number): EntryOutcome {
  const link: DiscoveredLink = {
    ...ask(`${entry.url}/${nth}.pdf`),
    kind: 'attachment',
    title: null,
    date: null,
    scope: null,
    score: null,
    words: null,
    agency: null,
    year: null,
  };
  const sha256 = nth.toString(16).padStart(64, '0');
  const fetch = { url: entry.url, method: 'GET', fetchedAt: nth, status: 200, etag: null, lastModified: null, sha256 };
  const archive = { file: 'lanting-20261123000000-00001.warc.gz', offset: nth * 1000, length: 1000, whole: true };
  return {
    entry,
    fetches: [{ ...fetch, bytes: 20_000, took: 30, errorCode: null, errorMessage: null, archive, part: null }],
    state: 'waiting',
    kind: entry.kind,
    verdict: null,
    dueAt: null,
    validators: { etag: null, lastModified: null, sha256 },
    links: [link],
    movedTo: null,
    family: 'trs',
    rendered: false,
    remarks: [],
    host: { id: entry.hostId, failures: 0 },
    toRead: true,
  };
}

/** Leasing from queues of the given sizes, smallest first, and committing to the largest. */
export async function measureFrontier(sizes: readonly number[] = [10_000, 1_000_000]): Promise<FrontierMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-bench-'));
  const db = await openCorpus(join(folder, 'bench.db'));
  try {
    const columns = Array.from({ length: HOSTS }, (_, index) => `http://host${index}/`);
    const portal = { id: 'bench', name: 'bench', region: null, level: null, home: 'http://host0/', family: null };
    await savePortals(db, [{ ...portal, columns, agencies: null }], { keyOf, originOf, now: () => 0 });
    const runId = await startRun(db, 'bench', '');
    const frontier = await openFrontier(db, { keyOf, originOf, runId });
    const now = Date.now();
    const leaseMicroseconds: Record<string, number> = {};
    let filled = 0;
    for (const size of sizes) {
      await fill(db, filled, size);
      filled = size;
      const started = performance.now();
      for (let nth = 0; nth < LEASES; nth += 1) {
        const entries = await frontier.lease(1 + (nth % HOSTS), 10, now, now + 60_000);
        if (entries.length !== 10) throw new Error(`${entries.length} places leased in place of 10`);
      }
      leaseMicroseconds[size] = ((performance.now() - started) * 1_000) / LEASES;
      await frontier.freeLeases();
    }
    const frontierEntries: FrontierEntry[] = [];
    for (let host = 1; frontierEntries.length < COMMITS * BATCH; host += 1) {
      frontierEntries.push(...(await frontier.lease(1 + (host % HOSTS), BATCH, now, now + 60_000)));
    }
    const started = performance.now();
    for (let nth = 0; nth < COMMITS * BATCH; nth += BATCH) {
      await frontier.commit(
        frontierEntries.slice(nth, nth + BATCH).map((entry, index) => outcomeOf(entry, nth + index)),
      );
    }
    const seconds = (performance.now() - started) / 1_000;
    const [first = Number.NaN, last = Number.NaN] = [sizes[0], sizes.at(-1)].map(
      (size) => leaseMicroseconds[size ?? ''],
    );
    return { leaseMicroseconds, leaseRatio: last / first, visitsPerSecond: (COMMITS * BATCH) / seconds };
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
}
