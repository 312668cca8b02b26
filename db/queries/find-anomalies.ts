import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Severity } from '../../src/model/report.ts';
import type { AnomaliesView, CorpusDb, CorpusTables, ReviewState } from '../schema.ts';

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
  /** Where absent: all but what a switched-off rule found. */
  readonly review?: ReviewState;
  /** A whole fingerprint. */
  readonly fingerprint?: string;
  readonly limit?: number;
}

export type Anomaly = Selectable<AnomaliesView>;

const RANK = sql`CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;

type Query<O> = SelectQueryBuilder<CorpusTables, 'anomalies', O>;

function filtered<O>(query: Query<O>, filters: AnomalyFilters): Query<O> {
  const { agency, region, year, rule, severity, review, fingerprint } = filters;
  let found = query;
  // Not LIKE: % and _ in what people type are plain characters.
  if (agency !== undefined) found = found.where(sql<boolean>`instr(agency, ${agency}) > 0`);
  if (region !== undefined) found = found.where(sql<boolean>`substr(region_code, 1, length(${region})) = ${region}`);
  if (year !== undefined) found = found.where('year', '=', year);
  if (rule !== undefined) found = found.where('rule', '=', rule);
  if (severity !== undefined) found = found.where('severity', '=', severity);
  found = review === undefined ? found.where('review', '<>', 'switched_off') : found.where('review', '=', review);
  if (fingerprint !== undefined) found = found.where('fingerprint', '=', fingerprint);
  return found;
}

const ranked = <O>(query: Query<O>): Query<O> =>
  query
    .orderBy(RANK)
    .orderBy('off_by', (order) => order.desc().nullsLast())
    .orderBy('agency')
    .orderBy('year')
    .orderBy('flag_id');

/** The flags of current versions, gravest first, then by how far the figures are off, then by agency and year. */
export async function findAnomalies(db: CorpusDb, filters: AnomalyFilters = {}): Promise<Anomaly[]> {
  const anomalies = db.selectFrom('anomalies');
  if (filters.limit === undefined) return ranked(filtered(anomalies.selectAll(), filters)).execute();
  // The labels are worked out for the rows that are shown, and not for all that are sorted.
  const first = ranked(filtered(anomalies.select('flag_id'), filters)).limit(filters.limit);
  return ranked(anomalies.selectAll().where('flag_id', 'in', first)).execute();
}
