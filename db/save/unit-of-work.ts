import { sql } from 'kysely';
import type { Extraction, ExtractionResult, ReportHead } from '../../src/report.ts';
import { isFailure } from '../../src/report.ts';
import type { FindVariable } from '../codebook.ts';
import type { AgencyRow, CorpusDb, DocumentRow, ReportRow, ReportVersionRow, SightingRow } from '../schema.ts';
import type { ReportIdentity } from './fingerprint.ts';
import { Rows } from './rows.ts';

/** What every document of a batch is saved with. */
export interface SaveContext {
  /** This program's version. */
  readonly program: string;
  /** ISO 8601. */
  readonly now: string;
  /** Where the documents come from, if it is known; part of what tells bodies of one name apart. */
  readonly regionCode: string | null;
  /** Replace the readings of known documents also where no older program made them. */
  readonly reread: boolean;
  /** From `variableFinder`. */
  readonly find: FindVariable;
}

/** A reading to be stored: of a version, or of a document that is no report and has doubts alone. */
export interface StagedReading {
  readonly extraction: Extraction;
  readonly version: { readonly id: number; readonly head: ReportHead; readonly identity: ReportIdentity } | null;
}

/** All that the documents of one batch touch, read in one go, changed in memory and written in one go. */
export interface UnitOfWork {
  readonly documents: Rows<DocumentRow>;
  /** All sightings of every place of the batch: what it shows now need not be what was written last. */
  readonly sightings: Rows<SightingRow>;
  readonly agencies: Rows<AgencyRow>;
  readonly reports: Rows<ReportRow>;
  /** All versions of those reports. */
  readonly versions: Rows<ReportVersionRow>;
  /** By document id. */
  readonly readings: Map<number, StagedReading>;
  /** Documents whose earlier reading goes. */
  readonly cleared: Set<number>;
}

export const agencyName = (head: ReportHead | null): string | null => head?.agency?.trim() || null;

const distinct = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null && value !== undefined)),
];

/** `column IN (…)` with the list as one bound value, of any length. */
const among = (values: readonly (string | number)[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

const TABLES = ['document', 'sighting', 'agency', 'report', 'report_version'] as const;

async function lastIds(db: CorpusDb): Promise<Record<(typeof TABLES)[number], number>> {
  const columns = TABLES.map(
    (table) => sql`(SELECT coalesce(max(id), 0) FROM ${sql.table(table)}) AS ${sql.id(table)}`,
  );
  const { rows } = await sql<Record<(typeof TABLES)[number], number>>`SELECT ${sql.join(columns)}`.execute(db);
  const [ids] = rows;
  if (!ids) throw new Error('SQLite answered an aggregate with no row');
  return ids;
}

/** Reads what the results touch; the caller holds the write lock. */
export async function loadUnitOfWork(
  db: CorpusDb,
  results: readonly ExtractionResult[],
  context: SaveContext,
): Promise<UnitOfWork> {
  const heads = results.flatMap((result) => (isFailure(result) ? [] : (result.report ?? [])));
  const last = await lastIds(db);
  const sightings = await sql<SightingRow>`
    SELECT * FROM sighting
    WHERE place IN ${among(distinct(results.map(({ source }) => source.path)))}`.execute(db);
  const documents = await sql<DocumentRow>`
    SELECT * FROM document WHERE sha256 IN ${among(distinct(results.map(({ source }) => source.sha256)))}
      OR id IN ${among(sightings.rows.map((row) => row.document_id))}`.execute(db);
  const agencies = await sql<AgencyRow>`
    SELECT * FROM agency WHERE region_code IS ${context.regionCode}
      AND name IN ${among(distinct(heads.map(agencyName)))}`.execute(db);
  const documentIds = documents.rows.flatMap((row) => [row.id, row.same_as_id ?? row.id]);
  const reports = await sql<ReportRow>`
    SELECT * FROM report WHERE id IN (SELECT report_id FROM report_version WHERE document_id IN ${among(documentIds)})
    UNION
    SELECT * FROM report WHERE agency_id IN ${among(agencies.rows.map((row) => row.id))}
      AND year IN ${among(distinct(heads.map((head) => head.year)))}`.execute(db);
  const versions = await sql<ReportVersionRow>`
    SELECT * FROM report_version WHERE report_id IN ${among(reports.rows.map((row) => row.id))}`.execute(db);
  return {
    documents: new Rows(documents.rows, last.document),
    sightings: new Rows(sightings.rows, last.sighting),
    agencies: new Rows(agencies.rows, last.agency),
    reports: new Rows(reports.rows, last.report),
    versions: new Rows(versions.rows, last.report_version),
    readings: new Map(),
    cleared: new Set(),
  };
}
