import { hash } from 'node:crypto';
import { detectSignature } from '../src/model/bytes/signature.ts';
import { exCharset } from '../src/model/doubts/ex-charset.ts';
import type { Doubt, Message, Source } from '../src/model/report.ts';
import { charsetFamily, type Decoded, decodeBytes } from '../src/model/text/charset.ts';
import { givePictures } from './archive/give-pictures.ts';
import { unwrapMime } from './archive/unwrap-mime.ts';
import { detectText, requireText } from './detect-format.ts';
import type { Document } from './document.ts';
import { type Format, formatInfo } from './formats.ts';
import { readHtml } from './html/read-html.ts';
import { LIMITS } from './limits.ts';
import { ReadError } from './read-error.ts';
import { readText } from './text/read-text.ts';

export interface SourceDocument {
  readonly source: Source;
  readonly document: Document;
}

function charsetDoubts({ declared, charset, replaced }: Decoded): Doubt[] {
  const otherwise = declared && charsetFamily(declared) !== charsetFamily(charset);
  return [
    ...(otherwise ? [exCharset.declaredOtherwise(declared, charset)] : []),
    ...(replaced > 0 ? [exCharset.undecodable(replaced, charset)] : []),
  ];
}

/** Refuses what no reader is to be troubled with: nothing at all, or far too much. */
export function requireSize(bytes: Uint8Array): void {
  if (bytes.length === 0)
    throw new ReadError('EMPTY', {
      zh: '文件为空（0 字节）；请重新获取',
      en: 'the file is empty (0 bytes); fetch it again',
    });
  if (bytes.length > LIMITS.bytes) {
    throw new ReadError('TOO_LARGE', {
      zh: `文件有 ${bytes.length} 字节，超过上限 ${LIMITS.bytes} 字节；年度报告没有这样大`,
      en: `the file has ${bytes.length} bytes, more than the limit of ${LIMITS.bytes}; no report is that large`,
    });
  }
}

const BY_ITSELF: Message = { zh: '请单独给出此文件', en: 'name the file to the program by itself' };

/** The error for a format that nothing here reads. */
export function unsupported(format: Format): ReadError {
  const { name, instead = BY_ITSELF } = formatInfo(format);
  return new ReadError('UNSUPPORTED_FORMAT', {
    zh: `此文件是${name.zh}，本版本不读；${instead.zh}`,
    en: `the file is ${name.en}, which this version does not read; ${instead.en}`,
  });
}

export const sourceOf = (bytes: Uint8Array, path: string, format: Format, charset: string | null): Source => ({
  path,
  sha256: hash('sha256', bytes),
  mediaType: formatInfo(format).mediaType,
  bytes: bytes.length,
  charset,
});

interface TextDocument {
  readonly format: Format;
  readonly charset: string;
  readonly document: Document;
}

const READERS: Partial<Record<Format, (text: string) => Document>> = { html: readHtml, text: readText };

function readDecoded(bytes: Uint8Array, wrapped = false): TextDocument {
  const decoded = decodeBytes(bytes);
  requireText(decoded);
  const format = detectText(decoded.text);
  if (format === 'mime' && !wrapped) return readWrapped(bytes);
  const read = READERS[format];
  if (!read) throw unsupported(format);
  const document = read(decoded.text);
  return {
    format,
    charset: decoded.charset,
    document: {
      ...document,
      undecoded: decoded.replaced,
      doubts: [...charsetDoubts(decoded), ...document.doubts],
    },
  };
}

function readWrapped(bytes: Uint8Array): TextDocument {
  const { page, findPicture } = unwrapMime(bytes);
  requireSize(page);
  const { charset, document } = readDecoded(page, true);
  return { format: 'mime', charset, document: givePictures(document, findPicture) };
}

/**
 * Bytes of an HTML page or of plain text to the intermediate document, at once: format and encoding are read from the bytes,
 * never from the name. `readDocument` reads these and every other format.
 *
 * @throws ReadError for bytes that are neither, or that can't be read
 */
export function readPage(bytes: Uint8Array, path: string): SourceDocument {
  requireSize(bytes);
  const signature = detectSignature(bytes);
  if (signature) throw unsupported(signature);
  const { format, charset, document } = readDecoded(bytes);
  return { source: sourceOf(bytes, path, format, charset), document };
}
