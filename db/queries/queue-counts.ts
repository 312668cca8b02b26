import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';

/** How the queue stands. Every place is in one of the first seven. */
export interface QueueCounts {
  readonly due: number;
  readonly leased: number;
  /** Waiting for a later day. */
  readonly waiting: number;
  readonly vanished: number;
  readonly failed: number;
  readonly blocked: number;
  readonly excluded: number;
  readonly hosts: number;
  /** Hosts that wait for more than their pace. */
  readonly hostsHeldBack: number;
  /** Places of kind `report`. */
  readonly reports: number;
  /** Documents fetched and not yet read. */
  readonly unread: number;
}

/** Counts the queue at `now` (ms since 1970): one pass over it, so for the start and the end of a run. */
export async function queueCounts(db: CorpusDb, now: number): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    WITH place AS (SELECT kind, CASE
      WHEN lease_until > ${now} THEN 'leased'
      WHEN due_at <= ${now} THEN 'due'
      ELSE state END AS stand FROM visit)
    SELECT
      count(*) FILTER (WHERE stand = 'due') AS due,
      count(*) FILTER (WHERE stand = 'leased') AS leased,
      count(*) FILTER (WHERE stand = 'waiting') AS waiting,
      count(*) FILTER (WHERE stand = 'vanished') AS vanished,
      count(*) FILTER (WHERE stand = 'failed') AS failed,
      count(*) FILTER (WHERE stand = 'blocked') AS blocked,
      count(*) FILTER (WHERE stand = 'excluded') AS excluded,
      (SELECT count(*) FROM host) AS hosts,
      (SELECT count(*) FROM host WHERE waits_for IS NOT NULL AND not_before > ${now}) AS hostsHeldBack,
      count(*) FILTER (WHERE kind = 'report') AS reports,
      (SELECT count(*) FROM fetch WHERE to_read) AS unread
    FROM place`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('SQLite answered a count with no row');
  return counts;
}
