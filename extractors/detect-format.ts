import type { Decoded } from '../src/model/text/charset.ts';
import type { Format } from './formats.ts';
import { ReadError } from './read-error.ts';

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
