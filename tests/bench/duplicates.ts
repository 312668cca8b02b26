import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, openCorpus } from '../../db/connect.ts';
import {
  currentBoilerplate,
  SKETCHED_AT_ONCE,
  sketchNarratives,
} from '../../src/app/pipeline/corpus/sketch-narratives.ts';
import { narrative } from './narratives.ts';

/** How the search of near-duplicates does on generated narratives, some of which copy another. */
export interface DuplicatesMeasurement {
  readonly narratives: number;
  /** Copies planted, each with names and numbers changed and a tenth of its sentences written anew. */
  readonly pairs: number;
  readonly seconds: number;
  /** Largest resident size, megabytes. */
  readonly megabytes: number;
  /** Planted pairs that were found, of all planted. */
  readonly recall: number;
  /** Pairs found that were not planted, of all found. */
  readonly falseShare: number;
  /** What one more report costs, milliseconds. */
  readonly oneMore: number;
}

/** The bound of DUP-OTHER-BODY. */
const ALIKE = 0.7;

/** A corpus of reports that have nothing but their ids. */
const fill = (db: Corpus, count: number): Promise<void> =>
  db.sqlite.exec(`
    BEGIN;
    CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n;
    INSERT INTO agency (id, name, kind) SELECT i, 'body ' || i, 'town' FROM n;
    INSERT INTO document (id, sha256, first_seen_at, outcome, program, read_at)
      SELECT i, printf('%064d', i), '', 'report', '1', '' FROM n;
    INSERT INTO report (id, agency_id, year, current_version_id) SELECT i, i, 2024, i FROM n;
    INSERT INTO report_version (id, report_id, document_id) SELECT i, i, i FROM n;
    COMMIT`);

/** Sketches `count` narratives, of which `pairs` copy another, into a corpus of a temporary file, and looks at what it found. */
export async function measureDuplicates(
  count = 100_000,
  pairs = Math.floor(count / 100),
): Promise<DuplicatesMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-bench-'));
  const db = await openCorpus(join(folder, 'bench.db'));
  try {
    await fill(db, count);
    const ids = Array.from({ length: count }, (_, index) => index + 1);
    const load = async (_: unknown, versionIds: readonly number[]) =>
      versionIds.map((versionId) => ({ versionId, agencyId: versionId, ...narrative(versionId - 1, pairs) }));
    const sketch = (list: readonly number[]) =>
      Array.from({ length: Math.ceil(list.length / SKETCHED_AT_ONCE) }, (_, nth) =>
        list
          .slice(nth * SKETCHED_AT_ONCE, (nth + 1) * SKETCHED_AT_ONCE)
          .map((versionId) => ({ versionId, agencyId: versionId, readAt: '', tableDigest: null })),
      );

    const started = performance.now();
    const boilerplate = await currentBoilerplate(db, ids, load);
    await sketchNarratives(db, sketch(ids), boilerplate, load);
    const seconds = (performance.now() - started) / 1_000;
    const again = performance.now();
    await sketchNarratives(db, sketch(ids.slice(-1)), boilerplate, load);
    const oneMore = performance.now() - again;

    const found = await db.selectFrom('likeness').selectAll().where('share', '>=', ALIKE).execute();
    const right = found.filter(({ version_id: a, other_id: b }) => b === a + 1 && a % 2 === 1 && b <= pairs * 2).length;
    return {
      narratives: count,
      pairs,
      seconds,
      megabytes: process.resourceUsage().maxRSS / 1_024,
      recall: right / pairs,
      falseShare: found.length === 0 ? 0 : (found.length - right) / found.length,
      oneMore,
    };
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
