import { sql } from 'kysely';
import { type DeclaredSite, type KnownSites, knownSites } from '../../src/model/bodies/known-sites.ts';
import type { CorpusDb } from '../schema.ts';

/** Which portal a host belongs to, by the home page and the columns that portals declare. */
export async function portalSites(db: CorpusDb): Promise<KnownSites> {
  const { rows } = await sql<DeclaredSite>`
    SELECT name, home, region_code AS region, level FROM portal
    UNION
    SELECT portal.name, visit.url, portal.region_code, portal.level
    FROM visit JOIN portal ON portal.id = visit.portal_id WHERE visit.declared`.execute(db);
  return knownSites(rows);
}
