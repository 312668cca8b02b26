import type { SightingRow } from '../schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** A document seen at a place, and what the place showed around that time. */
export interface Sight {
  readonly place: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What it showed until then; null where it was not known. */
  readonly before: SightingRow | null;
  /** What it is known to have shown next: the document is an earlier state, out of an archive. Null for the latest. */
  readonly after: SightingRow | null;
}

const byTime = (a: SightingRow, b: SightingRow): number =>
  a.seen_at === b.seen_at ? a.id - b.id : a.seen_at < b.seen_at ? -1 : 1;

/** A document is seen when it was fetched, where that is known, else now; nothing was fetched in the future. */
export function sightOf(
  work: UnitOfWork,
  { path, fetchedAt }: { readonly path: string; readonly fetchedAt?: string },
  now: string,
): Sight {
  const at = fetchedAt !== undefined && fetchedAt < now ? fetchedAt : now;
  const rows = work.sightings.filter((row) => row.place === path).sort(byTime);
  const before = rows.filter((row) => row.seen_at <= at).at(-1) ?? null;
  return { place: path, at, before, after: rows.find((row) => row.seen_at > at) ?? null };
}

/** Notes that the place showed this document; nothing is added where it already did, or did next. */
export function addSighting(work: UnitOfWork, documentId: number, { place, at, before, after }: Sight): void {
  if (before?.document_id === documentId) return;
  if (after?.document_id === documentId) work.sightings.change(after.id, { seen_at: at });
  else work.sightings.add({ place, document_id: documentId, seen_at: at });
}
