import type { Migration } from './migration.ts';

/**
 * What went wrong with a request, a place or a document, and why a host waits, is told in Chinese too, as doubts and flags are. Rows of an older program
 * have the English text alone.
 */
export const bothLanguages: Migration = {
  name: '2026-11-30-both-languages',
  sql: `
ALTER TABLE document ADD COLUMN error_message_zh TEXT;
ALTER TABLE fetch ADD COLUMN error_message_zh TEXT;
ALTER TABLE host ADD COLUMN waits_for_zh TEXT;
ALTER TABLE visit ADD COLUMN error_message_zh TEXT;
ALTER TABLE remark ADD COLUMN message_zh TEXT;
`,
};
