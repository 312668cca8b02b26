import { createHash } from 'node:crypto';
import type { Doubt, Source } from '../src/report.ts';
import { charsetFamily, type Decoded, decodeBytes } from './charset.ts';
import { detectSignature, looksLikeHtml, requireText } from './detect-format.ts';
import type { Document } from './document.ts';
import { readHtml } from './html/read-html.ts';
import { LIMITS } from './limits.ts';
import { ReadError } from './read-error.ts';
import { readText } from './text/read-text.ts';

export interface SourceDocument {
  readonly source: Source;
  readonly document: Document;
}

const MARKDOWN_TABLE = /^\s*\|?\s*:?-{3,}:?\s*\|/m;
const PAGE_TAG = /<(?:!doctype|html|body|table|p|div|pre|h[1-6]|ul|ol|section)\b/i;

function charsetDoubts(decoded: Decoded): Doubt[] {
  const doubts: Doubt[] = [];
  const { declared, charset, replaced } = decoded;
  if (declared && charsetFamily(declared) !== charsetFamily(charset)) {
    doubts.push({
      rule: 'EX-CHARSET',
      severity: 'warning',
      cells: [],
      message: {
        zh: `页面声明的编码为 ${declared}，按字节判断实为 ${charset}，已按后者读取`,
        en: `The page declares the encoding ${declared}; its bytes are ${charset} and were read as such`,
      },
    });
  }
  if (replaced > 0) {
    doubts.push({
      rule: 'EX-CHARSET',
      severity: 'warning',
      cells: [],
      message: {
        zh: `有 ${replaced} 处字节无法按 ${charset} 解码`,
        en: `${replaced} places could not be decoded as ${charset}`,
      },
    });
  }
  return doubts;
}

/**
 * Bytes to the intermediate document: the format and the encoding are read from the bytes, never from the name.
 * Throws a ReadError for bytes that no reader can take.
 */
export function readDocument(bytes: Uint8Array, path: string): SourceDocument {
  if (bytes.length === 0) throw new ReadError('EMPTY', 'the file is empty (0 bytes); fetch it again');
  if (bytes.length > LIMITS.bytes) {
    throw new ReadError(
      'TOO_LARGE',
      `the file has ${bytes.length} bytes, more than the limit of ${LIMITS.bytes}; no report is that large`,
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const signature = detectSignature(bytes);
  if (signature) {
    throw new ReadError(
      'UNSUPPORTED_FORMAT',
      `the file is ${signature.name}; this version reads HTML, plain text and Markdown, so convert it or wait for a version that reads it`,
    );
  }
  const decoded = decodeBytes(bytes);
  requireText(decoded.text);
  const isHtml = looksLikeHtml(decoded.text) && !(!PAGE_TAG.test(decoded.text) && MARKDOWN_TABLE.test(decoded.text));
  const document = isHtml ? readHtml(decoded.text) : readText(decoded.text);
  return {
    source: {
      path,
      sha256,
      mediaType: isHtml ? 'text/html' : 'text/plain',
      bytes: bytes.length,
      charset: decoded.charset,
    },
    document: { ...document, doubts: [...charsetDoubts(decoded), ...document.doubts] },
  };
}
