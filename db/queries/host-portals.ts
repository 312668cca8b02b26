import { sql } from 'kysely';
import type { CorpusDb } from '../schema.ts';

/** Ids of the portals that hosts serve, by origin: for each the one whose place falls due first. */
export async function hostPortals(db: CorpusDb, origins: readonly string[]): Promise<Map<string, string>> {
  if (origins.length === 0) return new Map();
  const { rows } = await sql<{ origin: string; slug: string | null }>`
    SELECT host.origin, (SELECT portal.slug FROM visit JOIN portal ON portal.id = visit.portal_id
      WHERE visit.host_id = host.id AND visit.due_at IS NOT NULL ORDER BY visit.priority, visit.due_at LIMIT 1) AS slug
    FROM host WHERE host.origin IN (SELECT value FROM json_each(${JSON.stringify(origins)}))`.execute(db);
  return new Map(rows.flatMap(({ origin, slug }) => (slug === null ? [] : [[origin, slug] as const])));
}
