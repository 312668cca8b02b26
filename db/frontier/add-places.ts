import type { DiscoveredLink } from '../../src/model/crawl/entry.ts';
import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { mainFetch } from './main-fetch.ts';
import { priorityOf } from './priority.ts';
import { partsOf, run } from './statement.ts';

/** A lead with the page that gave it. */
export interface FoundLink {
  /** It is what the page itself has moved to. */
  readonly moved: boolean;
  readonly link: DiscoveredLink;
  readonly key: string;
  readonly hostId: number;
  /** That of the portal whose host it lies on, else of the page that led there. */
  readonly portalId: number | null;
  readonly from: EntryOutcome;
}

/** Where a link lies in the queue. */
export interface Place {
  readonly id: number;
  readonly hostId: number;
  readonly page: number;
  readonly isNew: boolean;
  /** It was a candidate, and this link promises more than the one that it was queued by. */
  readonly isRaised: boolean;
}

const COLUMNS = [
  ...['key', 'host_id', 'portal_id', 'kind', 'url', 'method', 'body', 'body_type', 'title', 'date', 'referer'],
  ...['column_id', 'parent_id', 'scope', 'family', 'rendered', 'page', 'hops', 'priority', 'due_at', 'found_at'],
  ...['score', 'words', 'agency', 'year', 'via'],
];

const INSERT = `INSERT INTO visit (${COLUMNS.join(', ')}) SELECT ${partsOf('lead', COLUMNS)} FROM jsonb_each(?) AS lead
  WHERE true ON CONFLICT (key) DO NOTHING RETURNING id`;

/** From here on words are those of a part of annual reports (`OF_REPORTS` of the scores), and a page is worth a second look under them. */
const WORTH_A_LOOK = 60;

/**
 * A candidate is what the best of its links says. One that was looked at under poorer words is asked for again. Leased ones stay
 * as they are: ?2 is now.
 */
const RAISE = `UPDATE visit SET kind = new.kind, score = new.score, priority = new.priority, words = new.words,
    agency = coalesce(new.agency, visit.agency), year = coalesce(new.year, visit.year),
    title = coalesce(new.title, visit.title), scope = coalesce(new.scope, visit.scope), via = new.via,
    referer = new.referer, column_id = new.column_id, page = new.page, due_at = min(visit.due_at, new.due_at),
    verdict = NULL, sha256 = NULL, etag = NULL, last_modified = NULL
  FROM (SELECT ${partsOf('lead', COLUMNS)} FROM jsonb_each(?1) AS lead) AS new
  WHERE visit.key = new.key AND visit.id <> new.via AND visit.score IS NOT NULL
    AND visit.state = 'waiting' AND visit.due_at IS NOT NULL AND visit.lease_until <= ?2
    AND coalesce(new.score, 100) > visit.score
    AND (visit.verdict IS NULL OR (visit.score < ${WORTH_A_LOOK} AND coalesce(new.score, 100) >= ${WORTH_A_LOOK}))
  RETURNING visit.id`;

const FIND = `SELECT lead.key AS nth, visit.id, visit.host_id, visit.page FROM jsonb_each(?) AS lead
  JOIN visit ON visit.key = lead.value ->> 0`;

/** The column that a page belongs to: itself, where it is one; a page outside all columns stands for itself. */
export const columnOf = ({ entry, kind }: EntryOutcome): number =>
  entry.kind === kind && (kind === 'column' || kind === 'list') ? (entry.columnId ?? entry.id) : entry.id;

/** What a place takes over from the page that led to it; a moved page is the same page elsewhere. */
function originOf({ link, from, moved }: FoundLink) {
  const { entry } = from;
  const family = from.family ?? entry.family;
  if (moved) {
    const { columnId, parentId, page, referer } = entry;
    return { columnId, parentId, page, referer, family, hops: entry.hops + 1, rendered: from.rendered };
  }
  const isList = link.kind === 'list';
  const isColumn = link.kind === 'column';
  return {
    columnId: isColumn ? null : from.kind === 'column' ? columnOf(from) : entry.columnId,
    parentId: link.kind === 'attachment' && from.kind === 'report' ? entry.id : null,
    page: isList ? entry.page + 1 : 1,
    referer: mainFetch(from)?.url ?? entry.url,
    family: isColumn ? null : family,
    hops: 0,
    rendered: isList && from.rendered,
  };
}

function rowOf(found: FoundLink, now: number, foundAt: string): readonly unknown[] {
  const { link, key, hostId, portalId, from, moved } = found;
  const { entry } = from;
  const { columnId, parentId, page, referer, family, hops, rendered } = originOf(found);
  const scope = link.scope ?? (moved || link.kind === 'list' ? entry.scope : null);
  return [
    ...[key, hostId, portalId, link.kind, link.url, link.method, link.body, link.bodyType],
    ...[link.title ?? (moved ? entry.title : null), link.date, referer, columnId, parentId],
    ...[scope && JSON.stringify(scope), family, rendered, page, hops, priorityOf(link.kind, link.score), now, foundAt],
    ...[link.score, link.words, link.agency, link.year, entry.id],
  ];
}

/** Queues what is not there yet, due at once, and says where each link lies, in their order. */
export async function addPlaces(db: CorpusDb, found: readonly FoundLink[], now: number): Promise<Place[]> {
  if (found.length === 0) return [];
  const foundAt = new Date(now).toISOString();
  const leads = found.map((one) => rowOf(one, now, foundAt));
  const added = await run<{ id: number }>(db, INSERT, jsonRows(leads));
  const plain = leads.filter((_, nth) => found[nth]?.moved === false);
  const raised = plain.length === 0 ? [] : await run<{ id: number }>(db, RAISE, jsonRows(plain), now);
  const isRaised = new Set(raised.map(({ id }) => id));
  const isNew = new Set(added.map(({ id }) => id));
  type Found = { nth: number; id: number; host_id: number; page: number };
  const rows = await run<Found>(db, FIND, jsonRows(found.map(({ key }) => [key])));
  const places = new Array<Place>(found.length);
  for (const { nth, id, host_id, page } of rows) {
    places[nth] = { id, hostId: host_id, page, isNew: isNew.has(id), isRaised: isRaised.has(id) && !isNew.has(id) };
  }
  return places;
}
