import type { Migration } from './migration.ts';

/**
 * The audit over the corpus.
 *
 * - `flag.scope` tells what a rule looked at: `report`, the report alone, written with its reading; `corpus`, others beside
 *   it, written by the cross audit and renewed when what it compares has changed.
 * - `cross_audit.state` is a digest of everything that was compared, each at the state it had: as long as it is the same, the
 *   flags of the version are.
 * - `sketch` and `sketch_band` find narratives that are nearly alike: a version's bands, each a number of 32 bits, are looked
 *   up, and those who share one are compared word by word. `likeness` keeps what that found, the smaller id first.
 * - `boilerplate` is what more than a fifth of the bodies write; sketches of different generations can't be compared.
 * - `table_digest` is null for a table 3 that tells nothing.
 */
export const crossAudit: Migration = {
  name: '2026-11-23-cross-audit',
  sql: `
ALTER TABLE flag ADD COLUMN scope TEXT NOT NULL DEFAULT 'report' CHECK (scope IN ('report', 'corpus'));

CREATE TABLE cross_audit (
  version_id INTEGER PRIMARY KEY REFERENCES report_version (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  program TEXT NOT NULL,
  audited_at TEXT NOT NULL
);

CREATE TABLE sketch (
  version_id INTEGER PRIMARY KEY REFERENCES report_version (id) ON DELETE CASCADE,
  read_at TEXT NOT NULL,
  generation INTEGER NOT NULL,
  table_digest TEXT
);
CREATE INDEX sketch_table ON sketch (table_digest) WHERE table_digest IS NOT NULL;

CREATE TABLE sketch_band (
  band INTEGER NOT NULL,
  version_id INTEGER NOT NULL REFERENCES sketch (version_id) ON DELETE CASCADE,
  PRIMARY KEY (band, version_id)
) WITHOUT ROWID;
CREATE INDEX sketch_band_version ON sketch_band (version_id);

CREATE TABLE likeness (
  version_id INTEGER NOT NULL REFERENCES sketch (version_id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES sketch (version_id) ON DELETE CASCADE,
  share REAL NOT NULL,
  PRIMARY KEY (version_id, other_id),
  CHECK (version_id < other_id)
) WITHOUT ROWID;
CREATE INDEX likeness_other ON likeness (other_id);

CREATE TABLE boilerplate (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL,
  bodies INTEGER NOT NULL,
  digests TEXT NOT NULL CHECK (json_valid(digests))
);
`,
};
