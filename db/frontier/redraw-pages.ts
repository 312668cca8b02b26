import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { run } from './statement.ts';

/** The page that the request was seen on; it is drawn again, and whatever it was known by is forgotten. */
const REDRAW = `UPDATE visit SET rendered = 1, etag = NULL, last_modified = NULL, sha256 = NULL, due_at = min(coalesce(due_at, ?1), ?1)
  WHERE rendered = 0 AND state = 'waiting' AND id IN (SELECT via FROM visit WHERE id IN (SELECT value FROM json_each(?2)))
  RETURNING host_id`;

/** A request that stands for a drawn page's list, and that gives nothing any more. */
function isSpent({ entry, state, verdict, validators }: EntryOutcome): boolean {
  if (entry.kind !== 'column' || entry.scope?.progress?.dialect !== 'recipe') return false;
  const isFruitless = validators !== null && (verdict === 'way' || verdict === 'decoy');
  return state !== 'waiting' || isFruitless;
}

/** Makes the pages due, to be drawn anew, whose list can no longer be asked for plainly. Gives their hosts. */
export async function redrawPages(db: CorpusDb, outcomes: readonly EntryOutcome[], now: number): Promise<number[]> {
  const spent = outcomes.filter(isSpent).map(({ entry }) => entry.id);
  if (spent.length === 0) return [];
  return (await run<{ host_id: number }>(db, REDRAW, now, JSON.stringify(spent))).map(({ host_id }) => host_id);
}
