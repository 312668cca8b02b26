import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { variableFinder } from '../../db/codebook.ts';
import { type Corpus, openCorpus } from '../../db/connect.ts';
import { portalSites } from '../../db/queries/portal-sites.ts';
import { type SaveContext, type SaveOutcome, saveResults } from '../../db/save-report.ts';
import type { CorpusDb } from '../../db/schema.ts';
import type { SqlRow } from '../../db/sqlite/connection.ts';
import type { ExtractionResult } from '../../src/model/report.ts';

/** A path for a corpus of one test, in a folder that goes with it. */
export function corpusPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'corpus.db');
}

/** A corpus of one test, in memory unless a path is given. */
export async function testCorpus(path = ':memory:'): Promise<Corpus> {
  const db = await openCorpus(path);
  onTestFinished(() => db.destroy());
  return db;
}

/** Saves results as one batch. */
export async function save(
  db: CorpusDb,
  results: readonly ExtractionResult[],
  context: Partial<SaveContext> = {},
): Promise<SaveOutcome[]> {
  const now = '2026-01-02T03:04:05.000Z';
  const find = await variableFinder(db);
  const sites = await portalSites(db);
  const plain = { program: '1.0.0', now, regionCode: '330603', reread: false, find, sites, siteOf: () => null };
  return saveResults(db, results, { ...plain, ...context });
}

const TABLES = [
  ...[
    'agency',
    'document',
    'sighting',
    'report',
    'report_version',
    'section',
    'figure',
    'panel_value',
    'doubt',
    'flag',
    'review',
  ],
];

/** Every row of every table that an ingest writes. */
export async function dump(db: Corpus): Promise<Record<string, SqlRow[]>> {
  const tables: Record<string, SqlRow[]> = {};
  for (const table of TABLES) tables[table] = await db.sqlite.all(`SELECT * FROM ${table} ORDER BY 1, 2`);
  return tables;
}

/** The only column of the only row of a query of the test's own. */
export async function single(db: Corpus, query: string): Promise<unknown> {
  const rows = await db.sqlite.all(query);
  return Object.values(rows[0] ?? {})[0];
}

export const listOf = async (db: Corpus, query: string): Promise<unknown[]> =>
  (await db.sqlite.all(query)).map((row) => Object.values(row)[0]);
