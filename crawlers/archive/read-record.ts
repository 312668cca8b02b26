import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ArchivePosition } from '../../src/crawl/frontier.ts';
import { ArchiveError } from './archive-error.ts';
import { ByteQueue } from './byte-queue.ts';
import { ARCHIVE_LIMITS } from './limits.ts';
import { parseRecords } from './parse-records.ts';
import { type ArchivedAnswer, readAnswer } from './read-answer.ts';

const NEXT = 'Check that the archive lies beside the corpus as the crawl left it.';

async function memberAt(folder: string, { file, offset, length }: ArchivePosition): Promise<Buffer> {
  const place = `${file} at ${offset}`;
  if (!/^[\w.-]+$/.test(file))
    throw new ArchiveError('ARCHIVE_RECORD_MISSING', `${place} names no archive file. ${NEXT}`);
  if (length > ARCHIVE_LIMITS.block) {
    throw new ArchiveError('ARCHIVE_TOO_LARGE', `The record in ${place} has ${length} bytes; it was not read.`);
  }
  const packed = Buffer.alloc(length);
  try {
    const handle = await open(join(folder, file), 'r');
    try {
      const { bytesRead } = await handle.read(packed, 0, length, offset);
      if (bytesRead < length) throw new Error(`the file ends ${length - bytesRead} bytes too early`);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError('ARCHIVE_RECORD_MISSING', `There is no record in ${place}: ${reason}. ${NEXT}`, error);
  }
  try {
    return gunzipSync(packed, { maxOutputLength: ARCHIVE_LIMITS.block + ARCHIVE_LIMITS.head });
  } catch (error) {
    throw broken(place, error);
  }
}

const broken = (place: string, error: unknown): ArchiveError => {
  const reason = error instanceof Error ? error.message : String(error);
  return new ArchiveError('ARCHIVE_RECORD_BROKEN', `The record in ${place} is broken: ${reason}. ${NEXT}`, error);
};

/** The answers in one gzip member that is unpacked; one, as the crawl writes them. */
export async function answersIn(member: Buffer): Promise<ArchivedAnswer[]> {
  const answers: ArchivedAnswer[] = [];
  const once = (async function* () {
    yield member;
  })();
  for await (const item of parseRecords(new ByteQueue(once))) {
    if (item.kind === 'broken') throw new Error(item.reason);
    const answer = readAnswer(item);
    if (answer) answers.push(answer);
  }
  return answers;
}

/**
 * Reads one answer back from the archive folder. The body of a `revisit` is empty: read the record that it refers to.
 * Throws `ArchiveError`.
 */
export async function readRecord(folder: string, position: ArchivePosition): Promise<ArchivedAnswer> {
  const member = await memberAt(folder, position);
  const place = `${position.file} at ${position.offset}`;
  try {
    const [answer] = await answersIn(member);
    if (!answer) throw new Error('it holds no answer');
    return answer;
  } catch (error) {
    throw broken(place, error);
  }
}
