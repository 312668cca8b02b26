import { bufferOf } from '../../src/model/bytes/buffer-of.ts';
import type { Exchange } from '../http/exchange.ts';

/** What an archive calls a header that no longer holds of the bytes it stands above. */
const KEPT_AS = 'X-Archive-Orig-';
const UNDONE = new Set(['transfer-encoding']);

const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ');

/** The head of an answer as received, but for Transfer-Encoding, which is undone and so renamed. Ends in an empty line. */
export function writeHead({ status, statusText, headers }: Exchange): Buffer {
  const lines = headers.map(([name, value]) => {
    const kept = UNDONE.has(name.toLowerCase()) ? `${KEPT_AS}${name}` : name;
    return `${oneLine(kept)}: ${oneLine(value)}\r\n`;
  });
  return Buffer.from(`HTTP/1.1 ${status} ${oneLine(statusText)}\r\n${lines.join('')}\r\n`);
}

/** An answer as a record holds it. */
interface HttpBlock {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Chunks joined, still compressed. */
  readonly rawBody: Uint8Array;
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (?<status>\d{3})(?: (?<text>.*))?$/;

/** Splits a block into head and body; null for what is no HTTP answer. Chunks that other programs left in are joined. */
export function readBlock(block: Uint8Array): HttpBlock | null {
  const bytes = bufferOf(block);
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  const head = bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
  const [first = '', ...lines] = head.split(/\r?\n/);
  const found = STATUS_LINE.exec(first.trimEnd())?.groups;
  if (!found) return null;
  const headers: [string, string][] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  const rest = end < 0 ? bytes.subarray(bytes.length) : bytes.subarray(end + (end === crlf ? 4 : 2));
  const coding = headers.find(([name]) => name.toLowerCase() === 'transfer-encoding')?.[1] ?? '';
  const rawBody = /\bchunked\b/i.test(coding) ? joinChunks(rest) : rest;
  return { status: Number(found.status), statusText: found.text ?? '', headers, rawBody };
}

const CHUNK_SIZE = /^[0-9a-f]{1,8}(?=[\s;]|$)/i;

/** The bytes of a chunked body. Some programs keep the header and write the body joined: that is given back as it is. */
function joinChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf('\n', at);
    const size = CHUNK_SIZE.exec(lineEnd < 0 ? '' : bytes.toString('latin1', at, Math.min(lineEnd, at + 64)))?.[0];
    if (size === undefined) return chunks.length === 0 ? bytes : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return Buffer.concat(chunks);
}
