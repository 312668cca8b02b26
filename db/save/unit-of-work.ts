import { sql } from 'kysely';
import type { PlacedBody, SiteMarks } from '../../src/model/bodies/body-place.ts';
import type { KnownSites } from '../../src/model/bodies/known-sites.ts';
import type { Extraction, ExtractionResult, ReportHead } from '../../src/model/report.ts';
import { isFailure } from '../../src/model/report.ts';
import type { FindVariable } from '../codebook.ts';
import type { AgencyRow, CorpusDb, DocumentRow, ReportRow, ReportVersionRow, SightingRow } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { bodyOf } from './body-of.ts';
import type { ReportIdentity } from './fingerprint.ts';
import { type ReadingContent, readingContent } from './reading-content.ts';
import { Rows } from './rows.ts';

/** What every document of a batch is saved with. */
export interface SaveContext {
  /** This program's version. */
  readonly program: string;
  /** ISO 8601. */
  readonly now: string;
  /** The place that a person gave for the documents, by its code. */
  readonly regionCode: string | null;
  /** From `portalSites`. */
  readonly sites: KnownSites;
  /** What a document's page says of the site it stands on. */
  readonly siteOf: (extraction: Extraction) => SiteMarks | null;
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
  /** What the reports of those bodies say, in short. */
  readonly contents: ReadonlyMap<Extraction, ReadingContent>;
  /** The bodies that the batch's reports are of; none for a report that names no body. */
  readonly bodies: ReadonlyMap<Extraction, PlacedBody>;
  /** By document id. */
  readonly readings: Map<number, StagedReading>;
  /** Documents whose earlier reading goes. */
  readonly cleared: Set<number>;
}

export const agencyName = (head: ReportHead | null): string | null => head?.agency?.trim() || null;

/** The body that each report is of, by what it says and where it stands. */
function bodiesOf(results: readonly ExtractionResult[], context: SaveContext): Map<Extraction, PlacedBody> {
  const { regionCode, siteOf, sites } = context;
  const bodies = new Map<Extraction, PlacedBody>();
  for (const result of results) {
    const name = isFailure(result) ? null : agencyName(result.report);
    if (isFailure(result) || name === null) continue;
    const finding = { name, place: result.source.path, site: siteOf(result), regionCode };
    bodies.set(result, bodyOf(finding, sites));
  }
  return bodies;
}

/**
 * Every row that one of the bodies may be, with those whose reports the documents are now, and for each name whose place is
 * unknown one row that has it.
 */
function loadAgencies(
  db: CorpusDb,
  bodies: readonly PlacedBody[],
  documentIds: readonly number[],
  digests: readonly string[],
) {
  const wanted = jsonRows(bodies.map(({ rest, place, code, origin }) => [rest, place, code, origin]));
  const by = (column: string, part: number) => sql`
    SELECT agency.* FROM jsonb_each(${wanted}) AS body JOIN agency
      ON agency.rest = body.value ->> 0 AND agency.${sql.ref(column)} = body.value ->> ${sql.lit(part)}`;
  return sql<AgencyRow>`
    SELECT agency.* FROM report_version JOIN report ON report.id = report_version.report_id
      JOIN agency ON agency.id = report.agency_id WHERE report_version.document_id IN ${among(documentIds)}
    UNION SELECT agency.* FROM report_version JOIN report ON report.id = report_version.report_id
      JOIN agency ON agency.id = report.agency_id WHERE report_version.values_digest IN ${among(digests)}
        AND agency.place IS NULL AND agency.place_code IS NULL
        AND agency.rest IN ${among(distinct(bodies.map(({ rest }) => rest)))}
    UNION SELECT agency.* FROM json_each(${JSON.stringify(distinct(bodies.map(({ rest }) => rest)))}) AS body
      JOIN agency ON agency.id = (SELECT id FROM agency AS first WHERE first.rest = body.value
        AND first.place IS NULL AND first.place_code IS NULL LIMIT 1)
    UNION ${by('place', 1)} UNION ${by('place_code', 2)} UNION ${by('origin', 3)} ORDER BY id`.execute(db);
}

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
  const documentIds = documents.rows.flatMap((row) => [row.id, row.same_as_id ?? row.id]);
  const bodies = bodiesOf(results, context);
  const contents = new Map([...bodies.keys()].map((extraction) => [extraction, readingContent(extraction)]));
  const unplaced = [...bodies].filter(([, { place, code }]) => place === null && code === null);
  const digests = unplaced.flatMap(([extraction]) => contents.get(extraction)?.values ?? []);
  const agencies = await loadAgencies(db, [...bodies.values()], documentIds, digests);
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
    bodies,
    contents,
    readings: new Map(),
    cleared: new Set(),
  };
}
