import type { EntryKind } from '../../src/model/crawl/entry.ts';
import type { ArchivePosition } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { isLost } from './lost-archives.ts';
import { run } from './statement.ts';

/** A document that was fetched and is not in the corpus yet. */
export interface UnreadDocument {
  readonly fetchId: number;
  readonly visitId: number;
  readonly kind: EntryKind;
  readonly url: string;
  /** ISO 8601. */
  readonly fetchedAt: string;
  /** Of its decoded bytes. */
  readonly sha256: string | null;
  /** The record that holds the bytes: an earlier one, where this fetch brought the same. */
  readonly archive: ArchivePosition;
  /** The records of its further pages, where it is an article over several. */
  readonly parts: readonly ArchivePosition[];
  /** The words of the link that led to it. */
  readonly title: string | null;
  /** Whose report for which year it is by the words around that link, or around the link to its page. */
  readonly agency: string | null;
  readonly year: number | null;
  /** The report that an attachment belongs to. */
  readonly parentUrl: string | null;
  /** The words of the link that led to that report. */
  readonly parentTitle: string | null;
  /** Id of the portal. */
  readonly portal: string | null;
}

const POSITION = (row: string): string =>
  `${row}.archive_file AS file, ${row}.archive_offset AS offset, ${row}.archive_length AS length`;

/** The first record that holds a body of the digest, in a file that still has it. */
const FIRST = (sha256: string): string =>
  `(SELECT min(same.id) FROM fetch AS same WHERE same.sha256 = ${sha256} AND same.archive_file IS NOT NULL
    AND same.archive_whole AND NOT ${isLost('same')})`;

/** Further pages are written right behind the first, in one transaction. */
const PARTS = `(SELECT json_group_array(json_object('file', file, 'offset', offset, 'length', length)) FROM (
    SELECT ${POSITION('held')} FROM fetch AS part
      JOIN fetch AS held ON held.id = coalesce(${FIRST('part.sha256')}, part.id)
    WHERE part.visit_id = fetch.visit_id AND part.part IS NOT NULL AND part.id > fetch.id
      AND NOT EXISTS (SELECT 1 FROM fetch AS other WHERE other.visit_id = fetch.visit_id AND other.part IS NULL
        AND other.id > fetch.id AND other.id < part.id)
    ORDER BY part.id)) AS parts`;

const UNREAD = `SELECT fetch.id AS fetchId, visit.id AS visitId, visit.kind, visit.url, fetch.fetched_at AS fetchedAt,
    fetch.sha256, visit.title, coalesce(visit.agency, parent.agency) AS agency, coalesce(visit.year, parent.year) AS year,
    parent.url AS parentUrl, parent.title AS parentTitle, portal.slug AS portal,
    ${POSITION('held')}, ${PARTS}
  FROM fetch JOIN visit ON visit.id = fetch.visit_id
  JOIN fetch AS held ON held.id = coalesce(${FIRST('fetch.sha256')}, fetch.id)
  LEFT JOIN visit AS parent ON parent.id = visit.parent_id
  LEFT JOIN portal ON portal.id = visit.portal_id
  WHERE fetch.to_read AND held.archive_file IS NOT NULL ORDER BY fetch.id LIMIT ?`;

type Flat = Omit<UnreadDocument, 'archive' | 'parts'> & ArchivePosition & { readonly parts: string };

/** Documents to be read, in the order in which they were fetched. */
export async function unread(db: CorpusDb, limit: number): Promise<UnreadDocument[]> {
  const rows = await run<Flat>(db, UNREAD, limit);
  return rows.map(({ file, offset, length, parts, ...document }) => ({
    ...document,
    archive: { file, offset, length },
    parts: JSON.parse(parts) as ArchivePosition[],
  }));
}

/** A fetch that was read, and the digest under which the corpus has what was read: its own, or that of its pages joined. */
interface ReadFetch {
  readonly fetchId: number;
  readonly sha256: string | null;
}

const MARK = `UPDATE fetch SET to_read = 0, read_at = ?1,
  document_id = coalesce((SELECT id FROM document WHERE document.sha256 = coalesce(done.value ->> 1, fetch.sha256)), document_id)
  FROM json_each(?2) AS done WHERE fetch.id = done.value ->> 0`;

/** Documents keep where their bytes lie: the record that holds them. */
const PLACE = `UPDATE document SET archive_file = held.archive_file, archive_offset = held.archive_offset,
    archive_length = held.archive_length
  FROM fetch JOIN fetch AS held ON held.id = ${FIRST('fetch.sha256')}
  WHERE fetch.id IN (SELECT value FROM json_each(?)) AND document.id = fetch.document_id
    AND (document.archive_file IS NULL OR ${isLost('document')})`;

/**
 * Marks fetches whose documents are in the corpus, whatever their reading came to, and ties each to its document by its
 * digest. An archive (ZIP) has none of its own: its members are documents of theirs.
 */
export async function markRead(db: CorpusDb, read: readonly ReadFetch[], readAt: string): Promise<void> {
  if (read.length === 0) return;
  const ids = JSON.stringify(read.map(({ fetchId }) => fetchId));
  await db.transaction().execute(async (trx) => {
    await run(trx, MARK, readAt, jsonRows(read.map(({ fetchId, sha256 }) => [fetchId, sha256])));
    await run(trx, PLACE, ids);
  });
}

/** A body that is in the archive already: what a `revisit` record refers to. */
interface KeptPayload {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
  readonly archive: ArchivePosition;
}

const KEPT = `SELECT url, fetched_at AS fetchedAt, ${POSITION('fetch')} FROM fetch WHERE id = ${FIRST('?')}`;

/** The record that holds a body of this digest (SHA-256 of the decoded bytes) in full; null where there is none. */
export async function keptPayload(db: CorpusDb, sha256: string): Promise<KeptPayload | null> {
  const [row] = await run<ArchivePosition & { url: string; fetchedAt: string }>(db, KEPT, sha256);
  if (!row) return null;
  const { url, fetchedAt, file, offset, length } = row;
  return { url, fetchedAt: Date.parse(fetchedAt), archive: { file, offset, length } };
}

/** Digests of all bodies that the archive holds. */
export async function keptDigests(db: CorpusDb): Promise<string[]> {
  const text = 'SELECT DISTINCT sha256 FROM fetch WHERE archive_file IS NOT NULL AND sha256 IS NOT NULL';
  return (await run<{ sha256: string }>(db, text)).map(({ sha256 }) => sha256);
}

const ANSWERED = `SELECT ${POSITION('fetch')} FROM fetch WHERE url = ? AND fetched_at = ? AND archive_file IS NOT NULL
  AND NOT ${isLost('fetch')}`;

/** The record of an answer that a `revisit` refers to; null where the corpus knows none that is still there. */
export async function keptAnswer(
  db: CorpusDb,
  { url, fetchedAt }: Pick<KeptPayload, 'url' | 'fetchedAt'>,
): Promise<ArchivePosition | null> {
  const [row] = await run<ArchivePosition>(db, ANSWERED, url, new Date(fetchedAt).toISOString());
  return row ?? null;
}
