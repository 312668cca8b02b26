import { detectSignature, type FileKind } from '../../src/model/bytes/signature.ts';

/** What the first bytes of an encoded picture say, before anything is decoded. */
interface ImageHeader {
  readonly format: 'png' | 'jpeg' | 'gif' | 'bmp' | 'webp' | 'tiff';
  /** Pixels; 0 where the header does not say. */
  readonly width: number;
  readonly height: number;
}

type HeaderReader = (bytes: Uint8Array, view: DataView) => { width: number; height: number } | null;

const ascii = (bytes: Uint8Array, from: number, text: string): boolean =>
  [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));

/** JPEG: the size stands in the first frame header, behind any number of other segments. */
const jpegSize: HeaderReader = (bytes, view) => {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
};

const webpSize: HeaderReader = (bytes, view) => {
  if (bytes.length < 30) return null;
  if (ascii(bytes, 12, 'VP8X')) {
    const three = (at: number) => view.getUint16(at, true) + (bytes[at + 2] as number) * 65_536;
    return { width: three(24) + 1, height: three(27) + 1 };
  }
  if (ascii(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
};

/** How each format says its size, and how many bytes that takes at least. */
const SIZES: Readonly<Record<ImageHeader['format'], { readonly least: number; readonly size: HeaderReader }>> = {
  png: { least: 24, size: (_, view) => ({ width: view.getUint32(16), height: view.getUint32(20) }) },
  jpeg: { least: 4, size: jpegSize },
  gif: { least: 10, size: (_, view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }) },
  bmp: {
    least: 26,
    size: (_, view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }),
  },
  webp: { least: 30, size: webpSize },
  tiff: { least: 8, size: () => null },
};

/** The format and size of an encoded picture by its first bytes, or null where it is no picture known here. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const format = detectSignature(bytes);
  if (format === null || !isImage(format)) return null;
  const { least, size } = SIZES[format];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { width, height } = (bytes.length >= least ? size(bytes, view) : null) ?? { width: 0, height: 0 };
  return { format, width, height };
}

const isImage = (kind: FileKind): kind is ImageHeader['format'] => Object.hasOwn(SIZES, kind);
