import { constants, inflateSync } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

/** Deflate packs no more than this many bytes into one (RFC 1951: a match of 258 bytes takes two bits at least). */
const MOST_INFLATION = 1_032;

const FLATE = /\/(?:FlateDecode|Fl)\b/g;
/** A stream's dictionary stands right before it; filters stand in it, not further off than this. */
const DICTIONARY = 1_024;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;

/** Inflates as far as it goes: a stream that is encrypted, damaged or cut off is left to the reader. */
function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: LIMITS.pdfStream, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return null;
    throw new ReadError('TOO_LARGE', {
      zh: `PDF 的一个数据流解压后超过 ${LIMITS.pdfStream} 字节；报告的任何一页都用不到，它已损坏或有恶意`,
      en: `a stream of the PDF unpacks to more than ${LIMITS.pdfStream} bytes; no page of a report needs that, so it is broken or hostile`,
    });
  }
}

/**
 * Refuses a PDF with a stream that would fill memory. pdf.js unpacks streams without a bound, outside what the limits of a
 * worker watch. Only streams that could be too large are unpacked here.
 */
export function guardStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 1)) {
    const dictionary = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (dictionary.endsWith('end')) continue;
    const filters = dictionary.slice(Math.max(dictionary.lastIndexOf('obj'), 0)).match(FLATE)?.length ?? 0;
    if (filters === 0) continue;
    let start = at + 'stream'.length;
    if (file[start] === RETURN) start += 1;
    if (file[start] === NEW_LINE) start += 1;
    const end = file.indexOf('endstream', start);
    const packed = file.subarray(start, end === -1 ? file.length : end);
    let data: Uint8Array | null = packed;
    for (let filter = 0; filter < filters && data !== null; filter += 1) {
      if (filter === filters - 1 && data.length * MOST_INFLATION <= LIMITS.pdfStream) break;
      data = inflated(data);
    }
    at = end === -1 ? file.length : end;
  }
}
