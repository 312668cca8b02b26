import { brotliDecompressSync, constants, crc32, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { FetchError } from '../errors.ts';

export interface UnpackLimits {
  /** Bytes a body may have when unpacked. */
  readonly unpacked: number;
  /** How many times its compressed size it may have, from `RATIO_FROM` bytes on. */
  readonly ratio: number;
}

export interface Unpacked {
  readonly body: Uint8Array;
  /** The compressed form ends early or is damaged; `body` is what could be unpacked. */
  readonly truncated: boolean;
}

/** Below this no ratio is suspect: a short page of spaces packs well. */
const RATIO_FROM = 4 * 1024 * 1024;
const MOST_CODINGS = 3;

/**
 * Undoes the Content-Encoding of a body. One that claims a coding and is not in it, as portals do behind caches, is given
 * back as it is.
 *
 * @throws {FetchError} BOMB where it would grow beyond the limits; BAD_ANSWER for a coding nobody asked for.
 */
export function unpackBody(
  raw: Uint8Array,
  contentEncoding: string | null,
  limits: UnpackLimits,
  url: string,
): Unpacked {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter(isCoding);
  if (codings.length === 0 || raw.length === 0) return { body: raw, truncated: false };
  if (codings.length > MOST_CODINGS) {
    throw new FetchError('BAD_ANSWER', {
      zh: `${url} 经过 ${codings.length} 层压缩（Content-Encoding）；已略去`,
      en: `${url} is packed ${codings.length} times over (Content-Encoding); it was left out`,
    });
  }
  const most = Math.min(limits.unpacked, Math.max(RATIO_FROM, raw.length * limits.ratio));
  return codings.reduceRight<Unpacked>(
    ({ body, truncated }, coding) => {
      const step = undo(body, coding, most, url);
      return { body: step.body, truncated: truncated || step.truncated };
    },
    { body: raw, truncated: false },
  );
}

const isCoding = (coding: string): boolean => coding !== '' && coding !== 'identity';

type Unzip = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Buffer;

interface Codec {
  readonly unzip: Unzip;
  /** Gives what came of a form that ends early, in place of an error. */
  readonly lenient: number;
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = constants;

function codecOf(bytes: Uint8Array, coding: string): Codec | null {
  const [first = 0, second = 0] = bytes;
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return { unzip: gunzipSync, lenient: Z_SYNC_FLUSH };
    case 'br':
      return { unzip: brotliDecompressSync, lenient: BROTLI_OPERATION_FLUSH };
    case 'deflate': {
      // Half of all servers send raw deflate under this name.
      const zlib = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
      return { unzip: zlib ? inflateSync : inflateRawSync, lenient: Z_SYNC_FLUSH };
    }
    default:
      return null;
  }
}

function undo(bytes: Uint8Array, coding: string, most: number, url: string): Unpacked {
  const codec = codecOf(bytes, coding);
  if (!codec) {
    throw new FetchError('BAD_ANSWER', {
      zh: `${url} 的 Content-Encoding 为 ${JSON.stringify(coding.slice(0, 40))}，并非所请求的编码；已略去`,
      en: `${url} came with Content-Encoding ${JSON.stringify(coding.slice(0, 40))}, which was not asked for; it was left out`,
    });
  }
  const attempt = (options: { finishFlush?: number }): Uint8Array | null => {
    try {
      return codec.unzip(bytes, { maxOutputLength: most, ...options });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return null;
      throw new FetchError(
        'BOMB',
        {
          zh: `${url} 的 ${bytes.length} 字节解压后超过 ${most} 字节；视为解压炸弹，已略去`,
          en: `${url} unpacks to more than ${most} bytes from ${bytes.length}; it was left out as a decompression bomb`,
        },
        { cause: error },
      );
    }
  };
  const whole = attempt({});
  if (whole) return { body: whole, truncated: false };
  if (isPlain(bytes)) return { body: bytes, truncated: false };
  const sound = coding.endsWith('gzip') ? gunzipLoosely(bytes, most) : null;
  if (sound) return { body: sound, truncated: false };
  return { body: attempt({ finishFlush: codec.lenient }) ?? new Uint8Array(0), truncated: true };
}

/** Markup, JSON, PDF or a ZIP: as no compressed form begins. */
function isPlain(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*(?:<[!a-z?]|[{[]\s*["{[]|%PDF-|PK[^a-z])/i.test(head);
}

/** Unpacks the first member of gzip whatever stands behind it; null where it is not whole or its checksum is wrong. */
function gunzipLoosely(bytes: Uint8Array, most: number): Uint8Array | null {
  const payload = gzipPayload(bytes);
  if (!payload) return null;
  try {
    const options = { maxOutputLength: most, info: true };
    const { buffer, engine } = inflateRawSync(payload, options) as unknown as Inflated;
    const trailer = Buffer.from(payload.subarray(engine.bytesWritten, engine.bytesWritten + 4));
    return trailer.length === 4 && trailer.readUInt32LE() === crc32(buffer) ? buffer : null;
  } catch {
    return null;
  }
}

/** What zlib gives with `info`. */
interface Inflated {
  readonly buffer: Buffer;
  /** `bytesWritten`: how much of the input it took. */
  readonly engine: { readonly bytesWritten: number };
}

/** A gzip member behind its header. */
function gzipPayload(bytes: Uint8Array): Uint8Array | null {
  const [first, second, method, flags = 0] = bytes;
  if (first !== 0x1f || second !== 0x8b || method !== 8) return null;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const text of [8, 16]) if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length;
  return bytes.subarray(flags & 2 ? at + 2 : at);
}
