import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { inflate } from '../../src/model/bytes/inflate.ts';
import type { ArchivePosition } from '../../src/model/crawl/frontier.ts';
import { BilingualError, textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Message } from '../../src/model/report.ts';
import { ArchiveError } from './archive-error.ts';
import { ByteQueue } from './byte-queue.ts';
import { ARCHIVE_LIMITS } from './limits.ts';
import { parseRecords } from './parse-records.ts';
import { type ArchivedAnswer, readAnswer } from './read-answer.ts';

const NEXT: Message = {
  zh: '请确认存档仍在语料库旁，与抓取时一致。',
  en: 'Check that the archive lies beside the corpus as the crawl left it.',
};

async function memberAt(folder: string, { file, offset, length }: ArchivePosition): Promise<Buffer> {
  const place = `${file} at ${offset}`;
  if (!/^[\w.-]+$/.test(file))
    throw new ArchiveError('ARCHIVE_RECORD_MISSING', {
      zh: `${place} 所指不是存档文件。${NEXT.zh}`,
      en: `${place} names no archive file. ${NEXT.en}`,
    });
  if (length > ARCHIVE_LIMITS.block) {
    throw new ArchiveError('ARCHIVE_TOO_LARGE', {
      zh: `${place} 处的记录有 ${length} 字节；未读取。`,
      en: `The record in ${place} has ${length} bytes; it was not read.`,
    });
  }
  const packed = Buffer.alloc(length);
  try {
    const handle = await open(join(folder, file), 'r');
    try {
      const { bytesRead } = await handle.read(packed, 0, length, offset);
      const lacking = length - bytesRead;
      if (lacking > 0)
        throw new BilingualError({ zh: `文件缺 ${lacking} 字节`, en: `the file ends ${lacking} bytes too early` });
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { zh, en } = textOf(error);
    throw new ArchiveError(
      'ARCHIVE_RECORD_MISSING',
      { zh: `${place} 处没有记录：${zh}。${NEXT.zh}`, en: `There is no record in ${place}: ${en}. ${NEXT.en}` },
      error,
    );
  }
  try {
    return inflate('gzip', packed, ARCHIVE_LIMITS.block + ARCHIVE_LIMITS.head);
  } catch (error) {
    throw broken(place, error);
  }
}

const broken = (place: string, error: unknown): ArchiveError => {
  const { zh, en } = textOf(error);
  return new ArchiveError(
    'ARCHIVE_RECORD_BROKEN',
    { zh: `${place} 处的记录已损坏：${zh}。${NEXT.zh}`, en: `The record in ${place} is broken: ${en}. ${NEXT.en}` },
    error,
  );
};

/** The answers in one gzip member that is unpacked; one, as the crawl writes them. */
export async function answersIn(member: Buffer): Promise<ArchivedAnswer[]> {
  const answers: ArchivedAnswer[] = [];
  const once = (async function* () {
    yield member;
  })();
  for await (const item of parseRecords(new ByteQueue(once))) {
    if (item.kind === 'broken') throw new BilingualError(item.reason);
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
    if (!answer) throw new BilingualError({ zh: '其中没有答复', en: 'it holds no answer' });
    return answer;
  } catch (error) {
    throw broken(place, error);
  }
}
