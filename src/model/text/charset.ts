import { isAscii, isUtf8, transcode } from 'node:buffer';

/** How bytes were turned into text, and how sure that is. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding used. */
  readonly charset: string;
  /** What the document or its byte order mark claims, lower-cased; null where it claims nothing. */
  readonly declared: string | null;
  /** Characters that could not be decoded. U+FFFD that is itself in the bytes is none of them: it was lost before. */
  readonly replaced: number;
}

const BOMS: readonly { readonly charset: string; readonly bytes: readonly number[] }[] = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Names that mean the same bytes, as far as these pages go. */
const FAMILIES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  'utf-16': 'utf-16le',
  unicode: 'utf-16le',
};

export const charsetFamily = (name: string): string => FAMILIES[name.toLowerCase()] ?? name.toLowerCase();

const DECLARATION = /charset\s*=\s*["']?\s*([a-z0-9_-]+)|<\?xml[^>]*encoding\s*=\s*["']([a-z0-9_-]+)/i;

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const match = DECLARATION.exec(head);
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null;
}

/** UTF-16 without a mark: Latin letters and markup leave every other byte zero. */
function bareUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096);
  if (length < 4 || !bytes.subarray(0, length).includes(0)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.1 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.1 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

const DECODERS = new Map<string, InstanceType<typeof TextDecoder>>();

/** The same text as TextDecoder's, broken places replaced as there, up to fifteen times faster. */
function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : bytes.toString('utf8');
}

function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-8') {
    const text = decodeUtf8(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
  const decoder = DECODERS.get(charset) ?? new TextDecoder(charset);
  DECODERS.set(charset, decoder);
  return decoder.decode(bytes);
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

/** U+FFFD as UTF-8 writes it. */
const WRITTEN = Buffer.from('\ufffd');

function countWritten(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = buffer.indexOf(WRITTEN); at !== -1; at = buffer.indexOf(WRITTEN, at + WRITTEN.length)) count += 1;
  return count;
}

/** The characters these reports cannot do without, simplified and traditional: the right decoding is full of them. */
const COMMON =
  /[的一是不了在有和政府信息公开年度报告工作情况申请数量行本其他机关关于理处总计開資訊報務請數機關處總計]/g;

function plausibility(text: string): number {
  const sample = text.slice(0, 20_000);
  return (sample.match(COMMON)?.length ?? 0) - 5 * countReplaced(sample);
}

/**
 * Bytes to text by what the bytes are: byte order mark, then UTF-8 (a few broken places allowed, for truncated or
 * patched pages), then GB18030 or Big5, whichever reads better. A declaration is only compared, never believed: pages
 * that say UTF-8 and are GBK are common.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const declared = declaredCharset(bytes);
  const result = (charset: string, text = decode(bytes, charset)): Decoded => ({
    text,
    charset,
    declared,
    replaced: countReplaced(text) - (charset === 'utf-8' ? countWritten(bytes) : 0),
  });

  const bom = BOMS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (bom) return result(bom.charset);

  const bare = bareUtf16(bytes);
  if (bare) return result(bare);

  const utf8 = result('utf-8');
  if (utf8.replaced === 0) return utf8;
  const wide = utf8.text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  if (utf8.replaced <= wide * 0.02) return utf8;

  const gb = result('gb18030');
  const big5 = result('big5');
  const legacy = plausibility(big5.text) > plausibility(gb.text) ? big5 : gb;
  return plausibility(legacy.text) >= plausibility(utf8.text) ? legacy : utf8;
}
