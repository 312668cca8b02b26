import type { CorpusDb } from '../schema.ts';
import { run } from './statement.ts';

/** Pages of one host that are drawn although they seemed to hold something. */
const MOST_PAGES = 3;

/**
 * Hosts on which no way to a report was found: their entry pages and what came nearest to annual reports are drawn by the browser,
 * as a script may show what the pages lack. Once a night; the places are due at once.
 */
const REDRAW = `UPDATE visit SET rendered = 1, due_at = ?1, sha256 = NULL, etag = NULL, last_modified = NULL WHERE id IN (
  SELECT id FROM (
    SELECT visit.id, row_number() OVER (PARTITION BY visit.host_id ORDER BY
      CASE WHEN visit.declared THEN 0 WHEN visit.words IN ('report', 'annual') THEN 1 WHEN visit.words = 'way' THEN 2 ELSE 3 END, visit.id) AS nth
    FROM visit WHERE visit.kind = 'column' AND visit.method = 'GET' AND NOT visit.rendered AND visit.state = 'waiting'
      AND visit.verdict IN ('hub', 'way', 'decoy') AND visit.last_status = 200
      AND (visit.declared OR visit.words IN ('report', 'annual', 'way', 'group', 'archive', 'body'))
      AND (?2 IS NULL OR visit.portal_id IN (SELECT value FROM json_each(?2)))
      AND visit.visited_at >= ?3
      AND NOT EXISTS (SELECT 1 FROM visit AS other WHERE other.host_id = visit.host_id AND other.fruitful))
  WHERE nth <= ${MOST_PAGES}) RETURNING id`;

/** `since`: the beginning of the run, ISO 8601; pages that were not visited in it stay as they are. How many are due. */
export async function redrawHungry(db: CorpusDb, now: number, portals: string | null, since: string): Promise<number> {
  return (await run(db, REDRAW, now, portals, since)).length;
}
