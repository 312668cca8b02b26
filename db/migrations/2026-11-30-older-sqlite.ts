import type { Migration } from './migration.ts';

/**
 * Checks that mean the same in every SQLite. `json_valid(NULL)` is NULL, which passes, in the SQLite of this program, and 0 in
 * those of other tools (3.31 to 3.40, as seen), for which each empty list looked like damage (`PRAGMA integrity_check`). Nothing of what is stored changes, so the text of the tables is
 * changed in place, as https://www.sqlite.org/lang_altertable.html describes it; a view that comes and goes marks the schema as
 * changed for other connections.
 */
export const olderSqlite: Migration = {
  name: '2026-11-30-older-sqlite',
  readersNeedIt: false,
  sql: `
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql,
  'CHECK (json_valid(repair))', 'CHECK (repair IS NULL OR json_valid(repair))'),
  'CHECK (json_valid(paths))', 'CHECK (paths IS NULL OR json_valid(paths))'),
  'CHECK (json_valid(alternatives))', 'CHECK (alternatives IS NULL OR json_valid(alternatives))'),
  'CHECK (json_valid(scope))', 'CHECK (scope IS NULL OR json_valid(scope))')
WHERE type = 'table' AND name IN ('report_version', 'doubt', 'visit');
CREATE VIEW schema_changed AS SELECT 1;
DROP VIEW schema_changed;
PRAGMA writable_schema = RESET;
`,
};
