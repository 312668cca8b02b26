import type { Ask } from '../../src/model/crawl/visit.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import type { FoundLead } from './add-places.ts';
import { run } from './statement.ts';

/** Parts the places that moved to another address of theirs (the other scheme, with or without www) from all other leads. */
export function splitRenamed(
  found: readonly FoundLead[],
  keyOf: (ask: Ask) => string,
): readonly [renamed: readonly FoundLead[], others: readonly FoundLead[]] {
  const renamed = found.filter(({ moved, key, from }) => moved && key === keyOf(from.visit));
  const set = new Set(renamed);
  return [renamed, set.size === 0 ? found : found.filter((one) => !set.has(one))];
}

const RENAME = `UPDATE visit SET url = new.value ->> 1, host_id = new.value ->> 2, hops = hops + 1
  FROM jsonb_each(?) AS new WHERE visit.id = new.value ->> 0`;

/** Gives places their new address and its host. */
export async function renamePlaces(db: CorpusDb, renamed: readonly FoundLead[]): Promise<void> {
  if (renamed.length === 0) return;
  await run(db, RENAME, jsonRows(renamed.map(({ from, lead, hostId }) => [from.visit.id, lead.url, hostId])));
}
