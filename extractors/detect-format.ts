import { ReadError } from './read-error.ts';

export type Format = 'html' | 'text' | 'pdf' | 'zip' | 'ole' | 'rar' | 'image';

/** Magic bytes at the start of a file. */
const SIGNATURES: readonly { readonly format: Format; readonly name: string; readonly bytes: readonly number[] }[] = [
  { format: 'pdf', name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'zip', name: 'ZIP, DOCX or XLSX', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'zip', name: 'empty ZIP', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'ole', name: 'DOC, XLS or WPS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { format: 'rar', name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21] },
  { format: 'image', name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'image', name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { format: 'image', name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'image', name: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'image', name: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'image', name: 'BMP', bytes: [0x42, 0x4d] },
];

/** The format that the first bytes announce, never the name; null where they are text of some kind. */
export function detectSignature(bytes: Uint8Array): { format: Format; name: string } | null {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (!found) return null;
  // "BM" also opens ordinary text; a bitmap says its own length in the next four bytes.
  if (found.name === 'BMP' && bytes.length >= 6) {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true);
    if (length !== bytes.length) return null;
  }
  return { format: found.format, name: found.name };
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

/** Refuses bytes that are no text: many control characters or undecodable places. */
export function requireText(text: string): void {
  const sample = text.slice(0, 20_000);
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12)) odd += 1;
  }
  if (odd > 8 && odd > sample.length * 0.05) {
    throw new ReadError(
      'BINARY',
      `the bytes are neither text nor a format this program knows (${odd} of the first ${sample.length} characters are control or undecodable); check what the file really is`,
    );
  }
}
