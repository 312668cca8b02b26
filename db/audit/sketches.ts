import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { among } from './among.ts';

/** What is kept of a version to find others like it. */
export interface Sketch {
  readonly versionId: number;
  readonly readAt: string;
  readonly generation: number;
  readonly tableDigest: string | null;
  /** None where the narrative is too short to compare. */
  readonly bands: readonly number[];
}

/** Replaces the sketches of these versions, and forgets what they were like. */
export async function saveSketches(db: CorpusDb, sketches: readonly Sketch[]): Promise<void> {
  const heads = sketches.map(({ versionId, readAt, generation, tableDigest }) => [
    ...[versionId, readAt, generation, tableDigest],
  ]);
  const bands = sketches.flatMap(({ versionId, bands }) => bands.map((band) => [band, versionId]));
  await sql`DELETE FROM sketch WHERE version_id IN ${among(sketches.map(({ versionId }) => versionId))}`.execute(db);
  await sql`
    INSERT INTO sketch (version_id, read_at, generation, table_digest)
    SELECT row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3 FROM jsonb_each(${jsonRows(heads)}) AS row
    WHERE EXISTS (SELECT 1 FROM report_version WHERE id = row.value ->> 0)`.execute(db);
  // Sorted, they go into the index in its own order.
  await sql`
    INSERT OR IGNORE INTO sketch_band (band, version_id)
    SELECT row.value ->> 0, row.value ->> 1 FROM jsonb_each(${jsonRows(bands)}) AS row
    WHERE EXISTS (SELECT 1 FROM sketch WHERE version_id = row.value ->> 1)
    ORDER BY 1, 2`.execute(db);
}

/** A band that very many share is a form letter: the first of them stand for all. */
const MOST_PER_BAND = 50;

/** For each band that anyone has, the versions that have it, at most fifty. */
export async function versionsByBand(
  db: CorpusDb,
  bands: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const { rows } = await sql<{ band: number; versions: string }>`
    SELECT asked.value AS band, (
      SELECT json_group_array(version_id) FROM (
        SELECT version_id FROM sketch_band WHERE band = asked.value ORDER BY version_id LIMIT ${MOST_PER_BAND})) AS versions
    FROM json_each(${JSON.stringify(bands)}) AS asked`.execute(db);
  return new Map(rows.map(({ band, versions }) => [band, JSON.parse(versions) as number[]]));
}

export interface Likeness {
  readonly versionId: number;
  readonly otherId: number;
  readonly share: number;
}

/** Adds pairs, in either order; one that is known gets the new share. */
export async function saveLikenesses(db: CorpusDb, pairs: readonly Likeness[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ versionId, otherId, share }) => [
    ...[Math.min(versionId, otherId), Math.max(versionId, otherId), share],
  ]);
  await sql`
    INSERT OR REPLACE INTO likeness (version_id, other_id, share)
    SELECT row.value ->> 0, row.value ->> 1, row.value ->> 2 FROM jsonb_each(${jsonRows(rows)}) AS row
    WHERE EXISTS (SELECT 1 FROM sketch WHERE version_id = row.value ->> 0)
      AND EXISTS (SELECT 1 FROM sketch WHERE version_id = row.value ->> 1)`.execute(db);
}

export interface Boilerplate {
  readonly generation: number;
  /** How many bodies there were when it was gathered. */
  readonly bodies: number;
  readonly digests: readonly number[];
}

/** Nothing is boilerplate before it was gathered. */
export async function loadBoilerplate(db: CorpusDb): Promise<Boilerplate> {
  const row = await db.selectFrom('boilerplate').selectAll().executeTakeFirst();
  if (!row) return { generation: 0, bodies: 0, digests: [] };
  const { generation, bodies } = row;
  return { generation, bodies, digests: JSON.parse(row.digests) as number[] };
}

export async function saveBoilerplate(db: CorpusDb, { generation, bodies, digests }: Boilerplate): Promise<void> {
  const row = { generation, bodies, digests: JSON.stringify(digests) };
  await db
    .insertInto('boilerplate')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}
