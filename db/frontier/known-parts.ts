import type { KnownPart } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { run } from './statement.ts';

/** Those that were written behind the first page whose body still stands for the place. */
const PARTS = `WITH first AS (
    SELECT max(fetch.id) AS id FROM fetch JOIN visit ON visit.id = fetch.visit_id
    WHERE fetch.visit_id = ?1 AND fetch.part IS NULL AND fetch.sha256 = visit.sha256
      AND fetch.id < (SELECT max(id) FROM fetch WHERE visit_id = ?1 AND part IS NOT NULL))
  SELECT url, sha256, etag, last_modified AS lastModified FROM fetch, first
  WHERE visit_id = ?1 AND part IS NOT NULL AND method = 'GET' AND sha256 IS NOT NULL AND fetch.id > first.id
  ORDER BY fetch.id`;

const HAS_PARTS = 'SELECT 1 FROM fetch WHERE visit_id = ? AND part IS NOT NULL LIMIT 1';

/** The further pages of a place's article, see `Frontier.partsOf`. */
export async function knownParts(db: CorpusDb, visitId: number): Promise<KnownPart[]> {
  const has = await run(db, HAS_PARTS, visitId);
  return has.length === 0 ? [] : run<KnownPart>(db, PARTS, visitId);
}
