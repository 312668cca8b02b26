import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';
import { among } from './among.ts';

/** Numbers of the bodies of one kind and level in one year, one list an entry. */
interface PeerNumbers {
  readonly kind: string;
  readonly level: string | null;
  readonly name: string;
  readonly pairs: readonly (readonly [number, number])[];
}

interface PeerRow {
  readonly kind: string;
  readonly level: string | null;
  readonly name: string;
  /** JSON list of pairs. */
  readonly pairs: string;
}

const parsed = (rows: readonly PeerRow[]): PeerNumbers[] =>
  rows.map(({ pairs, ...row }) => ({ ...row, pairs: JSON.parse(pairs) as [number, number][] }));

/** For each key, this year's value and last year's of every body that gives both; 0 in both is left out. */
export async function loadChanges(db: CorpusDb, year: number, keys: readonly string[]): Promise<PeerNumbers[]> {
  const { rows } = await sql<PeerRow>`
    SELECT agency.kind, agency.level, variable.key AS name, json_group_array(json_array(now.value, before.value)) AS pairs
    FROM report
    JOIN agency ON agency.id = report.agency_id
    JOIN report AS last ON last.agency_id = report.agency_id AND last.year = report.year - 1
    CROSS JOIN variable
    CROSS JOIN figure AS now ON now.version_id = report.current_version_id AND now.variable_id = variable.id
    CROSS JOIN variable AS older ON older.key = variable.key
    CROSS JOIN figure AS before ON before.version_id = last.current_version_id AND before.variable_id = older.id
    WHERE report.year = ${year} AND variable.key IN ${among(keys)}
      AND now.value IS NOT NULL AND before.value IS NOT NULL AND (now.value <> 0 OR before.value <> 0)
    GROUP BY agency.kind, agency.level, variable.key`.execute(db);
  return parsed(rows);
}

/** A rate: the figures whose sum is a part, and those whose sum is the whole. */
interface RateKeys {
  readonly key: string;
  readonly parts: readonly string[];
  readonly of: readonly string[];
}

/** For each rate, the part and the whole of every body whose whole is at least `fewest`. */
export async function loadRates(
  db: CorpusDb,
  year: number,
  rates: readonly RateKeys[],
  fewest: number,
): Promise<PeerNumbers[]> {
  const terms = rates.flatMap(({ key, parts, of }) => [
    ...parts.map((part) => [key, part, 1, 0]),
    ...of.map((whole) => [key, whole, 0, 1]),
  ]);
  const { rows } = await sql<PeerRow>`
    WITH term (rate, variable_id, part, whole) AS MATERIALIZED (
      SELECT given.value ->> 0, variable.id, given.value ->> 2, given.value ->> 3
      FROM json_each(${JSON.stringify(terms)}) AS given JOIN variable ON variable.key = given.value ->> 1),
    counted AS (
      SELECT report.agency_id, term.rate, sum(figure.value * term.part) AS part, sum(figure.value * term.whole) AS whole
      FROM report CROSS JOIN term
      CROSS JOIN figure ON figure.version_id = report.current_version_id AND figure.variable_id = term.variable_id
      WHERE report.year = ${year} AND report.agency_id IS NOT NULL
      GROUP BY report.agency_id, term.rate)
    SELECT agency.kind, agency.level, counted.rate AS name, json_group_array(json_array(counted.part, counted.whole)) AS pairs
    FROM counted JOIN agency ON agency.id = counted.agency_id
    WHERE counted.whole >= ${fewest}
    GROUP BY agency.kind, agency.level, counted.rate`.execute(db);
  return parsed(rows);
}
