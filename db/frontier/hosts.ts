import type { HostChange, HostState } from '../../src/model/crawl/frontier.ts';
import type { Language, Message } from '../../src/model/report.ts';
import type { CorpusDb, HostRow } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { run } from './statement.ts';

type Value = string | number | null | undefined;

const inLanguage = (message: Message | null | undefined, language: Language): Value =>
  message === null ? null : message?.[language];

/** The columns that a crawl changes, with what a change puts there; undefined leaves them as they are. */
const COLUMNS: readonly (readonly [keyof HostRow, (change: HostChange) => Value])[] = [
  ['address', ({ address }) => address],
  ['robots', ({ robots }) => robots],
  ['robots_status', ({ robotsStatus }) => robotsStatus],
  ['robots_at', ({ robotsAt }) => robotsAt],
  ['delay', ({ delay }) => delay],
  ['strikes', ({ failures }) => failures],
  ['not_before', ({ notBefore }) => notBefore],
  ['waits_for', ({ waitsFor }) => inLanguage(waitsFor, 'en')],
  ['waits_for_zh', ({ waitsFor }) => inLanguage(waitsFor, 'zh')],
  ['furniture', ({ furniture }) => (furniture ? JSON.stringify(furniture) : furniture)],
];

export const toHostState = (row: HostRow): HostState => ({
  id: row.id,
  origin: row.origin,
  address: row.address,
  robots: row.robots,
  robotsStatus: row.robots_status,
  robotsAt: row.robots_at,
  delay: row.delay,
  failures: row.strikes,
  notBefore: row.not_before,
  furniture: row.furniture === null ? null : (JSON.parse(row.furniture) as number[]),
  waitsFor: row.waits_for === null ? null : { zh: row.waits_for_zh ?? row.waits_for, en: row.waits_for },
});

/** A JSON row is the id, then for each column whether it changes and to what. */
const CHANGE = `UPDATE host SET ${COLUMNS.map(
  ([name], index) => `${name} = iif(change.value ->> ${2 * index + 1}, change.value ->> ${2 * index + 2}, ${name})`,
).join(', ')} FROM jsonb_each(?) AS change WHERE host.id = change.value ->> 0`;

/** Later changes of the same host go over earlier ones, field by field. */
export async function changeHosts(db: CorpusDb, changes: readonly HostChange[]): Promise<void> {
  if (changes.length === 0) return;
  const merged = new Map<number, HostChange>();
  for (const change of changes) merged.set(change.id, { ...merged.get(change.id), ...change });
  const rows = [...merged.values()].map((change) => [
    change.id,
    ...COLUMNS.flatMap(([, toValue]) => [toValue(change) !== undefined, toValue(change) ?? null]),
  ]);
  await run(db, CHANGE, jsonRows(rows));
}

const ADD = 'INSERT INTO host (origin) SELECT value FROM json_each(?) WHERE true ON CONFLICT (origin) DO NOTHING';
const FIND = 'SELECT id, origin FROM host WHERE origin IN (SELECT value FROM json_each(?))';

/** The ids of hosts by origin, made on first sight; `known` saves asking again and is not changed. */
export async function hostIds(
  db: CorpusDb,
  origins: Iterable<string>,
  known: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const unknown = [...new Set(origins)].filter((origin) => !known.has(origin));
  if (unknown.length === 0) return new Map();
  const text = JSON.stringify(unknown);
  await run(db, ADD, text);
  const rows = await run<{ id: number; origin: string }>(db, FIND, text);
  return new Map(rows.map(({ id, origin }) => [origin, id]));
}

const OWNERS = `SELECT host_id AS host, min(portal_id) AS portal FROM visit WHERE declared
  GROUP BY host_id HAVING count(DISTINCT portal_id) = 1`;

/** Ids of portals by the host on which they alone have declared columns: what lies there is theirs, whoever links to it. */
export async function hostOwners(db: CorpusDb): Promise<Map<number, number>> {
  const rows = await run<{ host: number; portal: number }>(db, OWNERS);
  return new Map(rows.map(({ host, portal }) => [host, portal]));
}
