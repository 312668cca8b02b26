import type { Migration } from './migration.ts';

/**
 * Pages of unknown role: what the link that led there promised, what the page turned out to be, and how far each portal was
 * explored in the present night.
 *
 * - `visit.score` is null for places that are known to be worth their visits; a candidate has one and waits for its turn.
 * - `visit.via` is the page that led to a place first; `fruitful` says that reports were found on a page or behind it.
 * - `fetch.part` numbers the further pages of an article, in the rows behind that of its first page.
 * - `host.furniture` holds digests of the links of the host's first explored page, as JSON.
 */
export const exploration: Migration = {
  name: '2026-11-30-exploration',
  sql: `
ALTER TABLE visit ADD COLUMN score INTEGER;
ALTER TABLE visit ADD COLUMN words TEXT;
ALTER TABLE visit ADD COLUMN agency TEXT;
ALTER TABLE visit ADD COLUMN year INTEGER;
ALTER TABLE visit ADD COLUMN verdict TEXT;
ALTER TABLE visit ADD COLUMN via INTEGER REFERENCES visit (id);
ALTER TABLE visit ADD COLUMN fruitful INTEGER NOT NULL DEFAULT 0;
CREATE INDEX visit_candidate ON visit (portal_id, due_at) WHERE score IS NOT NULL;
CREATE INDEX visit_sibling ON visit (via) WHERE score IS NOT NULL;

ALTER TABLE host ADD COLUMN furniture TEXT;

ALTER TABLE fetch ADD COLUMN part INTEGER;

CREATE TABLE exploration (
  portal_id INTEGER NOT NULL REFERENCES portal (id),
  host_id INTEGER NOT NULL REFERENCES host (id),
  pages INTEGER NOT NULL DEFAULT 0,
  renderings INTEGER NOT NULL DEFAULT 0,
  reports INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (portal_id, host_id)
);
`,
};
