import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { CorpusDb, HostRow, VisitRow } from '../schema.ts';
import { toEntry } from './lease.ts';
import { PRIORITIES } from './priority.ts';
import { run } from './statement.ts';

export async function findEntry(db: CorpusDb, key: string): Promise<FrontierEntry | null> {
  const [row] = await run<VisitRow>(db, 'SELECT * FROM visit WHERE key = ?', key);
  return row ? toEntry(row) : null;
}

const LED_TO = `SELECT url FROM visit WHERE id = ?1
  UNION ALL SELECT * FROM (SELECT visit.url FROM link JOIN visit ON visit.id = link.to_id WHERE link.from_id = ?1 LIMIT 5000)`;

export async function ledTo(db: CorpusDb, visitId: number): Promise<ReadonlySet<string>> {
  return new Set((await run<{ url: string }>(db, LED_TO, visitId)).map(({ url }) => url));
}

const OF_PORTALS = '(?2 IS NULL OR portal_id IN (SELECT value FROM json_each(?2)))';

/** The first of every host and priority, from the index; never the queue. */
const NEXT = `SELECT host.*, min(next.due_at) AS due FROM (${PRIORITIES.map(
  (priority) => `SELECT host.id AS host_id, (SELECT due_at FROM visit WHERE host_id = host.id AND priority = ${priority}
    AND due_at IS NOT NULL AND lease_until <= ?1 AND ${OF_PORTALS} ORDER BY due_at LIMIT 1) AS due_at FROM host`,
).join(' UNION ALL ')}) AS next JOIN host ON host.id = next.host_id WHERE next.due_at IS NOT NULL GROUP BY host.id`;

export const nextDue = (db: CorpusDb, now: number, portals: string | null): Promise<(HostRow & { due: number })[]> =>
  run(db, NEXT, now, portals);

/** Everything that ever answered, but for what is held back for a reason. */
const AGAIN = `UPDATE visit SET due_at = ?1 WHERE last_status IS NOT NULL AND (due_at IS NULL OR due_at > ?1)
  AND score IS NULL AND NOT (state = 'blocked' OR state = 'excluded') AND ${OF_PORTALS}`;

export async function dueAgain(db: CorpusDb, now: number, portals: string | null): Promise<void> {
  await run(db, AGAIN, now, portals);
}
