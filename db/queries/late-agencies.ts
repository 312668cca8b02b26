import { sql } from 'kysely';
import { type YearsDue, yearDueOf } from '../../src/model/bodies/year-due.ts';
import type { CorpusDb } from '../schema.ts';

/** A body that reported for the year before and not, so far as is known, for this one. */
export interface LateAgency {
  readonly agency: string;
  readonly region: string | null;
  /** The year that is due. */
  readonly year: number;
  /** Title of last year's report, and where it was seen. */
  readonly title: string | null;
  readonly url: string | null;
}

/**
 * Bodies without a report for the year that is due of them that have one for the year before and belong to what is crawled: they
 * lie in the region of a portal, or that report was fetched from one. Sorted by region and name.
 */
export async function lateAgencies(db: CorpusDb, due: YearsDue): Promise<LateAgency[]> {
  const years = [...new Set([due.departments, due.others])];
  const late = (await Promise.all(years.map((year) => withoutReport(db, year)))).flat();
  return late.filter(({ agency, year }) => yearDueOf(due, agency) === year).sort(byPlace);
}

const byPlace = (a: LateAgency, b: LateAgency): number =>
  [a.region ?? '', a.agency].join(' ') < [b.region ?? '', b.agency].join(' ') ? -1 : 1;

async function withoutReport(db: CorpusDb, year: number): Promise<LateAgency[]> {
  const { rows } = await sql<Omit<LateAgency, 'year'>>`
    SELECT agency.name AS agency, agency.region_code AS region, report_version.title,
      (SELECT place FROM sighting WHERE sighting.document_id = report_version.document_id ORDER BY id DESC LIMIT 1) AS url
    FROM report
    JOIN report_version ON report_version.id = report.current_version_id
    JOIN agency ON agency.id = report.agency_id
    WHERE report.year = ${year - 1}
      AND NOT EXISTS (SELECT 1 FROM report AS due WHERE due.agency_id = agency.id AND due.year = ${year})
      AND (
        EXISTS (SELECT 1 FROM portal
          WHERE portal.region_code IS NOT NULL
            AND substr(agency.region_code, 1, length(portal.region_code)) = portal.region_code)
        OR EXISTS (SELECT 1 FROM report_version AS seen JOIN fetch ON fetch.document_id = seen.document_id
          WHERE seen.report_id = report.id AND fetch.portal_id IS NOT NULL))`.execute(db);
  return rows.map((row) => ({ ...row, year }));
}
