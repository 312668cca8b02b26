import type { Migration } from './migration.ts';

/** `crawl_run.exploring` is what the run might explore a portal by, as JSON, so that what was spent can be told against it. */
export const budgets: Migration = {
  name: '2026-12-02-budgets',
  sql: `
ALTER TABLE crawl_run ADD COLUMN exploring TEXT CHECK (exploring IS NULL OR json_valid(exploring));
`,
};
