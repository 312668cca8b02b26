import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { CorpusDb, HostRow, VisitRow } from '../schema.ts';
import { PRIORITIES } from './priority.ts';
import { run } from './statement.ts';

export function toEntry(row: VisitRow): FrontierEntry {
  return {
    id: row.id,
    hostId: row.host_id,
    portalId: row.portal_id,
    kind: row.kind,
    score: row.score,
    words: row.words as FrontierEntry['words'],
    agency: row.agency,
    year: row.year,
    url: row.url,
    method: row.method === 'POST' ? 'POST' : 'GET',
    body: row.body,
    bodyType: row.body_type,
    title: row.title,
    referer: row.referer,
    columnId: row.column_id ?? (row.kind === 'column' ? row.id : null),
    via: row.via,
    parentId: row.parent_id,
    scope: row.scope === null ? null : (JSON.parse(row.scope) as FrontierEntry['scope']),
    family: row.family,
    rendered: row.rendered === 1,
    page: row.page,
    hops: row.hops,
    attempts: row.attempts,
    etag: row.etag,
    lastModified: row.last_modified,
    sha256: row.sha256,
    changedAt: row.changed_at === null ? null : Date.parse(row.changed_at),
    visitedAt: row.visited_at === null ? null : Date.parse(row.visited_at),
  };
}

/** ?1 is now, ?2 the portals as a JSON list of ids. A text of its own for all portals: it takes half the time to compile. */
const FREE = 'due_at <= ?1 AND lease_until <= ?1';
const FREE_OF_PORTALS = `${FREE} AND portal_id IN (SELECT value FROM json_each(?2))`;

/** Each priority gives its first entries from the index; nothing behind them is looked at. */
const leaseText = (free: string): string => `UPDATE visit SET lease_until = ?3 WHERE id IN (
  SELECT id FROM (${PRIORITIES.map(
    (priority) => `SELECT * FROM (SELECT id, priority, due_at FROM visit
      WHERE host_id = ?4 AND priority = ${priority} AND ${free} ORDER BY due_at, id LIMIT ?5)`,
  ).join(' UNION ALL ')}) ORDER BY priority, due_at, id LIMIT ?5
) RETURNING *`;

const LEASE = leaseText(FREE);
const LEASE_OF_PORTALS = leaseText(FREE_OF_PORTALS);

export async function leaseEntries(
  db: CorpusDb,
  portals: string | null,
  { hostId, count, now, until }: { hostId: number; count: number; now: number; until: number },
): Promise<FrontierEntry[]> {
  const text = portals === null ? LEASE : LEASE_OF_PORTALS;
  const rows = await run<VisitRow>(db, text, now, portals, until, hostId, count);
  return rows.sort((a, b) => a.priority - b.priority || (a.due_at ?? 0) - (b.due_at ?? 0) || a.id - b.id).map(toEntry);
}

const dueText = (free: string): string =>
  `SELECT * FROM host WHERE ${PRIORITIES.map(
    (priority) => `EXISTS (SELECT 1 FROM visit WHERE host_id = host.id AND priority = ${priority} AND ${free})`,
  ).join(' OR ')}`;

const DUE = dueText(FREE);
const DUE_OF_PORTALS = dueText(FREE_OF_PORTALS);

export const hostsDue = (db: CorpusDb, now: number, portals: string | null): Promise<HostRow[]> =>
  portals === null ? run<HostRow>(db, DUE, now) : run<HostRow>(db, DUE_OF_PORTALS, now, portals);

const RELEASE = 'UPDATE visit SET lease_until = 0 WHERE id IN (SELECT value FROM json_each(?))';

export async function releaseEntries(db: CorpusDb, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await run(db, RELEASE, JSON.stringify(ids));
}

export async function freeLeases(db: CorpusDb): Promise<void> {
  await run(db, 'UPDATE visit SET lease_until = 0 WHERE lease_until > 0');
}
