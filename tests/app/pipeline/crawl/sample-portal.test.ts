import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { findChromium } from '../../../../crawlers/browser/find-chromium.ts';
import { parseDeclarations } from '../../../../crawlers/declarations/parse-declarations.ts';
import { openReadOnly } from '../../../../db/connect.ts';
import { coverageOf } from '../../../../db/queries/coverage.ts';
import { runReadOnly } from '../../../../db/queries/run-read-only.ts';
import { findBreaches, robotsOf } from '../../../../samples/government/breaches.ts';
import { type Arrival, type SamplePortal, startSamplePortal } from '../../../../samples/government/site.ts';
import { runNight } from '../../../../src/app/pipeline/crawl/night.ts';
import type { NightSummary } from '../../../../src/app/pipeline/crawl/night-summary.ts';
import { columnName } from '../../../../src/model/forms/variables.ts';

/**
 * Three nights over the sample government: the first, a second on which nothing has changed, and a third on which one report
 * was changed quietly, one added and one taken away.
 */

const DELAY = 20;
/** On a busy machine an answer may take long, and the pause after it five times as long: the night waits for it. ms. */
const PATIENCE = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'lanting-portal-'));
const CORPUS = join(folder, 'lanting.db');
const ARCHIVE = join(folder, 'archive');
const hasBrowser = findChromium() !== null;

let site: SamplePortal;
const nights: { readonly summary: NightSummary; readonly log: readonly Arrival[] }[] = [];

async function night(again: boolean) {
  const before = site.log.length;
  const summary = await runNight({
    ...{ corpus: CORPUS, archive: ARCHIVE, declarations: parseDeclarations(site.declarations, 'portal.yaml') },
    ...{ program: '0.1.0', contact: 'crawl@example.org', again, allowPrivate: true },
    pace: { leastDelay: DELAY, firstExtra: DELAY },
    settings: { retries: [50, 100], patience: PATIENCE },
  });
  nights.push({ summary, log: site.log.slice(before) });
}

async function rows<Row>(query: string): Promise<Row[]> {
  const db = await openReadOnly(CORPUS);
  try {
    const { columns, rows } = await runReadOnly(db, query, { maxRows: 100_000 });
    return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])) as Row);
  } finally {
    await db.destroy();
  }
}

const first = () => nights[0] as (typeof nights)[number];
const second = () => nights[1] as (typeof nights)[number];
const third = () => nights[2] as (typeof nights)[number];

/** Reports that can be found on this machine: some need a browser. */
/** Portals that let nobody in. */
const CLOSED = {
  junling: 'ROBOTS_DISALLOWED',
  muchun: 'CHALLENGED',
  yingdai: 'ROBOTS_UNREACHABLE',
  yonghuai: 'CHALLENGED',
};

const foundHere = () => site.truth.filter(({ family }) => hasBrowser || family !== 'script');

beforeAll(async () => {
  site = await startSamplePortal();
  await night(false);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const nameOf = ({ agency, year }: { agency: string | null; year: number | null }): string => `${agency} ${year}`;

describe('the first night', () => {
  test('finds every report once, and nothing that is none', async () => {
    const found = await rows<{ agency: string; year: number }>(
      'SELECT agency.name AS agency, report.year FROM report LEFT JOIN agency ON agency.id = agency_id',
    );
    expect(found.map(nameOf).sort()).toEqual(foundHere().map(nameOf).sort());
  });

  test('reads every figure of them', async () => {
    const wrong: string[] = [];
    for (const report of foundHere()) {
      // The picture shows one page of its tables: no report by itself.
      if (report.tables === 'picture') continue;
      const keys = Object.keys(report.figures);
      const [read] = await rows<Record<string, number | null>>(
        `SELECT ${keys.map(columnName).join(', ')} FROM panel WHERE agency = '${report.agency}' AND year = ${report.year}`,
      );
      for (const key of keys) {
        if (read?.[columnName(key)] !== report.figures[key]) {
          wrong.push(`${nameOf(report)} ${key}: ${read?.[columnName(key)]} for ${report.figures[key]}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('fetches every attachment', async () => {
    const wanted = foundHere().flatMap(({ attachments }) => attachments.filter(({ format }) => format !== null));
    const fetched = await rows<{ url: string }>('SELECT DISTINCT url FROM fetch WHERE status = 200');
    const urls = new Set(fetched.map(({ url }) => url));
    expect(wanted.map(({ url }) => url).filter((url) => !urls.has(url))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(5);
  });

  test('never asks for what must not be asked for', () => {
    const never = site.mustNotFind.filter(({ ask }) => ask === 'never').map(({ url }) => url);
    const asked = new Set(first().log.map(({ host, path }) => `http://${host}${path}`));
    expect(never.filter((url) => asked.has(url))).toEqual([]);
    expect(never.length).toBeGreaterThan(2);
  });

  test('is polite: the log of the server shows no breach', () => {
    const manners = { leastDelay: DELAY, factor: 5, robots: robotsOf(site.hosts) };
    expect(findBreaches(first().log, manners).map(({ kind, message }) => `${kind}: ${message}`)).toEqual([]);
  });

  test('names what is blocked and what failed', () => {
    const { blocked, failed } = first().summary;
    expect(blocked.map(({ reason }) => reason.en).sort()).toEqual([
      expect.stringContaining('captcha'),
      expect.stringContaining('challenge'),
    ]);
    const reasons = failed.map(({ reason: { zh, en } }) => `${zh} ${en}`).join('\n');
    for (const words of ['不存在', 'decompression bomb', '解压炸弹', 'at most', '最多抓取']) {
      expect(reasons).toContain(words);
    }
  });

  test('gives one reason for every portal and every report that it did not bring', async () => {
    const { coverage } = first().summary;
    const reasonOf = new Map(coverage.map(({ portal, reason }) => [portal, reason]));
    expect(Object.fromEntries([...reasonOf].filter(([portal]) => portal in CLOSED))).toEqual(CLOSED);
    const db = await openReadOnly(CORPUS);
    const covered = await coverageOf(db, { due: { departments: 2025, others: 2025 } });
    await db.destroy();
    const standings = covered.flatMap(({ byBody }) => byBody.flatMap(({ years }) => years));
    const byUrl = new Map(standings.map(({ url, reason }) => [url, reason]));
    // Those that a list names; of pages behind a closed door nothing is known but the door.
    const told = site.mustNotFind.flatMap(({ url, because }) =>
      byUrl.has(url) ? `${because}: ${byUrl.get(url)}` : [],
    );
    expect([...new Set(told)].sort()).toEqual([
      'challenge: CHALLENGED',
      'home page: NOT_A_REPORT',
      'private: OUT_OF_SCOPE',
      'redirect loop: GONE',
      'robots: ROBOTS_DISALLOWED',
      'robots: ROBOTS_UNREACHABLE',
      'scope: OUT_OF_SCOPE',
      'soft 404: GONE',
      'too large: FAILED',
    ]);
    const held = standings.filter(({ standing }) => standing === 'held').length;
    expect(held).toBe(first().summary.new.length);
  });

  test('archives every answer so that warcio reads it back', async () => {
    const answers = await rows<{ url: string; file: string; offset: number }>(
      'SELECT url, archive_file AS file, archive_offset AS offset FROM fetch WHERE status IS NOT NULL',
    );
    const records: string[] = [];
    for (const name of readdirSync(ARCHIVE)) {
      const parser = new WARCParser(new Blob([readFileSync(join(ARCHIVE, name))]).stream());
      for await (const record of parser) {
        if (record.warcType !== 'warcinfo') records.push(record.warcTargetURI ?? '');
        await record.readFully(false);
      }
    }
    expect(records.sort()).toEqual(answers.map(({ url }) => url).sort());
    expect(new Set(answers.map(({ file, offset }) => `${file} ${offset}`)).size).toBe(answers.length);
  });
});

describe('a second night on which nothing changed', () => {
  beforeAll(() => night(true));

  test('finds nothing new', () => {
    const { summary } = second();
    expect({ new: summary.new, changed: summary.changed, vanished: summary.vanished }).toEqual({
      ...{ new: [], changed: [], vanished: [] },
    });
    expect(summary.counts).toMatchObject({ newReports: 0, changedReports: 0, documents: 0 });
  });

  test('transfers no body again where the server has validators', async () => {
    const standing = await rows<{ url: string }>(
      'SELECT url FROM visit WHERE etag IS NOT NULL OR last_modified IS NOT NULL',
    );
    const kept = new Set(standing.map(({ url }) => url));
    const again = second().log.filter(({ host, path }) => kept.has(`http://${host}${path}`));
    const bodies = again.filter(({ status }) => status === 200);
    expect(bodies.map(({ host, path, status }) => `${status} ${host}${path}`)).toEqual([]);
    expect(again.length).toBeGreaterThan(50);
  });

  test('leaves blocked hosts alone, and is polite again', () => {
    const robots = robotsOf(site.hosts);
    const manners = { leastDelay: DELAY, factor: 5, robots };
    // robots.txt of the first night is still good; what was forbidden then is so now.
    const breaches = findBreaches([...first().log, ...second().log], manners);
    expect(breaches.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([]);
  });
});

describe('a third night on which the sites have changed', () => {
  beforeAll(async () => {
    for (const change of ['quiet-change', 'new-report', 'vanish'] as const) site.change(change);
    await night(true);
  });

  test('tells the quiet change with its figures', async () => {
    const { changed } = third().summary;
    expect(changed).toHaveLength(1);
    const [report] = changed;
    const truth = site.truth.find((one) => nameOf(one) === nameOf(report as NonNullable<typeof report>));
    expect(report?.figures.length).toBeGreaterThan(0);
    for (const { key, to } of report?.figures ?? []) expect(to).toBe(truth?.figures[key]);
    const versions = await rows(`SELECT 1 FROM report_version WHERE report_id = ${report?.reportId}`);
    expect(versions.length).toBe(2);
  });

  test('finds the new report and marks the vanished one, which is kept', async () => {
    const { summary } = third();
    const known = new Set(first().summary.new.map(nameOf));
    expect(summary.new.map(nameOf)).toEqual(
      foundHere()
        .map(nameOf)
        .filter((name) => !known.has(name)),
    );
    expect(summary.new).toHaveLength(1);
    // The year that held nothing else goes with it.
    expect(summary.vanished.map(({ kind }) => kind).sort()).toEqual(['column', 'report']);
    const kept = await rows<{ n: number }>('SELECT count(*) AS n FROM report');
    expect(kept).toEqual([{ n: first().summary.new.length + 1 }]);
  });
});
