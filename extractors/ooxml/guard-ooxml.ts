import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Message } from '../../src/model/report.ts';
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

/** Inflates one part, counting what really comes out: the sizes in the headers are claims. */
async function inflate(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new ReadError('ENCRYPTED', {
      zh: `其中的 ${entry.fileName} 已加密；请另存为无密码的文件`,
      en: `the part ${entry.fileName} is encrypted; save the file without a password`,
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Uint8Array).length;
    const swollen = size > LIMITS.ooxmlRatioFrom && size > entry.compressedSize * LIMITS.ooxmlRatio;
    if (size > room || swollen) {
      throw new ReadError('TOO_LARGE', {
        zh: `其中的 ${entry.fileName} 由 ${entry.compressedSize} 字节解压到超过 ${size} 字节；这是解压炸弹，或不是年度报告`,
        en: `the part ${entry.fileName} inflates from ${entry.compressedSize} bytes to more than ${size}; it is a zip bomb or no report`,
      });
    }
    chunks.push(chunk as Uint8Array);
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32)
    throw damaged({
      zh: `${entry.fileName} 的校验和与内容不符`,
      en: `the checksum of ${entry.fileName} does not match its bytes`,
    });
  return bytes;
}

/**
 * Opens the ZIP container of a DOCX or XLSX file and inflates every part within bounds.
 *
 * @throws ReadError TOO_LARGE for bombs (number of parts, bytes in all, ratio), DAMAGED for a container or part that is
 * broken, ENCRYPTED for parts under a password
 */
export async function guardOoxml(bytes: Uint8Array): Promise<Parts> {
  const parts = new Map<string, Uint8Array>();
  let room: number = LIMITS.ooxmlBytes;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    if (zip.entryCount > LIMITS.ooxmlParts) {
      throw new ReadError('TOO_LARGE', {
        zh: `Office 文档有 ${zip.entryCount} 个部分，超过上限 ${LIMITS.ooxmlParts} 个；年度报告没有这样多`,
        en: `the Office document has ${zip.entryCount} parts, more than the limit of ${LIMITS.ooxmlParts}; no report has as many`,
      });
    }
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const part = await inflate(zip, entry, room);
      room -= part.length;
      parts.set(entry.fileName.replace(/^\/+/, ''), part);
    }
  } catch (error) {
    throw error instanceof ReadError ? error : damaged(textOf(error));
  }
  return parts;
}
