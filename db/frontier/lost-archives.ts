import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { run } from './statement.ts';

/** Whether the record of a row with an archive position lies in bytes that are gone: a condition in SQL. */
export const isLost = (row: string): string =>
  `EXISTS (SELECT 1 FROM lost_archive WHERE lost_archive.file = ${row}.archive_file
    AND lost_archive.bytes < ${row}.archive_offset + ${row}.archive_length)`;

/** An archive file that lacks bytes which the corpus has the places of. */
export interface LostArchive {
  readonly file: string;
  /** How many it lacks. */
  readonly bytes: number;
}

/** From file to file and to its last record, by the index on them alone. */
const KNOWN = `WITH RECURSIVE known (file) AS (
    SELECT min(archive_file) FROM fetch WHERE archive_file IS NOT NULL
    UNION ALL SELECT (SELECT min(archive_file) FROM fetch WHERE archive_file > known.file) FROM known WHERE known.file IS NOT NULL)
  SELECT file, (SELECT archive_offset + archive_length FROM fetch WHERE archive_file = known.file
    ORDER BY archive_offset DESC LIMIT 1) AS end FROM known WHERE file IS NOT NULL`;

const NOTE = `INSERT INTO lost_archive (file, bytes, missed_at) SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each(?)`;

/**
 * Compares the files that the corpus knows of with those that are there (`sizeOf`: bytes, 0 for none) and remembers what is lost,
 * so that nothing refers to it. Returns those that lost bytes since this was last done.
 */
export async function noteLostArchives(
  db: CorpusDb,
  sizeOf: (file: string) => Promise<number>,
  now: string,
): Promise<LostArchive[]> {
  const known = await run<{ file: string; end: number }>(db, KNOWN);
  const lost: { readonly file: string; readonly end: number; readonly size: number }[] = [];
  for (const { file, end } of known) {
    const size = await sizeOf(file);
    if (size < end) lost.push({ file, end, size });
  }
  return db.transaction().execute(async (trx) => {
    const before = await run<{ file: string; bytes: number; missed_at: string }>(trx, 'SELECT * FROM lost_archive');
    const told = new Map(before.map((row) => [row.file, row]));
    await run(trx, 'DELETE FROM lost_archive');
    const rows = lost.map(({ file, size }) => [file, size, told.get(file)?.missed_at ?? now]);
    if (rows.length > 0) await run(trx, NOTE, jsonRows(rows));
    return lost
      .filter(({ file, size }) => size < (told.get(file)?.bytes ?? Number.POSITIVE_INFINITY))
      .map(({ file, end, size }) => ({ file, bytes: end - size }));
  });
}
