import { decodeBytes } from '../../src/model/text/charset.ts';
import { unwrapMime } from '../archive/unwrap-mime.ts';
import type { Block } from '../document.ts';
import { readHtml } from '../html/read-html.ts';
import { ReadError } from '../read-error.ts';

const MIME = /^(?:\u00ef\u00bb\u00bf|\ufeff)?\s*(?:MIME-Version|Content-Type|From|Date|Subject|Message-ID|X-[\w-]+):/i;
const HEAD = 1_000;
/** Other documents that a `w:altChunk` may hold: ZIP (another DOCX), RTF. */
const OTHER = /^(?:PK|\{\\rtf)/;

/**
 * The blocks of a document in a document (`w:altChunk`, ISO/IEC 29500-1, 17.17.2.1): a web page, alone or as MHT, or plain text; null
 * where it is of another kind.
 */
export function embeddedBlocks(bytes: Uint8Array): readonly Block[] | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (OTHER.test(head)) return null;
  try {
    const page = MIME.test(head) ? unwrapMime(bytes).page : bytes;
    return readHtml(decodeBytes(page).text).blocks;
  } catch (error) {
    if (error instanceof ReadError && error.code === 'UNREADABLE') return null;
    throw error;
  }
}
