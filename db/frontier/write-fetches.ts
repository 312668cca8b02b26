import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { partsOf, run } from './statement.ts';

const COLUMNS = [
  ...['crawl_run_id', 'portal_id', 'visit_id', 'url', 'method', 'fetched_at', 'status', 'etag', 'last_modified'],
  ...['sha256', 'bytes', 'took', 'error_code', 'error_message', 'error_message_zh'],
  ...['archive_file', 'archive_offset', 'archive_length', 'archive_whole', 'to_read', 'part'],
];

const INSERT = `INSERT INTO fetch (${COLUMNS.join(', ')}) SELECT ${partsOf('fetched', COLUMNS)} FROM jsonb_each(?) AS fetched`;

/** A request and whose it was. */
export interface OwnedFetch {
  readonly fetch: FetchRecord;
  readonly portalId: number | null;
  /** Null for robots.txt. */
  readonly visitId: number | null;
  readonly toRead: boolean;
}

export async function writeFetches(db: CorpusDb, runId: number, owned: readonly OwnedFetch[]): Promise<void> {
  if (owned.length === 0) return;
  const rows = owned.map(({ fetch, portalId, visitId, toRead }) => [
    ...[runId, portalId, visitId, fetch.url, fetch.method, new Date(fetch.fetchedAt).toISOString(), fetch.status],
    ...[fetch.etag, fetch.lastModified, fetch.sha256, fetch.bytes, Math.round(fetch.took)],
    ...[fetch.errorCode, fetch.errorMessage?.en ?? null, fetch.errorMessage?.zh ?? null],
    ...[fetch.archive?.file ?? null, fetch.archive?.offset ?? null, fetch.archive?.length ?? null],
    ...[fetch.archive?.whole ?? false, toRead, fetch.part],
  ]);
  await run(db, INSERT, jsonRows(rows));
}
