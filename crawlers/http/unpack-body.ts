import { bufferOf } from '../../src/model/bytes/buffer-of.ts';
import { gunzipFirst } from '../../src/model/bytes/gzip.ts';
import { type Coding, type InflateOptions, inflate, isOverflow } from '../../src/model/bytes/inflate.ts';
import { detectSignature } from '../../src/model/bytes/signature.ts';
import { FetchError } from '../errors.ts';

interface UnpackLimits {
  /** Bytes a body may have when unpacked. */
  readonly unpacked: number;
  /** How many times its compressed size it may have, from `RATIO_FROM` bytes on. */
  readonly ratio: number;
}

interface Unpacked {
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

function codingOf(bytes: Uint8Array, name: string): Coding | null {
  const [first = 0, second = 0] = bytes;
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return 'gzip';
    case 'br':
      return 'brotli';
    case 'deflate':
      // Half of all servers send raw deflate under this name.
      return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0 ? 'zlib' : 'deflate';
    default:
      return null;
  }
}

function undo(bytes: Uint8Array, name: string, most: number, url: string): Unpacked {
  const coding = codingOf(bytes, name);
  if (!coding) {
    throw new FetchError('BAD_ANSWER', {
      zh: `${url} 的 Content-Encoding 为 ${JSON.stringify(name.slice(0, 40))}，并非所请求的编码；已略去`,
      en: `${url} came with Content-Encoding ${JSON.stringify(name.slice(0, 40))}, which was not asked for; it was left out`,
    });
  }
  const attempt = (options: InflateOptions): Uint8Array | null => {
    try {
      return inflate(coding, bytes, most, options);
    } catch (error) {
      if (!isOverflow(error)) return null;
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
  const sound = coding === 'gzip' ? gunzipFirst(bytes, most) : null;
  if (sound) return { body: sound, truncated: false };
  return { body: attempt({ partial: true }) ?? new Uint8Array(0), truncated: true };
}

/** Markup, JSON, PDF or a ZIP: as no compressed form begins. */
function isPlain(bytes: Uint8Array): boolean {
  const kind = detectSignature(bytes);
  const head = bufferOf(bytes).toString('latin1', 0, 64);
  return kind === 'pdf' || kind === 'zip' || /^(?:\xef\xbb\xbf)?\s*(?:<[!a-z?]|[{[]\s*["{[])/i.test(head);
}
