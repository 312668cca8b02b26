import { bufferOf } from './buffer-of.ts';

/** Kinds of files that begin with bytes of their own. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'rar' | '7z' | 'gzip' | 'png' | 'jpeg' | 'gif' | 'tiff' | 'webp' | 'bmp';

/** Magic bytes at the start of a file, or at `at`. */
interface Signature {
  readonly kind: FileKind;
  readonly bytes: string;
  readonly at?: number;
  /** What else must hold, where the bytes alone also open other files. */
  readonly when?: (bytes: Buffer) => boolean;
}

const latin = (...codes: number[]): string => String.fromCharCode(...codes);

const SIGNATURES: readonly Signature[] = [
  { kind: 'pdf', bytes: '%PDF-' },
  { kind: 'zip', bytes: latin(0x50, 0x4b, 3, 4) },
  { kind: 'zip', bytes: latin(0x50, 0x4b, 5, 6) },
  { kind: 'zip', bytes: latin(0x50, 0x4b, 7, 8) },
  { kind: 'ole', bytes: latin(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) },
  { kind: 'rar', bytes: latin(0x52, 0x61, 0x72, 0x21, 0x1a, 7) },
  { kind: '7z', bytes: latin(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c) },
  { kind: 'gzip', bytes: latin(0x1f, 0x8b, 8) },
  { kind: 'png', bytes: latin(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { kind: 'jpeg', bytes: latin(0xff, 0xd8, 0xff) },
  { kind: 'gif', bytes: 'GIF87a' },
  { kind: 'gif', bytes: 'GIF89a' },
  { kind: 'tiff', bytes: latin(0x49, 0x49, 0x2a, 0) },
  { kind: 'tiff', bytes: latin(0x4d, 0x4d, 0, 0x2a) },
  { kind: 'webp', bytes: 'WEBP', at: 8, when: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' },
  // "BM" also opens ordinary text; a bitmap leaves the four bytes behind its length zero.
  { kind: 'bmp', bytes: 'BM', when: (bytes) => bytes.length >= 26 && bytes.readUInt32LE(6) === 0 },
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
 * The kind of file that the bytes announce, never the name; null where they are text of some kind. A ZIP or OLE container is
 * called `zip` or `ole` here, whatever is in it.
 */
export function detectSignature(bytes: Uint8Array): FileKind | null {
  const buffer = bufferOf(bytes);
  const head = buffer.toString('latin1', 0, LONGEST_SIGNATURE);
  const found = SIGNATURES.find(
    ({ bytes: magic, at = 0, when }) => head.startsWith(magic, at) && (when === undefined || when(buffer)),
  );
  if (found) return found.kind;
  return hasLatePdf(buffer) ? 'pdf' : null;
}
