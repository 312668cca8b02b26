import type { Migration } from './migration.ts';

/**
 * Whose report it is: a body is a place and a name, so that two bodies of one name are two rows.
 *
 * - `rest` is the name behind its places in one spelling (财政局); `place`, `above` and `place_code` say where, as far as it is
 *   known; `origin` is the host or folder where the body was first found. `region_code` is the smallest area known to hold it.
 * - `identity` is what its flags are known by and never changes: a JSON list.
 * - Rows that an older program left have no `rest`; opening the corpus for writing tells their bodies apart (`regroupBodies`).
 * - `report_version.values_digest` is of the figures' values alone, whatever their status: what two readings of one report share.
 * - `document.site_code` and `site_name` are what the page says of its site (SiteIDCode, SiteName).
 */
export const bodies: Migration = {
  name: '2026-11-30-bodies',
  sql: `
DROP INDEX agency_name;
ALTER TABLE agency ADD COLUMN rest TEXT;
ALTER TABLE agency ADD COLUMN place TEXT;
ALTER TABLE agency ADD COLUMN above TEXT;
ALTER TABLE agency ADD COLUMN place_code TEXT;
ALTER TABLE agency ADD COLUMN origin TEXT;
ALTER TABLE agency ADD COLUMN identity TEXT CHECK (identity IS NULL OR json_valid(identity));
UPDATE agency SET identity = json_array(name, region_code);
CREATE INDEX agency_name ON agency (name);
CREATE INDEX agency_rest_place ON agency (rest, place);
CREATE INDEX agency_rest_code ON agency (rest, place_code);
CREATE INDEX agency_rest_origin ON agency (rest, origin);
CREATE UNIQUE INDEX agency_identity ON agency (identity);

ALTER TABLE report_version ADD COLUMN values_digest TEXT;
CREATE INDEX report_version_values ON report_version (values_digest) WHERE values_digest IS NOT NULL;

ALTER TABLE document ADD COLUMN site_code TEXT;
ALTER TABLE document ADD COLUMN site_name TEXT;
`,
};
