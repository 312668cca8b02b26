import type { Migration } from './migration.ts';

/**
 * A rule that people switched off for one body, with their reason: what it finds there is kept and not shown as open. Decisions add
 * up and the last one counts, like those on flags.
 */
export const ruleSwitch: Migration = {
  name: '2026-11-23-rule-switch',
  sql: `
CREATE TABLE rule_switch (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agency (id) ON DELETE CASCADE,
  is_off INTEGER NOT NULL CHECK (is_off = 0 OR is_off = 1),
  note TEXT NOT NULL,
  reviewer TEXT,
  decided_at TEXT NOT NULL
);
CREATE INDEX rule_switch_rule ON rule_switch (rule, agency_id, id);
`,
};
