import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { openReadOnly } from '../../db/connect.ts';
import { runReadOnly } from '../../db/queries/run-read-only.ts';
import { type Rng, seededRng } from '../../samples/generator/rng.ts';
import type { SamplePortal } from '../../samples/government/site.ts';

/** Every fifth kill comes within so many ms of a life's beginning, before its first request as a rule. */
const STARTING = 700;
const BIN = fileURLToPath(new URL('../../dist/src/app/cli/bin.js', import.meta.url));

/** What is crawled: a government that can be put up twice, the same each time. */
export interface KilledCrawl {
  readonly name: string;
  readonly start: () => Promise<Site>;
  readonly browser: boolean;
  /** Least pause between two requests, seconds. */
  readonly delay: number;
  /** Most kills come so long after the first request of a life, at most, ms. */
  readonly latest: number;
}

type Site = Pick<SamplePortal, 'declarations' | 'log' | 'close'>;

interface Crawled {
  readonly corpus: string;
  readonly archive: string;
  /** Requests that the server saw. */
  readonly requests: number;
  readonly kills: number;
}

function start(site: Site, { browser, delay }: KilledCrawl, folder: string, name: string): ChildProcess {
  const portals = join(folder, `${name}.yaml`);
  writeFileSync(portals, site.declarations);
  const options = ['--portals', portals, '--only-declared', '--db', join(folder, `${name}.db`)];
  const manners = ['--allow-private', '--delay', String(delay), '--contact', 'crawl@example.org'];
  const rest = ['--ocr', 'off', '--keep-free', '0KB', ...(browser ? [] : ['--no-browser'])];
  // One request at a time, so that a kill can break off one only.
  const alone = ['--at-once', '1'];
  return spawn(process.execPath, [BIN, 'crawl', ...options, ...manners, ...rest, ...alone], { stdio: 'ignore' });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once the child has made a request, or has ended. */
async function firstRequest(site: Site, child: ChildProcess): Promise<void> {
  const before = site.log.length;
  while (site.log.length === before && child.exitCode === null && child.signalCode === null) await pause(5);
}

async function crawled(what: KilledCrawl, folder: string, name: string, kills: number, random: Rng): Promise<Crawled> {
  const site = await what.start();
  try {
    let killed = 0;
    while (killed < kills) {
      const child = start(site, what, folder, name);
      const end = ended(child);
      if (killed % 5 === 4) await pause(random.next() * STARTING);
      else {
        await firstRequest(site, child);
        await pause(random.next() * what.latest);
      }
      child.kill('SIGKILL');
      if ((await end) === null) killed += 1;
      else break;
    }
    const code = await ended(start(site, what, folder, name));
    // 3: faults of the portal that this life met; those that an earlier one met were that one's to tell.
    if (code !== 0 && code !== 3) throw new Error(`the crawl ended with ${code}`);
    const [corpus, archive] = [join(folder, `${name}.db`), join(folder, `${name}-archive`)];
    return { corpus, archive, requests: site.log.length, kills: killed };
  } finally {
    await site.close();
  }
}

async function rows(corpus: string, query: string): Promise<string[]> {
  const db = await openReadOnly(corpus);
  try {
    const { rows } = await runReadOnly(db, query, { maxRows: 200_000 });
    return rows.map((row) => JSON.stringify(row));
  } finally {
    await db.destroy();
  }
}

/**
 * A crawl that is killed with SIGKILL, at random moments, beside one that nobody disturbs. The program runs as a process of its
 * own, as a user runs it.
 */
export function holdKills(what: KilledCrawl, kills: number, seed: number): void {
  describe(`a crawl of ${what.name} that was killed ${kills} times, seed ${seed}`, () => {
    let calm: Crawled;
    let disturbed: Crawled;
    const folder = mkdtempSync(join(tmpdir(), 'lanting-killed-'));

    beforeAll(async () => {
      const random = seededRng(seed);
      calm = await crawled(what, folder, 'calm', 0, random);
      disturbed = await crawled(what, folder, 'disturbed', kills, random);
    });

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('was killed so often', () => {
      expect(disturbed.kills).toBe(kills);
    });

    test.each([
      ['reports', 'SELECT name, year FROM report JOIN agency ON agency.id = agency_id ORDER BY name, year'],
      ['figures', 'SELECT agency, year, key, value, raw, status FROM figures_long ORDER BY agency, year, key'],
      ['documents', 'SELECT sha256, outcome, error_code FROM document ORDER BY sha256'],
      ['flags', 'SELECT agency, year, rule, cells FROM anomalies ORDER BY agency, year, rule, cells'],
      [
        'places',
        `SELECT key, kind, state, sha256, title, score, words, verdict, agency, year, rendered, fruitful, scope, page,
          (SELECT key FROM visit AS other WHERE other.id = visit.via) FROM visit ORDER BY key`,
      ],
      [
        'what was explored',
        'SELECT portal_id, pages, renderings, reports FROM exploration JOIN host ON host.id = host_id ORDER BY origin',
      ],
      [
        'remarks',
        'SELECT key, code, message FROM remark JOIN visit ON visit.id = visit_id ORDER BY key, code, message',
      ],
      [
        'sightings',
        'SELECT place, sha256 FROM sighting JOIN document ON document.id = document_id ORDER BY place, sha256',
      ],
      // Faults that a server shows once may have met a request that the kill broke off.
      [
        'what was fetched',
        'SELECT DISTINCT fetch.method, fetch.url, sha256 FROM fetch JOIN visit USING (sha256) WHERE visit.id = visit_id ORDER BY 1, 2, 3',
      ],
      ['nothing left to read', 'SELECT count(*) FROM fetch WHERE to_read'],
    ])('holds the same as one that nobody disturbed: %s', async (_, query) => {
      const expected = await rows(calm.corpus, query);
      expect(await rows(disturbed.corpus, query)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    });

    test('asked again at most once a kill', () => {
      console.info(`${calm.requests} requests undisturbed, ${disturbed.requests} with ${kills} kills`);
      expect(disturbed.requests - calm.requests).toBeLessThanOrEqual(kills);
    });

    test('left an archive that warcio reads, in which every request has its record', async () => {
      const wanted = await rows(disturbed.corpus, 'SELECT url FROM fetch WHERE status IS NOT NULL ORDER BY url');
      const found: string[] = [];
      for (const name of readdirSync(disturbed.archive)) {
        const bytes = readFileSync(join(disturbed.archive, name));
        for await (const record of new WARCParser(new Blob([bytes]).stream())) {
          if (record.warcType !== 'warcinfo') found.push(JSON.stringify([record.warcTargetURI]));
          await record.readFully(false);
        }
      }
      expect(found.sort()).toEqual(wanted.sort());
    });
  });
}
