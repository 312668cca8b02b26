import type { Message } from '../../src/model/report.ts';
import { listZip, type ZipEntry } from '../bytes/list-zip.ts';
import { unpack } from '../bytes/unpack-member.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

/** The parts of an Office document by name, without a leading slash, all inflated. */
export type Parts = ReadonlyMap<string, Uint8Array>;

function damaged({ zh, en }: Message): ReadError {
  return new ReadError('DAMAGED', {
    zh: `Office 文档的容器已损坏：${zh}；请重新获取文件`,
    en: `the container of the Office document is damaged: ${en}; fetch the file again`,
  });
}

function inflatePart(bytes: Uint8Array, entry: ZipEntry, room: number): Uint8Array {
  try {
    return unpack(bytes, entry, room);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { zh, en } = error.text;
    throw new ReadError(error.code, {
      zh: `Office 文档中的 ${entry.name}：${zh}`,
      en: `${entry.name} in the Office document: ${en}`,
    });
  }
}

/**
 * Opens the ZIP container of a DOCX or XLSX file and inflates every part within bounds.
 *
 * @throws ReadError TOO_LARGE for bombs (number of parts, bytes in all, ratio), DAMAGED for a container or part that is
 * broken and for parts of one name, of which programs read different ones, ENCRYPTED for parts under a password
 */
export async function guardOoxml(bytes: Uint8Array): Promise<Parts> {
  const { entries, broken } = await listZip(bytes);
  if (broken) throw damaged(broken);
  const parts = new Map<string, Uint8Array>();
  let room: number = LIMITS.ooxmlBytes;
  for (const entry of entries) {
    if (entry.directory) continue;
    if (entry.repeated) throw damaged({ zh: `${entry.name} 重复`, en: `it has a part twice (${entry.name})` });
    const part = inflatePart(bytes, entry, room);
    room -= part.length;
    parts.set(entry.name.replace(/^\/+/, ''), part);
  }
  return parts;
}
