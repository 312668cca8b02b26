import type { Migration } from './migration.ts';

/** Further pages of articles are looked up by their place: by every document that is read, and by every look at a known report. */
export const parts: Migration = {
  name: '2026-12-02-parts',
  sql: `
CREATE INDEX fetch_part ON fetch (visit_id, id) WHERE part IS NOT NULL;
CREATE INDEX fetch_visit ON fetch (visit_id, id) WHERE part IS NULL AND visit_id IS NOT NULL;
`,
};
