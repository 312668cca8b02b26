import { sql } from 'kysely';
import type { FigureStatus } from '../../src/model/report.ts';
import type { CorpusDb } from '../schema.ts';

/** A figure that one version says differently from the other. */
export interface FigureDifference {
  readonly key: string;
  readonly labelZh: string;
  readonly labelEn: string;
  /** Null without a number. */
  readonly from: number | null;
  readonly to: number | null;
  /** Null where the version's form has no such figure. */
  readonly fromStatus: FigureStatus | null;
  readonly toStatus: FigureStatus | null;
}

/** What changed from one version of a report to another, in the order of the codebook; empty where the figures agree. */
export async function versionDifference(db: CorpusDb, from: number, to: number): Promise<FigureDifference[]> {
  const figures = (version: number) => sql`(
    SELECT variable.id, key, label_zh, label_en, value, status FROM figure
    JOIN variable ON variable.id = figure.variable_id WHERE version_id = ${version})`;
  const { rows } = await sql<FigureDifference>`
    SELECT coalesce(new.key, old.key) AS key, coalesce(new.label_zh, old.label_zh) AS labelZh,
      coalesce(new.label_en, old.label_en) AS labelEn, old.value AS "from", new.value AS "to",
      old.status AS fromStatus, new.status AS toStatus
    FROM ${figures(from)} AS old FULL JOIN ${figures(to)} AS new ON new.key = old.key
    WHERE old.value IS NOT new.value OR old.status IS NOT new.status
    ORDER BY coalesce(new.id, old.id)`.execute(db);
  return rows;
}
