import type { Migration } from './migration.ts';

/**
 * Many places show one report: twin pages, a page and its attachment, a page whose counter changes with every look.
 *
 * - A document that says what a version of its report says already gets no version of its own: `same_as_id` names the
 *   document of that version. Its bytes and its sightings are kept like any other's.
 * - The digests of a version are null for those that an older program stored; nothing is the same as those.
 */
export const sameContent: Migration = {
  name: '2026-11-23-same-content',
  sql: `
ALTER TABLE document ADD COLUMN same_as_id INTEGER REFERENCES document (id);
CREATE INDEX document_same_as ON document (same_as_id) WHERE same_as_id IS NOT NULL;
ALTER TABLE report_version ADD COLUMN figures_digest TEXT;
ALTER TABLE report_version ADD COLUMN content_digest TEXT;
ALTER TABLE report_version ADD COLUMN figures_reported INTEGER;
`,
};
