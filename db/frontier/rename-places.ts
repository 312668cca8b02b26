import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import type { FoundLink } from './add-places.ts';
import { run } from './statement.ts';

/** Parts the places that moved to another address of theirs (the other scheme, with or without www) from all other leads. */
export function splitRenamed(
  found: readonly FoundLink[],
  keyOf: (request: CrawlRequest) => string,
): readonly [renamed: readonly FoundLink[], others: readonly FoundLink[]] {
  const renamed = found.filter(({ moved, key, from }) => moved && key === keyOf(from.entry));
  const set = new Set(renamed);
  return [renamed, set.size === 0 ? found : found.filter((one) => !set.has(one))];
}

const RENAME = `UPDATE visit SET url = new.value ->> 1, host_id = new.value ->> 2, hops = hops + 1
  FROM jsonb_each(?) AS new WHERE visit.id = new.value ->> 0`;

/** Gives places their new address and its host. */
export async function renamePlaces(db: CorpusDb, renamed: readonly FoundLink[]): Promise<void> {
  if (renamed.length === 0) return;
  await run(
    db,
    RENAME,
    jsonRows(renamed.map(({ from, link: discovered, hostId }) => [from.entry.id, discovered.url, hostId])),
  );
}
