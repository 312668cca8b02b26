import { inflateRawSync, inflateSync } from 'node:zlib';

/** Streams are looked at up to this size unpacked; nothing a report's text or fonts reach. */
const LARGEST = 32 * 1024 * 1024;
/** A stream's dictionary stands in so many bytes before it. */
const DICTIONARY = 600;
/** Bytes of the header of a zlib stream. */
const HEADER = 2;

const START = Buffer.from('stream');
const END = Buffer.from('endstream');
const LINE_FEED = 10;
const RETURN = 13;

/** Where the bytes of a stream begin, behind its keyword and line end; -1 where the keyword is not one. */
function dataFrom(file: Buffer, keyword: number): number {
  const after = keyword + START.length;
  if (file[after] === LINE_FEED) return after + 1;
  return file[after] === RETURN && file[after + 1] === LINE_FEED ? after + 2 : -1;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Whether packed data ends as it should, whatever stands in its checksum. */
function endsWell(data: Buffer): boolean {
  try {
    inflateRawSync(data.subarray(HEADER), { maxOutputLength: LARGEST });
    return true;
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
  }
}

/**
 * Whether a stream unpacks to what was packed: bytes that were lost in its middle may leave it to end well, and only the
 * checksum tells. Some programs leave out the checksum or the header, and those streams are whole.
 */
function unpacks(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: LARGEST });
    return true;
  } catch (error) {
    const { message } = error as Error;
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' || (message !== WRONG_CHECKSUM && endsWell(data));
  }
}
/** As zlib says it. */
const WRONG_CHECKSUM = 'incorrect data check';

/**
 * How many packed streams of a PDF (pages, fonts, objects; not pictures) are broken off or garbled. pdf.js reads on
 * without a word where one ends early, so that part of a page would be lost in silence. Encrypted files are not looked at.
 */
export function countDamagedStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return 0;
  let damaged = 0;
  for (let keyword = file.indexOf(START); keyword !== -1; ) {
    const from = dataFrom(file, keyword);
    if (from === -1) {
      keyword = file.indexOf(START, keyword + START.length);
      continue;
    }
    const end = file.indexOf(END, from);
    const to = end === -1 ? file.length : end;
    const head = file.toString('latin1', Math.max(0, keyword - DICTIONARY), keyword);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    const plain = /\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/(?!\w*Decode)|>>)/.test(dictionary);
    if (plain && !/\/Subtype\s*\/Image/.test(dictionary) && !unpacks(file.subarray(from, to))) damaged += 1;
    keyword = file.indexOf(START, to + END.length);
  }
  return damaged;
}
