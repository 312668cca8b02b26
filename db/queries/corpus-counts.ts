import { sql } from 'kysely';
import type { Severity } from '../../src/model/report.ts';
import type { CorpusDb } from '../schema.ts';

export interface CorpusCounts {
  /** Distinct bodies of bytes, reports or not. */
  readonly documents: number;
  readonly notReports: number;
  readonly unreadable: number;
  readonly agencies: number;
  readonly reports: number;
  /** Reports whose agency or year is unknown; they are not in the panel. */
  readonly unplaced: number;
  readonly versions: number;
  /** Of current versions. */
  readonly flags: Readonly<Record<Severity, number>>;
  readonly doubts: Readonly<Record<Severity, number>>;
  /** Flags of current versions that a person confirmed or dismissed. */
  readonly reviewed: number;
}

async function bySeverity(db: CorpusDb, table: 'flag' | 'doubt'): Promise<Record<Severity, number>> {
  const { rows } = await sql<{ severity: Severity; n: number }>`
    SELECT severity, count(*) AS n FROM report
    JOIN ${sql.table(table)} AS finding ON finding.version_id = report.current_version_id
    GROUP BY severity`.execute(db);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, n } of rows) counts[severity] = n;
  return counts;
}

/** What the corpus holds, in numbers. */
export async function corpusCounts(db: CorpusDb): Promise<CorpusCounts> {
  const { rows } = await sql<Omit<CorpusCounts, 'flags' | 'doubts'>>`
    SELECT
      (SELECT count(*) FROM document) AS documents,
      (SELECT count(*) FROM document WHERE outcome = 'not_report') AS notReports,
      (SELECT count(*) FROM document WHERE outcome = 'unreadable') AS unreadable,
      (SELECT count(*) FROM agency) AS agencies,
      (SELECT count(*) FROM report) AS reports,
      (SELECT count(*) FROM report WHERE agency_id IS NULL OR year IS NULL) AS unplaced,
      (SELECT count(*) FROM report_version) AS versions,
      (SELECT count(*) FROM anomalies WHERE review <> 'open') AS reviewed`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('SQLite answered a count with no row');
  return { ...counts, flags: await bySeverity(db, 'flag'), doubts: await bySeverity(db, 'doubt') };
}
