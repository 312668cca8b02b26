import type { Migration } from './migration.ts';

/**
 * The corpus as it began.
 *
 * - A `document` is bytes, a `report` is an agency's account of a year, a `report_version` is what one document says of it.
 *   A report whose agency or year is unknown stands alone: nothing is ever grouped by something unknown.
 * - `sighting` is a log of what a place (path or address) began to show; a new row means the place shows something else.
 * - `figure` is by far the largest table (200 rows a report), hence numbers for names and no row id. Its cells lie in a few
 *   places of the document, so a locator's `path` is a number: its index in the version's list `paths`. Its checks use no
 *   list with IN, which would double the time of an insert.
 * - `observed` and `expected` have no type, so that a number stays a number and a text a text.
 * - `review` points at a flag by its fingerprint and repeats what it was about: it outlives the flag's row.
 */
export const corpus: Migration = {
  name: '2026-11-22-corpus',
  sql: `
CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  region_code TEXT CHECK (region_code <> ''),
  level TEXT,
  kind TEXT NOT NULL,
  parent_id INTEGER REFERENCES agency (id)
);
CREATE UNIQUE INDEX agency_name ON agency (name, coalesce(region_code, ''));
CREATE INDEX agency_region ON agency (region_code);
CREATE INDEX agency_parent ON agency (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE portal (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  home TEXT NOT NULL,
  region_code TEXT,
  family TEXT
);

CREATE TABLE crawl_run (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  program TEXT NOT NULL,
  outcome TEXT,
  counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts))
);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  media_type TEXT,
  bytes INTEGER,
  charset TEXT,
  first_seen_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('report', 'not_report', 'unreadable')),
  error_code TEXT,
  error_message TEXT,
  program TEXT NOT NULL,
  read_at TEXT NOT NULL,
  archive_file TEXT,
  archive_offset INTEGER,
  archive_length INTEGER
);

CREATE TABLE sighting (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  seen_at TEXT NOT NULL
);
CREATE INDEX sighting_place ON sighting (place, id);
CREATE INDEX sighting_document ON sighting (document_id, id);

CREATE TABLE fetch (
  id INTEGER PRIMARY KEY,
  crawl_run_id INTEGER REFERENCES crawl_run (id),
  portal_id INTEGER REFERENCES portal (id),
  url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  status INTEGER,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT,
  document_id INTEGER REFERENCES document (id),
  error_code TEXT,
  archive_file TEXT,
  archive_offset INTEGER,
  archive_length INTEGER
);
CREATE INDEX fetch_url ON fetch (url, id);
CREATE INDEX fetch_document ON fetch (document_id) WHERE document_id IS NOT NULL;

CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  agency_id INTEGER REFERENCES agency (id),
  year INTEGER,
  current_version_id INTEGER REFERENCES report_version (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX report_agency_year ON report (agency_id, year) WHERE agency_id IS NOT NULL AND year IS NOT NULL;
CREATE INDEX report_agency ON report (agency_id);
CREATE INDEX report_year ON report (year);
CREATE INDEX report_current ON report (current_version_id);

CREATE TABLE report_version (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES report (id),
  document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  title TEXT,
  edition TEXT,
  edition_proactive TEXT,
  edition_requests TEXT,
  edition_disputes TEXT,
  published_on TEXT,
  period_start TEXT,
  period_end TEXT,
  repair TEXT CHECK (json_valid(repair)),
  paths TEXT CHECK (json_valid(paths))
);
CREATE INDEX report_version_report ON report_version (report_id, id);

CREATE TABLE section (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  number TEXT,
  heading TEXT NOT NULL,
  role TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX section_version ON section (version_id, ordinal);

CREATE VIRTUAL TABLE section_fts USING fts5 (
  heading, text, content = 'section', content_rowid = 'id', tokenize = 'trigram'
);
CREATE TRIGGER section_added AFTER INSERT ON section BEGIN
  INSERT INTO section_fts (rowid, heading, text) VALUES (new.id, new.heading, new.text);
END;
CREATE TRIGGER section_removed AFTER DELETE ON section BEGIN
  INSERT INTO section_fts (section_fts, rowid, heading, text) VALUES ('delete', old.id, old.heading, old.text);
END;
CREATE TRIGGER section_changed AFTER UPDATE ON section BEGIN
  INSERT INTO section_fts (section_fts, rowid, heading, text) VALUES ('delete', old.id, old.heading, old.text);
  INSERT INTO section_fts (rowid, heading, text) VALUES (new.id, new.heading, new.text);
END;

CREATE TABLE variable (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  edition TEXT NOT NULL,
  table_key TEXT NOT NULL,
  row_key TEXT NOT NULL,
  column_key TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (key, edition)
);

CREATE TABLE figure (
  version_id INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  variable_id INTEGER NOT NULL REFERENCES variable (id),
  value NUMERIC,
  raw TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (instr(' reported blank dash not_applicable unreadable inferred missing ', ' ' || status || ' ')),
  locator TEXT,
  unit TEXT,
  note TEXT,
  PRIMARY KEY (version_id, variable_id),
  CHECK ((value IS NOT NULL) = (status = 'reported' OR status = 'inferred'))
) WITHOUT ROWID;

CREATE TABLE doubt (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  version_id INTEGER REFERENCES report_version (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  alternatives TEXT CHECK (json_valid(alternatives))
);
CREATE INDEX doubt_version ON doubt (version_id, severity);
CREATE INDEX doubt_document ON doubt (document_id);

CREATE TABLE flag (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  observed,
  expected,
  fingerprint TEXT NOT NULL
);
CREATE INDEX flag_version ON flag (version_id, severity);
CREATE INDEX flag_rule ON flag (rule);
CREATE INDEX flag_fingerprint ON flag (fingerprint);

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'dismissed', 'open')),
  note TEXT,
  reviewer TEXT,
  decided_at TEXT NOT NULL,
  rule TEXT NOT NULL,
  agency TEXT,
  year INTEGER,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  observed,
  expected
);
CREATE INDEX review_fingerprint ON review (fingerprint, id);
`,
};
