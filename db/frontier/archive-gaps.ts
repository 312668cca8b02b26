import type { ArchiveGap } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { run } from './statement.ts';

/** The last record that begins `?2` bytes or more before the last of all; the start of a file that has none so far back. */
const START = `SELECT coalesce((SELECT max(archive_offset) FROM fetch WHERE archive_file = ?1 AND archive_offset <= last - ?2), 0)
  FROM (SELECT max(archive_offset) AS last FROM fetch WHERE archive_file = ?1) WHERE last IS NOT NULL`;

const GAPS = `WITH start (at) AS (${START}),
  known (at, until) AS (
    SELECT at, at FROM start
    UNION ALL SELECT archive_offset, archive_offset + archive_length FROM start JOIN fetch
      ON archive_file = ?1 AND archive_offset >= start.at),
  bordered AS (
    SELECT at, max(until) OVER (ORDER BY at, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM known)
  SELECT before AS "from", at AS "to" FROM bordered WHERE before < at
  UNION ALL SELECT (SELECT max(until) FROM known), NULL FROM start ORDER BY 1`;

/**
 * Where a file of the archive may have records that no fetch holds, in order; the last gap is what lies behind the last record
 * that one does. Records that begin more than `lookBack` bytes before that one are not looked at. The record that a file begins
 * with (`warcinfo`) is no fetch, so that a gap lies there too. Null for a file that the corpus does not know.
 */
export async function archiveGaps(db: CorpusDb, file: string, lookBack: number): Promise<readonly ArchiveGap[] | null> {
  const gaps = await run<ArchiveGap>(db, GAPS, file, lookBack);
  return gaps.length > 0 ? gaps : null;
}
