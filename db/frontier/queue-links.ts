import type { CommitResult, EntryOutcome } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { addPlaces, columnOf, type FoundLink, type Place } from './add-places.ts';
import type { NewReports } from './exploration.ts';
import { run } from './statement.ts';

const LINK = `INSERT INTO link (from_id, to_id, first_seen, last_seen)
  SELECT link.value ->> 0, link.value ->> 1, ?1, ?1 FROM jsonb_each(?2) AS link
  WHERE true ON CONFLICT (from_id, to_id) DO NOTHING RETURNING from_id, to_id`;

const SEEN_AGAIN = `UPDATE link SET last_seen = ?1
  FROM (SELECT value ->> 0 AS from_id, value ->> 1 AS to_id FROM jsonb_each(?2)) AS seen
  WHERE link.from_id = seen.from_id AND link.to_id = seen.to_id`;

/** Places that are waiting for a later day, or were gone, are due at once; what is held back for a reason stays so. */
const DUE_AGAIN = `UPDATE visit SET due_at = min(coalesce(due_at, ?1), ?1)
  WHERE id IN (SELECT value FROM json_each(?2)) AND (state = 'waiting' OR state = 'vanished')`;

const BACK_AGAIN = `UPDATE visit SET due_at = min(coalesce(due_at, ?1), ?1)
  WHERE id IN (SELECT value FROM json_each(?2)) AND state = 'vanished'`;

const pair = (from: number, to: number): string => `${from}:${to}`;

/** Notes what leads where; returns the links that were not known. */
async function linkUp(
  db: CorpusDb,
  found: readonly FoundLink[],
  places: readonly Place[],
  now: string,
): Promise<Set<string>> {
  const links = new Map<string, readonly [number, number]>();
  found.forEach(({ from }, index) => {
    const to = places[index]?.id;
    if (to !== undefined) links.set(pair(columnOf(from), to), [columnOf(from), to]);
  });
  if (links.size === 0) return new Set();
  const rows = await run<{ from_id: number; to_id: number }>(db, LINK, now, jsonRows([...links.values()]));
  const added = new Set(rows.map((row) => pair(row.from_id, row.to_id)));
  const again = [...links].flatMap(([name, link]) => (added.has(name) ? [] : [link]));
  if (again.length > 0) await run(db, SEEN_AGAIN, now, jsonRows(again));
  return added;
}

/** Two pages that lead to each other would go on for ever. Columns and reports that were moved have a time of their own. */
const leadsOn = ({ link: discovered, from: { entry }, moved }: FoundLink, place: Place): boolean =>
  moved ? discovered.kind === 'list' && place.id > entry.id : place.page > entry.page;

/**
 * Queues the links of a batch of visits. A further page of a list is queued, or due again, only where the page before it
 * brought a link new to its column, or where it says itself that it goes on without: a pager that gives page 1 for every page
 * ends, and a list that has not changed costs one request.
 */
export async function queueLinks(
  db: CorpusDb,
  outcomes: readonly EntryOutcome[],
  found: readonly FoundLink[],
  now: number,
): Promise<{ readonly results: CommitResult[]; readonly newReports: readonly NewReports[] }> {
  const counts = new Map(outcomes.map((outcome) => [outcome, { newPlaces: 0, hosts: new Set<number>() }]));
  const nowText = new Date(now).toISOString();
  const counted = new Set<number>();
  const count = ({ from }: FoundLink, place: Place) => {
    const tally = counts.get(from);
    tally?.hosts.add(place.hostId);
    if (place.isNew && !counted.has(place.id) && tally) tally.newPlaces += 1;
    counted.add(place.id);
  };

  const reports = new Map<EntryOutcome, number>();
  const items = found.filter(({ link, moved }) => link.kind !== 'list' && !moved);
  const places = await addPlaces(db, items, now);
  const added = await linkUp(db, items, places, nowText);
  const bringsNew = new Set<EntryOutcome>();
  const back = new Set<number>();
  items.forEach((item, index) => {
    const place = places[index];
    if (!place) return;
    if (place.isNew || place.isRaised) {
      count(item, place);
      if (item.link.kind === 'report') reports.set(item.from, (reports.get(item.from) ?? 0) + 1);
    }
    // The first page of the batch that shows a link is the one that brings it.
    if (!added.delete(pair(columnOf(item.from), place.id))) return;
    bringsNew.add(item.from);
    if (!place.isNew) back.add(place.id);
  });
  if (back.size > 0) await run(db, BACK_AGAIN, now, JSON.stringify([...back]));

  const further = found.filter(
    ({ link, from, moved }) =>
      moved || (link.kind === 'list' && (bringsNew.has(from) || (link.scope?.progress?.idle ?? 0) > 0)),
  );
  const pages = await addPlaces(db, further, now);
  await linkUp(db, further, pages, nowText);
  const again: number[] = [];
  further.forEach((one, index) => {
    const page = pages[index];
    if (!page) return;
    if (!page.isNew && !leadsOn(one, page)) return;
    if (!page.isNew) again.push(page.id);
    count(one, page);
  });
  if (again.length > 0) await run(db, DUE_AGAIN, now, JSON.stringify(again));

  const results = outcomes.map((outcome) => {
    const { newPlaces, hosts } = counts.get(outcome) ?? { newPlaces: 0, hosts: [] };
    return { newPlaces, hosts: [...hosts] };
  });
  return { results, newReports: [...reports].map(([from, count]) => ({ from, count })) };
}
