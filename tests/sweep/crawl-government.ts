import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDeclarations } from '../../crawlers/declarations/parse-declarations.ts';
import { normaliseUrl, requestKey } from '../../crawlers/normalise-url.ts';
import { openReadOnly } from '../../db/connect.ts';
import { coverageOf } from '../../db/queries/coverage.ts';
import { runReadOnly } from '../../db/queries/run-read-only.ts';
import { breachesOf } from '../../samples/portals/breaches.ts';
import { portalIdOf } from '../../samples/portals/declarations.ts';
import type { DrawOptions } from '../../samples/portals/government.ts';
import type { Half } from '../../samples/portals/half.ts';
import { startGovernment } from '../../samples/portals/start.ts';
import { urlOf } from '../../samples/portals/truth.ts';
import { LAST_YEAR } from '../../samples/portals/wishes.ts';
import { runNight } from '../../src/app/pipeline/crawl/night.ts';
import { getRequest } from '../../src/model/crawl/entry.ts';
import { explainMissed, type MissedReport } from './explain-missed.ts';

/** A minute of the servers and of the crawl's waits, ms: a night of hours takes seconds. */
const MINUTE = 400;
/** Between two requests, and what the clocks of crawl and servers may differ by, ms: the check needs the first to be more. */
const DELAY = 10;
const SLACK = 5;

const READ = `SELECT DISTINCT visit.url, report.id AS report, report.agency_id AS agency, report.year
  FROM fetch JOIN visit ON visit.id = fetch.visit_id JOIN document ON document.id = fetch.document_id
  JOIN report_version AS version ON version.document_id = coalesce(document.same_as_id, document.id)
  JOIN report ON report.id = version.report_id`;

export interface CrawledGovernment {
  readonly seed: number;
  readonly reachable: number;
  /** Reports within reach that were not found, and why not, as the coverage of their portal has it. */
  readonly missed: readonly MissedReport[];
  /** Addresses of what only seems to be a report, and was taken for one. */
  readonly decoys: readonly string[];
  readonly breaches: readonly string[];
  readonly requests: number;
  /** Bodies with a report found, and those of them that are one row which no other body shares. */
  readonly bodies: number;
  readonly bodiesTold: number;
}

const keyOf = (url: string): string => requestKey(getRequest(normaliseUrl(url) ?? url));

export interface CrawlOptions extends Pick<DrawOptions, 'size' | 'fixed'> {
  readonly half?: Half;
  readonly browser: boolean;
}

/** Crawls a drawn government for one night and holds what was found against its truth. */
export async function crawlGovernment(seed: number, { browser, ...drawn }: CrawlOptions): Promise<CrawledGovernment> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-government-'));
  const government = await startGovernment(seed, { minute: MINUTE, ...drawn });
  const corpus = join(folder, 'lanting.db');
  try {
    await runNight({
      ...{ corpus, archive: join(folder, 'archive'), program: '0.1.0', contact: 'crawl@example.org' },
      ...{ declarations: parseDeclarations(government.declarations, 'government.yaml'), allowPrivate: true, browser },
      ...{ workers: 1, ocr: 'off' as const },
      pace: {
        ...{ leastDelay: DELAY, firstExtra: 2 * DELAY, factor: 0, mostExtra: 10 * MINUTE },
        parkedFor: [3 * MINUTE, 8 * MINUTE, 360 * MINUTE],
      },
      settings: { retries: [MINUTE / 2, 5 * MINUTE], patience: 10 * MINUTE },
    });
    const db = await openReadOnly(corpus);
    try {
      const { rows } = await runReadOnly(db, READ, { maxRows: 1_000_000 });
      const read = new Map(rows.map(([url, report, agency]) => [keyOf(String(url)), { report, agency }]));
      const reachable = government.truth.filter((one) => one.reachable);
      const placesOf = ({ urls, parts }: (typeof reachable)[number]): string[] => [...urls, ...parts.flat().map(urlOf)];
      const foundAs = (one: (typeof reachable)[number]) =>
        placesOf(one)
          .map((url) => read.get(keyOf(url)))
          .find((found) => found !== undefined);
      const missed = reachable.filter((one) => foundAs(one) === undefined);
      const coverage = await coverageOf(db, { due: { departments: LAST_YEAR, others: LAST_YEAR } });
      const agencies = new Map<string, Set<unknown>>();
      const owners = new Map<unknown, Set<string>>();
      for (const one of reachable) {
        const found = foundAs(one);
        if (!found) continue;
        agencies.set(one.body.id, (agencies.get(one.body.id) ?? new Set()).add(found.agency));
        owners.set(found.agency, (owners.get(found.agency) ?? new Set()).add(one.body.id));
      }
      const told = [...agencies].filter(([, rows]) => {
        const [row] = rows;
        return rows.size === 1 && row !== null && owners.get(row)?.size === 1;
      });
      const manners = { leastDelay: DELAY, factor: 0, slack: SLACK };
      return {
        seed,
        reachable: reachable.length,
        missed: missed.map((one) => explainMissed(one, government.plan.hosts, coverage, portalIdOf)),
        decoys: government.mustNotBeFound.map(({ url }) => url).filter((url) => read.has(keyOf(url))),
        breaches: breachesOf(government.log, government.hosts, manners).map(({ message }) => message),
        requests: government.log.length,
        ...{ bodies: agencies.size, bodiesTold: told.length },
      };
    } finally {
      await db.destroy();
    }
  } finally {
    await government.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
