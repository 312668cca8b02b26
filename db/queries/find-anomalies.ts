import { type Selectable, sql } from 'kysely';
import type { Severity } from '../../src/report.ts';
import type { AnomaliesView, CorpusDb, ReviewDecision } from '../schema.ts';

/** All given must hold. */
export interface AnomalyFilters {
  /** Part of the agency's name. */
  readonly agency?: string;
  /** The beginning of the region code: `33` is 浙江省. */
  readonly region?: string;
  readonly year?: number;
  /** A rule's code. */
  readonly rule?: string;
  readonly severity?: Severity;
  readonly review?: ReviewDecision;
  readonly limit?: number;
}

export type Anomaly = Selectable<AnomaliesView>;

const RANK = sql`CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;

/** The flags of current versions, gravest first, then by how far the figures are off, then by agency and year. */
export async function findAnomalies(db: CorpusDb, filters: AnomalyFilters = {}): Promise<Anomaly[]> {
  const { agency, region, year, rule, severity, review, limit } = filters;
  let query = db.selectFrom('anomalies').selectAll();
  // Not LIKE: % and _ in what people type are plain characters.
  if (agency !== undefined) query = query.where(sql<boolean>`instr(agency, ${agency}) > 0`);
  if (region !== undefined) query = query.where(sql<boolean>`substr(region_code, 1, length(${region})) = ${region}`);
  if (year !== undefined) query = query.where('year', '=', year);
  if (rule !== undefined) query = query.where('rule', '=', rule);
  if (severity !== undefined) query = query.where('severity', '=', severity);
  if (review !== undefined) query = query.where('review', '=', review);
  if (limit !== undefined) query = query.limit(limit);
  return query
    .orderBy(RANK)
    .orderBy('off_by', (order) => order.desc().nullsLast())
    .orderBy('agency')
    .orderBy('year')
    .orderBy('flag_id')
    .execute();
}
