import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArchivePosition } from '../../src/crawl/frontier.ts';
import { ByteQueue } from './byte-queue.ts';
import { inflateMember, MemberError } from './inflate-member.ts';
import { ARCHIVE_LIMITS } from './limits.ts';
import { answersIn } from './read-record.ts';
import { chunksOf } from './read-warc.ts';
import type { EarlierAnswer } from './write-record.ts';

/** A whole record that the corpus does not know of; `readRecord` reads its answer. */
export interface RecoveredRecord {
  readonly url: string;
  readonly place: string | null;
  readonly status: number;
  readonly startedAt: number;
  readonly archive: ArchivePosition;
  readonly revisits: EarlierAnswer | null;
}

export interface RecoveredTail {
  readonly records: readonly RecoveredRecord[];
  /** Bytes that were cut off. */
  readonly cut: number;
}

/** The answers of the next member, whole and readable; null where what is there is not. */
async function nextAnswers(raw: ByteQueue) {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of inflateMember(raw)) {
      size += piece.length;
      if (size > ARCHIVE_LIMITS.block + ARCHIVE_LIMITS.head) return null;
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof MemberError) return null;
    throw error;
  }
  try {
    return await answersIn(Buffer.concat(pieces));
  } catch {
    return null;
  }
}

/**
 * Looks at what a killed run left in an archive file behind the bytes that were committed: whole records are handed back, so
 * that their answers need not be asked for again; half a record at the end is cut off.
 */
export async function recoverTail(path: string, committedEnd: number): Promise<RecoveredTail> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const raw = new ByteQueue(chunksOf(file, committedEnd), committedEnd);
    const records: RecoveredRecord[] = [];
    for (let offset = committedEnd; offset < size; offset = raw.position) {
      const answers = await nextAnswers(raw);
      if (answers === null) {
        await file.truncate(offset);
        return { records, cut: size - offset };
      }
      const archive = { file: basename(path), offset, length: raw.position - offset };
      for (const { exchange, place, revisits } of answers) {
        const { url, status, startedAt } = exchange;
        records.push({ url, place, status, startedAt, archive, revisits });
      }
    }
    return { records, cut: 0 };
  } finally {
    await file.close();
  }
}
