import { sql } from 'kysely';
import type { AgencyRow, CorpusDb } from '../schema.ts';

/** A report with a known body and year, at its current version. */
export interface CensusReport {
  readonly versionId: number;
  readonly agencyId: number;
  readonly year: number;
  /** Of the reading: another time means another reading. */
  readonly readAt: string;
  /** What its cross audit was found on; null where it had none. */
  readonly state: string | null;
  readonly tableDigest: string | null;
  /** Null where its narrative has no sketch, or one of another reading. */
  readonly generation: number | null;
}

export interface CensusPortal {
  readonly id: number;
  readonly name: string;
  readonly regionCode: string | null;
  /** How many bodies report each year. */
  readonly agencies: number | null;
  /** The last time when all of its columns had answered, ISO 8601; null where one has not. */
  readonly answeredAt: string | null;
}

/** Who and what the corpus holds, without what the reports say. Some 200 bytes a report. */
export interface Census {
  readonly agencies: readonly AgencyRow[];
  readonly reports: readonly CensusReport[];
  /** Pairs of current versions whose narratives are nearly alike. */
  readonly likenesses: readonly { readonly versionId: number; readonly otherId: number; readonly share: number }[];
  readonly portals: readonly CensusPortal[];
}

export async function loadCensus(db: CorpusDb): Promise<Census> {
  const agencies = await db.selectFrom('agency').selectAll().orderBy('id').execute();
  const reports = await sql<CensusReport>`
    SELECT report_version.id AS versionId, report.agency_id AS agencyId, report.year, document.read_at AS readAt,
      cross_audit.state, sketch.table_digest AS tableDigest,
      iif(sketch.read_at = document.read_at, sketch.generation, NULL) AS generation
    FROM report
    JOIN report_version ON report_version.id = report.current_version_id
    JOIN document ON document.id = report_version.document_id
    LEFT JOIN cross_audit ON cross_audit.version_id = report_version.id
    LEFT JOIN sketch ON sketch.version_id = report_version.id
    WHERE report.agency_id IS NOT NULL AND report.year IS NOT NULL
    ORDER BY report.agency_id, report.year`.execute(db);
  const likenesses = await sql<Census['likenesses'][number]>`
    SELECT version_id AS versionId, other_id AS otherId, share FROM likeness
    WHERE EXISTS (SELECT 1 FROM report WHERE current_version_id = version_id)
      AND EXISTS (SELECT 1 FROM report WHERE current_version_id = other_id)`.execute(db);
  const portals = await sql<CensusPortal>`
    SELECT portal.id, portal.name, portal.region_code AS regionCode, portal.agencies,
      (SELECT nullif(min(iif(attempts = 0 AND state = 'waiting', coalesce(visited_at, ''), '')), '')
       FROM visit WHERE visit.portal_id = portal.id AND declared) AS answeredAt
    FROM portal ORDER BY portal.id`.execute(db);
  return { agencies, reports: reports.rows, likenesses: likenesses.rows, portals: portals.rows };
}

/** Writes down the bodies above, where they differ from what is written. */
export async function saveParents(db: CorpusDb, parents: ReadonlyMap<number, number | null>): Promise<void> {
  await sql`
    UPDATE agency SET parent_id = given.value ->> 1
    FROM json_each(${JSON.stringify([...parents])}) AS given
    WHERE agency.id = given.value ->> 0 AND agency.parent_id IS NOT given.value ->> 1`.execute(db);
}
