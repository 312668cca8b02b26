import { crc32, inflateRawSync } from 'node:zlib';

const FLAGS = { headerCrc: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
/** Bytes of a header that names nothing (RFC 1952). */
export const SHORT_HEADER = 10;

/** Whether a gzip member begins here. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** How many bytes the header of a gzip member has: `none` where there is no member, `cut` where the header goes on behind the bytes. */
export function gzipHeaderLength(bytes: Uint8Array): number | 'none' | 'cut' {
  const flags = bytes[3] ?? 0;
  if (bytes.length < SHORT_HEADER || !isGzip(bytes) || flags & FLAGS.reserved) return 'none';
  let at = SHORT_HEADER;
  if (flags & FLAGS.extra) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const text of [FLAGS.name, FLAGS.comment]) {
    if (!(flags & text)) continue;
    const end = bytes.indexOf(0, at);
    if (end === -1) return 'cut';
    at = end + 1;
  }
  if (flags & FLAGS.headerCrc) at += 2;
  return at > bytes.length ? 'cut' : at;
}

/** What zlib gives with `info`. */
interface Inflated {
  readonly buffer: Buffer;
  /** `bytesWritten`: how much of the input it took. */
  readonly engine: { readonly bytesWritten: number };
}

/** Unpacks the first member of gzip whatever stands behind it; null where it is not whole, too large or its checksum is wrong. */
export function gunzipFirst(bytes: Uint8Array, most: number): Uint8Array | null {
  const header = gzipHeaderLength(bytes);
  if (typeof header === 'string') return null;
  const payload = bytes.subarray(header);
  try {
    const { buffer, engine } = inflateRawSync(payload, { maxOutputLength: most, info: true }) as unknown as Inflated;
    const trailer = Buffer.from(payload.subarray(engine.bytesWritten, engine.bytesWritten + 4));
    return trailer.length === 4 && trailer.readUInt32LE() === crc32(buffer) ? buffer : null;
  } catch {
    return null;
  }
}
