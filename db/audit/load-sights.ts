import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';
import { among } from './among.ts';

/** A place that shows a report, or did. Times are ISO 8601. */
export interface StoredSight {
  readonly place: string;
  /** When it began to show what it shows, or showed last. */
  readonly seenAt: string;
  readonly goneSince: string | null;
  readonly archived: boolean;
  readonly versionId: number;
  /** Other versions of the same report that it showed before, the latest first. */
  readonly before: readonly { readonly seenAt: string; readonly versionId: number }[];
}

interface SightRow {
  readonly place: string;
  readonly seenAt: string;
  /** Null where what the place shows is no report. */
  readonly versionId: number | null;
  readonly reportId: number | null;
}

/** What each place of the corpus showed one after the other, and since when a place is gone. */
function sightRows(db: CorpusDb): Promise<{ rows: SightRow[] }> {
  return sql<SightRow>`
    SELECT sighting.place, sighting.seen_at AS seenAt, report_version.id AS versionId, report_version.report_id AS reportId
    FROM sighting
    JOIN document ON document.id = sighting.document_id
    LEFT JOIN report_version ON report_version.document_id = coalesce(document.same_as_id, document.id)
    -- What can't be read may be the same report as before.
    WHERE document.outcome <> 'unreadable'
    ORDER BY sighting.place, sighting.seen_at, sighting.id`.execute(db);
}

/** The sights of every report with a place that changed or is gone, or with several versions, by the report's current version. */
export async function loadSights(db: CorpusDb): Promise<ReadonlyMap<number, readonly StoredSight[]>> {
  const { rows } = await sightRows(db);
  const vanished = await sql<{ url: string; since: string }>`
    SELECT url, vanished_at AS since FROM visit
    WHERE state = 'vanished' AND vanished_at IS NOT NULL AND method = 'GET'`.execute(db);
  const gone = new Map(vanished.rows.map(({ url, since }) => [url, since]));
  const byReport = new Map<number, StoredSight[]>();
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const place = rows[start]?.place;
    while (end < rows.length && rows[end]?.place === place) end += 1;
    for (const [reportId, sight] of sightsOf(rows.slice(start, end), gone)) {
      const list = byReport.get(reportId);
      if (list) list.push(sight);
      else byReport.set(reportId, [sight]);
    }
  }
  const telling = [...byReport].filter(([, sights]) => isTelling(sights));
  const current = await sql<{ id: number; versionId: number }>`
    SELECT id, current_version_id AS versionId FROM report
    WHERE current_version_id IS NOT NULL AND id IN ${among(telling.map(([id]) => id))}`.execute(db);
  const currentOf = new Map(current.rows.map(({ id, versionId }) => [id, versionId]));
  const kept = await archivedPlaces(
    db,
    telling.flatMap(([, sights]) => sights),
  );
  return new Map(
    telling.flatMap(([reportId, sights]) => {
      const versionId = currentOf.get(reportId);
      return versionId === undefined
        ? []
        : [[versionId, sights.map((sight) => ({ ...sight, archived: kept.has(sight.place) }))] as const];
    }),
  );
}

const isTelling = (sights: readonly StoredSight[]): boolean =>
  sights.some(({ goneSince, before }) => goneSince !== null || before.length > 0) ||
  new Set(sights.map(({ versionId }) => versionId)).size > 1;

/** What one place showed, in order, as a sight of each report that it showed. */
function sightsOf(rows: readonly SightRow[], gone: ReadonlyMap<string, string>): [number, StoredSight][] {
  const byReport = new Map<number, StoredSight>();
  for (const [index, { place, seenAt, versionId, reportId }] of rows.entries()) {
    if (versionId === null || reportId === null) continue;
    const known = byReport.get(reportId);
    const before = known ? [{ seenAt: known.seenAt, versionId: known.versionId }, ...known.before] : [];
    const replaced = rows.slice(index + 1).find((later) => later.reportId !== reportId);
    const goneSince = replaced && !isShownLast(rows, reportId) ? replaced.seenAt : (gone.get(place) ?? null);
    const earlier = before.filter((one) => one.versionId !== versionId);
    byReport.set(reportId, { place, seenAt, goneSince, archived: false, versionId, before: earlier });
  }
  return [...byReport];
}

const isShownLast = (rows: readonly SightRow[], reportId: number): boolean => rows.at(-1)?.reportId === reportId;

async function archivedPlaces(db: CorpusDb, sights: readonly StoredSight[]): Promise<ReadonlySet<string>> {
  const places = sights.filter(({ goneSince }) => goneSince !== null).map(({ place }) => place);
  const { rows } = await sql<{ url: string }>`
    SELECT DISTINCT url FROM fetch WHERE archive_file IS NOT NULL AND url IN ${among(places)}`.execute(db);
  return new Set(rows.map(({ url }) => url));
}
