import type { Migration } from './migration.ts';

/**
 * What nights leave behind.
 *
 * - `crawl_run.summary` is the summary of the run as `--format json` prints it, its messages in both languages.
 * - `fetch.archive_whole` marks a record that holds its body; where it is 0, an earlier one of the same digest does. Until now
 *   that was the first of every digest.
 * - `lost_archive` names the archive files that had fewer bytes than the corpus knows of when the archive was last opened, none
 *   where the file was not there: what stood behind them is written whole again when it comes again.
 */
export const nights: Migration = {
  name: '2026-11-30-nights',
  sql: `
ALTER TABLE crawl_run ADD COLUMN summary TEXT CHECK (summary IS NULL OR json_valid(summary));

ALTER TABLE fetch ADD COLUMN archive_whole INTEGER NOT NULL DEFAULT 0;
UPDATE fetch SET archive_whole = 1 WHERE id IN (
  SELECT min(id) FROM fetch WHERE archive_file IS NOT NULL AND sha256 IS NOT NULL GROUP BY sha256
);

CREATE TABLE lost_archive (
  file TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  missed_at TEXT NOT NULL
) WITHOUT ROWID;
`,
};
