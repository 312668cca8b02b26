import { detectSignature } from '../../src/model/bytes/signature.ts';
import type { Message } from '../../src/model/report.ts';
import { listZip, type ZipEntry } from '../bytes/list-zip.ts';
import { refuseOverlaps, unpack } from '../bytes/unpack-member.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { chooseMembers } from './choose-members.ts';
import { neighbourName, type PictureFinder } from './give-pictures.ts';
import { zipKind } from './zip-kind.ts';

/** A document as it was found: a file of its own, or a member of an archive, called `outer.zip!/inner name`. */
export interface FoundDocument {
  readonly path: string;
  /** Absent where the member could not be unpacked. */
  readonly bytes?: Uint8Array;
  /** Why it can't be read; then nothing else is to be done with it. */
  readonly error?: ReadError;
  /** Pictures that lie beside a page in its archive. */
  readonly findPicture?: PictureFinder;
}

/** What one file and everything inside it may still cost. */
interface Budget {
  bytes: number;
  members: number;
}

/**
 * The documents in a file: itself, or, where it is a ZIP archive, each of its members and of the archives inside it. They
 * come one by one, so that one is in memory at a time. Never throws: whatever can't be unpacked comes with its error.
 */
export async function* documentsIn(bytes: Uint8Array, path: string): AsyncGenerator<FoundDocument> {
  yield* open({ path, bytes }, 0, { bytes: LIMITS.archiveBytes, members: LIMITS.archiveMembers });
}

async function* open(found: FoundDocument, depth: number, budget: Budget): AsyncGenerator<FoundDocument> {
  const { bytes = new Uint8Array(), path } = found;
  try {
    const entries = detectSignature(bytes) === 'zip' ? await archiveEntries(bytes) : null;
    if (!entries) yield found;
    else yield* members(bytes, path, entries, depth + 1, budget);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    yield { path, bytes, error };
  }
}

interface Entries {
  readonly all: readonly ZipEntry[];
  readonly broken: Message | null;
}

/** What a plain archive holds; null where the ZIP is the container of another format. */
async function archiveEntries(bytes: Uint8Array): Promise<Entries | null> {
  const { entries, broken } = await listZip(bytes);
  return zipKind(bytes, entries) === 'zip' ? { all: entries, broken } : null;
}

async function* members(
  bytes: Uint8Array,
  path: string,
  { all, broken }: Entries,
  depth: number,
  budget: Budget,
): AsyncGenerator<FoundDocument> {
  if (depth > LIMITS.archiveDepth) {
    throw new ReadError('TOO_DEEP', {
      zh: `这是套在 ${LIMITS.archiveDepth} 层压缩包之内的压缩包；请解压外层后给出文件夹`,
      en: `it is an archive inside ${LIMITS.archiveDepth} archives; unpack the outer ones and name the folder`,
    });
  }
  refuseOverlaps(bytes, all);
  const chosen = chooseMembers(all);
  if (chosen.length === 0 && broken === null) {
    throw new ReadError('EMPTY', {
      zh: `压缩包内没有文件（共 ${all.length} 项，均为文件夹或系统杂项）`,
      en: `the archive holds no document (${all.length} entries, all folders or litter)`,
    });
  }
  budget.members -= chosen.length;
  if (budget.members < 0) {
    throw new ReadError('TOO_LARGE', {
      zh: `压缩包的成员超过可读取的 ${LIMITS.archiveMembers} 个；请解压后给出文件夹`,
      en: `the archive has more than the ${LIMITS.archiveMembers} members that are read; unpack it and name the folder`,
    });
  }
  for (const entry of chosen) {
    yield* member({ bytes, all, budget, depth }, entry, `${path}!/${entry.name}`);
  }
  if (broken !== null) {
    const error = {
      zh: `压缩包的成员清单在第 ${all.length} 项之后中断（${broken.zh}）；请重新获取`,
      en: `the archive's list of members breaks off after ${all.length} (${broken.en}); fetch it again`,
    };
    yield { path, bytes, error: new ReadError('DAMAGED', error) };
  }
}

interface Archive {
  readonly bytes: Uint8Array;
  readonly all: readonly ZipEntry[];
  readonly budget: Budget;
  readonly depth: number;
}

async function* member(archive: Archive, entry: ZipEntry, path: string): AsyncGenerator<FoundDocument> {
  let unpacked: Uint8Array;
  try {
    unpacked = spend(archive, entry);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    yield { path, error };
    return;
  }
  const found = { path, bytes: unpacked, findPicture: besidePage(archive, entry.name) };
  yield* open(found, archive.depth, archive.budget);
}

/** Unpacks a member on the account of the whole file. */
function spend({ bytes, budget }: Archive, entry: ZipEntry): Uint8Array {
  if (budget.bytes <= 0) {
    throw new ReadError('TOO_LARGE', {
      zh: `压缩包中在它之前的成员已解压出 ${LIMITS.archiveBytes} 字节，达到一份文件的上限；请解压后给出文件夹`,
      en: `the archive's members before it unpack to ${LIMITS.archiveBytes} bytes, all that is read of one file; unpack it and name the folder`,
    });
  }
  const unpacked = unpack(bytes, entry, Math.min(LIMITS.bytes, budget.bytes));
  budget.bytes -= unpacked.length;
  return unpacked;
}

function besidePage(archive: Archive, page: string): PictureFinder {
  return (source) => {
    const name = neighbourName(source, page);
    const entry = name === null ? undefined : archive.all.find((one) => one.name === name);
    try {
      return entry ? spend(archive, entry) : null;
    } catch (error) {
      // The page keeps its picture without bytes, and says so as for any picture that could not be had.
      if (error instanceof ReadError) return null;
      throw error;
    }
  };
}
