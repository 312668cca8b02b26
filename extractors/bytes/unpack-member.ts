import { crc32 } from 'node:zlib';
import { bufferOf } from '../../src/model/bytes/buffer-of.ts';
import { inflate, isOverflow } from '../../src/model/bytes/inflate.ts';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Message } from '../../src/model/report.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import type { ZipEntry } from './list-zip.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];

const damaged = ({ zh, en }: Message): ReadError =>
  new ReadError('DAMAGED', {
    zh: `压缩包成员已损坏（${zh}）；请重新获取压缩包`,
    en: `the archive member is damaged (${en}); fetch the archive again`,
  });

/** The packed bytes of a member lie from `start` to `end`. Null where its local header is not there. */
function dataRange(zip: Buffer, { header, packed }: ZipEntry): { start: number; end: number } | null {
  if (header + LOCAL_HEADER_BYTES > zip.length || zip.readUInt32LE(header) !== LOCAL_HEADER) return null;
  const start = header + LOCAL_HEADER_BYTES + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return { start, end: start + packed };
}

/** Refuses an archive two of whose members share bytes: only a bomb is made so. */
export function refuseOverlaps(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  const zip = bufferOf(bytes);
  const ranges = entries
    .flatMap((entry) => {
      const range = dataRange(zip, entry);
      return range ? [{ name: entry.name, start: entry.header, end: range.end }] : [];
    })
    .sort((a, b) => a.start - b.start);
  for (const [index, range] of ranges.entries()) {
    const next = ranges[index + 1];
    if (next && next.start < range.end) {
      throw new ReadError('DAMAGED', {
        zh: `压缩包的成员“${range.name}”与“${next.name}”相互重叠，只有解压炸弹才会如此；未解压`,
        en: `the archive's members “${range.name}” and “${next.name}” lie over one another, as only in a bomb; it was not unpacked`,
      });
    }
  }
}

function inflated(packed: Uint8Array, most: number): Uint8Array {
  try {
    return inflate('deflate', packed, most);
  } catch (error) {
    if (isOverflow(error)) {
      throw new ReadError('TOO_LARGE', {
        zh: `压缩包成员由 ${packed.length} 字节解压到超过 ${most} 字节；似为解压炸弹，已放弃`,
        en: `the archive member unpacks to more than ${most} bytes, from ${packed.length}; it looks like a bomb and was given up`,
      });
    }
    throw damaged(textOf(error));
  }
}

/**
 * The bytes of one member. What the archive claims of sizes is not believed: unpacking stops at the bound.
 *
 * @param budget bytes it may unpack to at most; those of a document where nothing is said
 * @throws ReadError `ENCRYPTED`, `UNSUPPORTED_FORMAT` for a rare compression, `TOO_LARGE` or `DAMAGED`
 */
export function unpack(bytes: Uint8Array, entry: ZipEntry, budget: number = LIMITS.bytes): Uint8Array {
  if (entry.encrypted) {
    throw new ReadError('ENCRYPTED', {
      zh: '压缩包成员需要密码；请用密码解压后给出文件',
      en: 'the archive member needs a password; unpack it with the password and name the file',
    });
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new ReadError('UNSUPPORTED_FORMAT', {
      zh: `压缩包成员的压缩方法为 ${entry.method}，而本程序只读未压缩的和 Deflate 压缩的；请解压后给出文件`,
      en: `the archive member is packed by method ${entry.method}, and only stored and deflated ones are read; unpack it and name the file`,
    });
  }
  const zip = bufferOf(bytes);
  const range = dataRange(zip, entry);
  if (!range || range.end > zip.length)
    throw damaged({ zh: '不在成员清单所说的位置', en: 'it is not where the list of members says' });
  const packed = zip.subarray(range.start, range.end);
  const most = Math.min(budget, Math.max(LIMITS.zipRatioFrom, entry.packed * LIMITS.zipRatio));
  if (entry.method === STORED && packed.length > most) {
    throw new ReadError('TOO_LARGE', {
      zh: `压缩包成员有 ${packed.length} 字节，超过上限 ${most} 字节`,
      en: `the archive member has ${packed.length} bytes, more than the limit of ${most}`,
    });
  }
  const plain = entry.method === STORED ? new Uint8Array(packed) : inflated(packed, most);
  if (crc32(plain) !== entry.crc32) throw damaged({ zh: '校验和不符', en: 'its checksum does not fit' });
  return plain;
}
