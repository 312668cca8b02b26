import type { Migration } from './migration.ts';

/** Coverage reads the places of a portal with what was read of them. */
export const coverage: Migration = {
  name: '2026-12-01-coverage',
  sql: `
CREATE INDEX visit_portal ON visit (portal_id);
CREATE INDEX fetch_read ON fetch (visit_id, document_id) WHERE document_id IS NOT NULL;
`,
};
