import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';
import { among } from './among.ts';

/** The prose of a version and whose it is. */
export interface StoredNarrative {
  readonly versionId: number;
  readonly agencyId: number;
  readonly agency: string;
  readonly text: string;
}

/** The prose of versions of placed reports, section by section; of those that are there. */
export async function loadNarratives(db: CorpusDb, versionIds: readonly number[]): Promise<StoredNarrative[]> {
  const { rows } = await sql<StoredNarrative>`
    SELECT version.id AS versionId, agency.id AS agencyId, agency.name AS agency,
      (SELECT coalesce(group_concat(text, char(10) ORDER BY ordinal), '') FROM section WHERE version_id = version.id) AS text
    FROM report_version AS version
    JOIN report ON report.id = version.report_id
    JOIN agency ON agency.id = report.agency_id
    WHERE version.id IN ${among(versionIds)}`.execute(db);
  return rows;
}
