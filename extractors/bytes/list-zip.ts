import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { bufferOf } from '../../src/model/bytes/buffer-of.ts';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Message } from '../../src/model/report.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { memberName } from './member-name.ts';

/** One entry of a ZIP's central directory. Everything in it is a claim; `unpack` holds the claims against the bytes. */
export interface ZipEntry {
  /** A label, unique in its archive; never a path. */
  readonly name: string;
  /** Another entry before it has the same name. */
  readonly repeated: boolean;
  readonly directory: boolean;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; others are rare and not read. */
  readonly method: number;
  readonly crc32: number;
  /** Offset of the local header. */
  readonly header: number;
  readonly packed: number;
}

interface ZipListing {
  readonly entries: readonly ZipEntry[];
  /** Why the list breaks off before its end; null where it is whole. */
  readonly broken: Message | null;
}

function toEntry(entry: Entry, taken: Map<string, number>): ZipEntry {
  const plain = memberName(entry.fileNameRaw, entry.extraFields);
  const count = (taken.get(plain) ?? 0) + 1;
  taken.set(plain, count);
  return {
    name: count > 1 ? `${plain}#${count}` : plain,
    repeated: count > 1,
    directory: plain.endsWith('/'),
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    crc32: entry.crc32,
    header: entry.relativeOffsetOfLocalHeader,
    packed: entry.compressedSize,
  };
}

/** An Office document may have the most parts of all that is a ZIP. */
const MOST_ENTRIES = Math.max(LIMITS.ooxmlParts, LIMITS.archiveMembers);

const tooMany = (): ReadError =>
  new ReadError('TOO_LARGE', {
    zh: `ZIP 容器的成员超过 ${MOST_ENTRIES} 个；若为压缩包，请解压后给出文件夹`,
    en: `the ZIP container has more than ${MOST_ENTRIES} members; if it is an archive, unpack it and name the folder`,
  });

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bufferOf(bytes), { decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    const { zh, en } = textOf(error);
    throw new ReadError('DAMAGED', {
      zh: `此文件是 ZIP 容器（压缩包、DOCX 或 XLSX），但读不出成员清单（${zh}）；可能被截断，请重新获取`,
      en: `the file is a ZIP container (an archive, DOCX or XLSX) whose list of members can't be read (${en}); it may be cut off, so fetch it again`,
    });
  }
}

/** Lists a ZIP from its central directory. Throws a ReadError where there is none, or far too much of it. */
export async function listZip(bytes: Uint8Array): Promise<ZipListing> {
  const zip = await open(bytes);
  if (zip.entryCount > MOST_ENTRIES) throw tooMany();
  const entries: ZipEntry[] = [];
  const taken = new Map<string, number>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= MOST_ENTRIES) throw tooMany();
      entries.push(toEntry(entry, taken));
    }
  } catch (error) {
    if (error instanceof ReadError) throw error;
    return { entries, broken: textOf(error) };
  }
  return { entries, broken: null };
}
