import { open, truncate } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArchiveGap, ArchivePosition } from '../../src/model/crawl/frontier.ts';
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

/** What a killed run left that no commit holds. */
export interface Recovery {
  /** Whole records, in their order: their answers need not be asked for again. */
  readonly records: readonly RecoveredRecord[];
  /** Bytes of a record begun that were cut off. */
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
 * Looks through the gaps of an archive file, and nothing else of it: whole records are handed back, so that their answers need
 * not be asked for again; half a record at the end of the file is cut off. What can't be read within the file stays as it is.
 */
export async function recoverGaps(path: string, gaps: readonly ArchiveGap[]): Promise<Recovery> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const records: RecoveredRecord[] = [];
    for (const { from, to } of gaps) {
      const end = Math.min(to ?? size, size);
      const raw = new ByteQueue(chunksOf(file, from), from);
      for (let offset = from; offset < end; offset = raw.position) {
        const answers = await nextAnswers(raw);
        if (answers === null && to === null) {
          await truncate(path, offset);
          return { records, cut: size - offset };
        }
        if (answers === null || raw.position > end) break;
        const archive = { file: basename(path), offset, length: raw.position - offset };
        for (const { exchange, place, revisits } of answers) {
          const { url, status, startedAt } = exchange;
          records.push({ url, place, status, startedAt, archive, revisits });
        }
      }
    }
    return { records, cut: 0 };
  } finally {
    await file.close();
  }
}
