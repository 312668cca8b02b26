import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';

/** A link to a report whose words don't name the body or the year of what stands there. */
export interface MisleadingLink {
  readonly title: string;
  readonly url: string;
  /** What was found there. */
  readonly agency: string;
  readonly year: number;
}

/** Links whose title lacks the name or the year of the report that they led to; many lack no more than a word. */
export async function loadMisleadingLinks(db: CorpusDb): Promise<MisleadingLink[]> {
  const { rows } = await sql<MisleadingLink>`
    SELECT visit.title, visit.url, agency.name AS agency, report.year
    FROM visit
    JOIN sighting ON sighting.id = (SELECT id FROM sighting AS shown WHERE shown.place = visit.url
      ORDER BY shown.seen_at DESC, shown.id DESC LIMIT 1)
    JOIN document ON document.id = sighting.document_id
    JOIN report_version ON report_version.document_id = coalesce(document.same_as_id, document.id)
    JOIN report ON report.id = report_version.report_id
    JOIN agency ON agency.id = report.agency_id
    WHERE visit.kind = 'report' AND visit.title IS NOT NULL AND report.year IS NOT NULL
      AND (instr(visit.title, agency.name) = 0 OR instr(visit.title, report.year) = 0)
    ORDER BY visit.id`.execute(db);
  return rows;
}
