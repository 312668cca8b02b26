import type { ZipEntry } from '../bytes/list-zip.ts';
import { unpack } from '../bytes/unpack-member.ts';
import type { Format } from '../formats.ts';
import { ReadError } from '../read-error.ts';

/** The main part's content type, which decides what an Office package is wherever that part lies. */
const CONTENT_TYPES: readonly (readonly [RegExp, Format])[] = [
  [/wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/, 'docx'],
  [/sheet\.binary\.macroEnabled/, 'xlsb'],
  [/spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled/, 'xlsx'],
  [/presentationml\.|ms-powerpoint\./, 'pptx'],
];

/** A part that only one format has, for packages whose list of content types is missing. */
const PARTS: readonly (readonly [string, Format])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', 'xlsb'],
  ['ppt/presentation.xml', 'pptx'],
  ['OFD.xml', 'ofd'],
];

const LARGEST_LIST = 1024 * 1024;

/** What lies in the container: an Office package, or a plain archive (`zip`). */
export function zipKind(bytes: Uint8Array, entries: readonly ZipEntry[]): Format {
  const textOf = (name: string): string => {
    const entry = entries.find((one) => one.name === name);
    try {
      return entry ? Buffer.from(unpack(bytes, entry, LARGEST_LIST)).toString('latin1') : '';
    } catch (error) {
      if (error instanceof ReadError) return '';
      throw error;
    }
  };
  const types = textOf('[Content_Types].xml');
  const typed = CONTENT_TYPES.find(([pattern]) => pattern.test(types));
  if (typed) return typed[1];
  if (textOf('mimetype').startsWith('application/vnd.oasis.')) return 'odf';
  return PARTS.find(([name]) => entries.some((entry) => entry.name === name))?.[1] ?? 'zip';
}
