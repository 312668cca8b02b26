import type { Decoded } from '../src/model/text/charset.ts';
import type { Format } from './formats.ts';
import { ReadError } from './read-error.ts';

/** Magic bytes at the start of a file, or at `at`. */
interface Signature {
  readonly format: Format;
  readonly bytes: string;
  readonly at?: number;
  /** What else must hold, where the bytes alone also open other files. */
  readonly when?: (bytes: Buffer) => boolean;
}

const latin = (...codes: number[]): string => String.fromCharCode(...codes);

const SIGNATURES: readonly Signature[] = [
  { format: 'pdf', bytes: '%PDF-' },
  { format: 'zip', bytes: latin(0x50, 0x4b, 3, 4) },
  { format: 'zip', bytes: latin(0x50, 0x4b, 5, 6) },
  { format: 'zip', bytes: latin(0x50, 0x4b, 7, 8) },
  { format: 'ole', bytes: latin(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) },
  { format: 'rar', bytes: latin(0x52, 0x61, 0x72, 0x21, 0x1a, 7) },
  { format: '7z', bytes: latin(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) },
  { format: 'gzip', bytes: latin(0x1f, 0x8b, 8) },
  { format: 'png', bytes: latin(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { format: 'jpeg', bytes: latin(0xff, 0xd8, 0xff) },
  { format: 'gif', bytes: 'GIF87a' },
  { format: 'gif', bytes: 'GIF89a' },
  { format: 'tiff', bytes: latin(0x49, 0x49, 0x2a, 0) },
  { format: 'tiff', bytes: latin(0x4d, 0x4d, 0, 0x2a) },
  { format: 'webp', bytes: 'WEBP', at: 8, when: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' },
  // "BM" also opens ordinary text; a bitmap leaves the four bytes behind its length zero.
  { format: 'bmp', bytes: 'BM', when: (bytes) => bytes.length >= 26 && bytes.readUInt32LE(6) === 0 },
];

const LONGEST_SIGNATURE = Math.max(...SIGNATURES.map(({ bytes, at = 0 }) => at + bytes.length));

/** Readers of PDF take one with junk before it (a mail header, a stray line), as far as this many bytes. */
const PDF_JUNK = 1_024;

function hasLatePdf(bytes: Buffer): boolean {
  const at = bytes.subarray(0, PDF_JUNK + 5).indexOf('%PDF-');
  // Prose may speak of %PDF-; a PDF also holds objects.
  return at >= 0 && bytes.includes(' obj', at);
}

/**
 * The format that the bytes announce, never the name; null where they are text of some kind. A ZIP or OLE container is
 * called `zip` or `ole` here, whatever is in it.
 */
export function detectSignature(bytes: Uint8Array): Format | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = buffer.toString('latin1', 0, LONGEST_SIGNATURE);
  const found = SIGNATURES.find(
    ({ bytes: magic, at = 0, when }) => head.startsWith(magic, at) && (when === undefined || when(buffer)),
  );
  if (found) return found.format;
  return hasLatePdf(buffer) ? 'pdf' : null;
}

const MARKUP =
  /<(?:!doctype\s+html|html|head|body|meta|title|script|table|tbody|tr|td|th|div|p|span|br|h[1-6]|ul|ol|li|pre|section|article)(?=[\s/>])/gi;

/** Whether decoded text is HTML: a document tag, or several tags of a page. Escaped markup in prose does not count. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 200_000);
  let tags = 0;
  for (const match of head.matchAll(MARKUP)) {
    if (/^<(?:!doctype|html|table)/i.test(match[0])) return true;
    tags += 1;
    if (tags >= 3) return true;
  }
  return false;
}

/** Formats that are written as text, by how they begin behind a byte order mark, blanks and an XML declaration. */
const TEXT_FORMATS: readonly { readonly format: Format; readonly start: RegExp }[] = [
  { format: 'rtf', start: /^\{\\rtf/ },
  { format: 'spreadsheetml', start: /^<(?:ss:)?Workbook\s/ },
  { format: 'wordml', start: /^<(?:w:wordDocument|pkg:package)\s/ },
  { format: 'odf', start: /^<office:document\s/ },
  { format: 'mime', start: /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i },
];

const PREAMBLE = /^(?:\s|<\?[^>]*\?>)+/;

const MARKDOWN_TABLE = /^\s*\|?\s*:?-{3,}:?\s*\|/m;
const PAGE_TAG = /<(?:!doctype|html|body|table|p|div|pre|h[1-6]|ul|ol|section)\b/i;

/** What kind of text decoded bytes are. */
export function detectText(text: string): Format {
  const start = text.slice(0, 8_192).replace(PREAMBLE, '');
  const found = TEXT_FORMATS.find(({ start: pattern }) => pattern.test(start));
  if (found) return found.format;
  const isHtml = looksLikeHtml(text) && !(!PAGE_TAG.test(text) && MARKDOWN_TABLE.test(text));
  return isHtml ? 'html' : 'text';
}

/** Control characters that no text has, and what could not be decoded. */
const ODD = /[^\t\n\f\r\x20-\ufffc\ufffe\uffff]/g;

/** Refuses bytes that are no text: many control characters or undecodable places. U+FFFD that was in the file is text, if lost text. */
export function requireText({ text, replaced }: Pick<Decoded, 'text' | 'replaced'>): void {
  const start = text.slice(0, 20_000);
  const sample = replaced > 0 ? start : start.replaceAll('\ufffd', ' ');
  const odd = sample.match(ODD)?.length ?? 0;
  if (odd > 8 && odd > sample.length * 0.05) {
    throw new ReadError('BINARY', {
      zh: `内容既不是文本，也不是本程序认识的格式（前 ${sample.length} 个字符中有 ${odd} 个为控制字符或无法解码）；请看它究竟是什么文件`,
      en: `the bytes are neither text nor a format this program knows (${odd} of the first ${sample.length} characters are control or undecodable); check what the file really is`,
    });
  }
}
