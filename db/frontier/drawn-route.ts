import type { DrawnFrom } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb, VisitRow } from '../schema.ts';
import { toEntry } from './lease.ts';
import { run } from './statement.ts';

/** `$` is what comes behind `#`: every key that goes on with a fragment. */
const ROUTE = `SELECT recipe.*, page.url AS page FROM visit AS page
  JOIN link ON link.from_id = page.id JOIN visit AS recipe ON recipe.id = link.to_id AND recipe.via = page.id
  WHERE page.key >= ?1 || '#' AND page.key < ?1 || '$' AND recipe.scope ->> '$.progress.dialect' = 'recipe'
  ORDER BY recipe.id LIMIT 1`;

/** See `Frontier.drawnRoute`; `key` is that of the page without a fragment. */
export async function drawnRoute(db: CorpusDb, key: string): Promise<DrawnFrom | null> {
  const [row] = await run<VisitRow & { page: string }>(db, ROUTE, key);
  if (!row) return null;
  const { url, method, body, bodyType, kind, score, words, title, scope, agency, year } = toEntry(row);
  const recipe = { url, method, body, bodyType, kind, score, words, title, date: null, scope, agency, year };
  return { url: row.page, recipe };
}
