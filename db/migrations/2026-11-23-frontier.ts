import type { Migration } from './migration.ts';

/**
 * The crawl: hosts, the queue of places, what leads where, and more about every request.
 *
 * - A `visit` is a place and stays for ever; its row says how it stood when it was last visited and when it is due again.
 *   `due_at` alone decides whether it is ever asked again, whatever its state.
 * - What the queue compares is in milliseconds since 1970 (`due_at`, `lease_until`, `not_before`); what people ask for is
 *   ISO 8601 text, as everywhere.
 * - `visit_due` holds what can be due and nothing else, host by host: a lease reads its first entries, however many follow.
 * - A `link` goes from a column (or a report, for its attachments) to a place, once for all pages of the column.
 * - `fetch.to_read` marks an answer that holds a document which the corpus has not read yet.
 * - `crawl_lock` has one row while a crawl runs on this corpus.
 */
export const frontier: Migration = {
  name: '2026-11-23-frontier',
  sql: `
ALTER TABLE portal ADD COLUMN level TEXT;
ALTER TABLE portal ADD COLUMN agencies INTEGER;

CREATE TABLE host (
  id INTEGER PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,
  address TEXT,
  robots TEXT,
  robots_status INTEGER,
  robots_at INTEGER,
  delay INTEGER NOT NULL DEFAULT 0,
  strikes INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  waits_for TEXT
);

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  host_id INTEGER NOT NULL REFERENCES host (id),
  portal_id INTEGER REFERENCES portal (id),
  kind TEXT NOT NULL CHECK (instr(' column list report attachment ', ' ' || kind || ' ')),
  declared INTEGER NOT NULL DEFAULT 0,
  url TEXT NOT NULL,
  method TEXT NOT NULL DEFAULT 'GET',
  body TEXT,
  body_type TEXT,
  title TEXT,
  date TEXT,
  referer TEXT,
  column_id INTEGER REFERENCES visit (id),
  parent_id INTEGER REFERENCES visit (id),
  scope TEXT CHECK (json_valid(scope)),
  family TEXT,
  rendered INTEGER NOT NULL DEFAULT 0,
  page INTEGER NOT NULL DEFAULT 1,
  hops INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (instr(' waiting vanished failed blocked excluded ', ' ' || state || ' ')),
  priority INTEGER NOT NULL,
  due_at INTEGER,
  lease_until INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT,
  last_status INTEGER,
  error_code TEXT,
  error_message TEXT,
  found_at TEXT NOT NULL,
  visited_at TEXT,
  changed_at TEXT,
  vanished_at TEXT
);
CREATE INDEX visit_due ON visit (host_id, priority, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX visit_leased ON visit (id) WHERE lease_until > 0;
CREATE INDEX visit_declared ON visit (portal_id) WHERE declared;

CREATE TABLE link (
  from_id INTEGER NOT NULL REFERENCES visit (id),
  to_id INTEGER NOT NULL REFERENCES visit (id),
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  PRIMARY KEY (from_id, to_id)
) WITHOUT ROWID;

CREATE TABLE remark (
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (visit_id, code)
) WITHOUT ROWID;

ALTER TABLE fetch ADD COLUMN visit_id INTEGER REFERENCES visit (id);
ALTER TABLE fetch ADD COLUMN method TEXT;
ALTER TABLE fetch ADD COLUMN bytes INTEGER;
ALTER TABLE fetch ADD COLUMN took INTEGER;
ALTER TABLE fetch ADD COLUMN error_message TEXT;
ALTER TABLE fetch ADD COLUMN to_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fetch ADD COLUMN read_at TEXT;
CREATE INDEX fetch_to_read ON fetch (id) WHERE to_read;
CREATE INDEX fetch_payload ON fetch (sha256, id) WHERE archive_file IS NOT NULL;
CREATE INDEX fetch_archive ON fetch (archive_file, archive_offset) WHERE archive_file IS NOT NULL;

CREATE TABLE crawl_lock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL,
  machine TEXT NOT NULL,
  pid INTEGER NOT NULL,
  taken_at TEXT NOT NULL,
  beat_at INTEGER NOT NULL
);
`,
};
