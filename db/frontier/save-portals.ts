import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { hostIds } from './hosts.ts';
import { PRIORITY } from './priority.ts';
import { partsOf, run } from './statement.ts';

/** As declared; the crawl's `Portal` has these and more. */
export interface DeclaredPortal {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly level: 'nation' | 'province' | 'prefecture' | 'county' | 'township' | null;
  readonly home: string;
  readonly columns: readonly string[];
  readonly family: string | null;
  readonly agencies: number | null;
}

interface SaveOptions {
  readonly keyOf: (request: CrawlRequest) => string;
  readonly originOf: (url: string) => string;
  readonly now?: () => number;
}

const PORTAL = ['slug', 'name', 'home', 'region_code', 'family', 'level', 'agencies'];

const SAVE = `INSERT INTO portal (${PORTAL.join(', ')}) SELECT ${partsOf('portal', PORTAL)} FROM jsonb_each(?) AS portal
  WHERE true ON CONFLICT (slug) DO UPDATE SET ${PORTAL.slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')} RETURNING id, slug`;

const COLUMN = [
  'key',
  'host_id',
  'portal_id',
  'kind',
  'declared',
  'url',
  'family',
  'scope',
  'priority',
  'due_at',
  'found_at',
];

/** A column that another page led to first becomes a declared one; one that was taken out and is there again is due. */
const QUEUE = `INSERT INTO visit (${COLUMN.join(', ')}) SELECT ${partsOf('entry', COLUMN)} FROM jsonb_each(?) AS entry
  WHERE true ON CONFLICT (key) DO UPDATE SET
    kind = excluded.kind, declared = 1, portal_id = excluded.portal_id, priority = excluded.priority, scope = excluded.scope,
    column_id = NULL, family = coalesce(excluded.family, visit.family),
    due_at = iif(visit.state = 'excluded' OR visit.kind <> excluded.kind, excluded.due_at, visit.due_at),
    state = iif(visit.state = 'excluded', 'waiting', visit.state)`;

const TAKE_OUT = `UPDATE visit SET state = 'excluded', due_at = NULL, declared = 0
  WHERE declared AND portal_id IN (SELECT value FROM json_each(?1))
    AND key NOT IN (SELECT value ->> 0 FROM jsonb_each(?2))`;

/** A declared column is one of annual reports, wherever its links lead; a home page is not. */
const ANYWHERE = JSON.stringify({ pathPrefix: null, contains: null });

const LEVELS: Readonly<Record<NonNullable<DeclaredPortal['level']>, string>> = {
  nation: 'national',
  province: 'province',
  prefecture: 'prefecture',
  county: 'county',
  township: 'township',
};

/**
 * Brings the declared portals into the corpus and their entry pages (`columns`, or `home` where there are none) into the
 * queue. An entry page that its portal no longer names is excluded; what was found through it stays.
 */
export async function savePortals(
  db: CorpusDb,
  portals: readonly DeclaredPortal[],
  options: SaveOptions,
): Promise<void> {
  const { keyOf, originOf, now = Date.now } = options;
  if (portals.length === 0) return;
  const entriesOf = ({ columns, home }: DeclaredPortal) => (columns.length > 0 ? columns : [home]);
  await db.transaction().execute(async (trx) => {
    const portalRows = portals.map((one) => [
      ...[one.id, one.name, one.home, one.region, one.family, one.level && LEVELS[one.level], one.agencies],
    ]);
    const saved = await run<{ id: number; slug: string }>(trx, SAVE, jsonRows(portalRows));
    const idOf = new Map(saved.map(({ id, slug }) => [slug, id]));
    const hosts = await hostIds(trx, portals.flatMap(entriesOf).map(originOf), new Map());
    const foundAt = new Date(now()).toISOString();
    const entries = portals.flatMap((portal) =>
      entriesOf(portal).map((url) => [
        ...[keyOf({ url, method: 'GET', body: null, bodyType: null }), hosts.get(originOf(url)), idOf.get(portal.id)],
        ...[
          'column',
          1,
          url,
          portal.family,
          portal.columns.length > 0 ? ANYWHERE : null,
          PRIORITY.column,
          now(),
          foundAt,
        ],
      ]),
    );
    await run(trx, TAKE_OUT, JSON.stringify([...idOf.values()]), jsonRows(entries));
    await run(trx, QUEUE, jsonRows(entries));
  });
}
