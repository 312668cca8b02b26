import { WARCRecord, WARCSerializer } from 'warcio';
import { sha256Of } from '../../src/model/bytes/digest.ts';
import { type Exchange, headerOf } from '../http/exchange.ts';
import { writeHead } from './http-block.ts';

/** An answer that is in the archive: what a record without a body refers to. */
export interface EarlierAnswer {
  readonly url: string;
  /** Milliseconds since 1970: its `startedAt`. */
  readonly fetchedAt: number;
}

export interface RecordFacts {
  /**
   * For a 304 the answer that it confirms; else an answer, at this place or another, whose body has the same digest. Null
   * where there is none: the body is written.
   */
  readonly earlier: EarlierAnswer | null;
  /** What the place is known by in the queue; recovery hands it back. Any text. */
  readonly place: string | null;
  /** The body is what a browser showed, not what a server sent; it is written as a `resource`. */
  readonly isDrawn?: boolean;
  /** SHA-256 of the decoded body, in hex, where it is known already; saves working it out again. */
  readonly sha256?: string | null;
}

/** Fields of our own: what an exchange has and WARC has no name for. */
export const OWN_FIELDS = { place: 'Lanting-Place', took: 'Lanting-Took' } as const;

const WARC = 'WARC/1.1';
const END = Buffer.from('\r\n\r\n');
/** Of the other kind of revisit warcio writes the profile by itself. */
const NOT_MODIFIED = 'http://netpreserve.org/warc/1.1/revisit/server-not-modified';

const isoOf = (time: number): string => new Date(time).toISOString();

/**
 * The block is put behind the head here, byte for byte: warcio's serializer would fold repeated headers of the answer, and reads
 * the block as a stream, which costs more than all else of a record.
 */
function bytesOf(record: WARCRecord, block: readonly Uint8Array[]): Buffer {
  const length = block.reduce((sum, part) => sum + part.length, 0);
  record.warcHeaders.headers.set('Content-Length', String(length));
  return Buffer.concat([Buffer.from(`${record.warcHeaders.toString()}\r\n`), ...block, END]);
}

/** One answer as an uncompressed WARC 1.1 record: `response`, or `revisit` where its body is in the archive already. */
export function responseRecord(exchange: Exchange, { earlier, place, sha256 }: RecordFacts): Buffer {
  const head = writeHead(exchange);
  const block = earlier ? [head] : [head, exchange.rawBody];
  const { remoteAddress, truncated, took } = exchange;
  const isDecoded = exchange.rawBody === exchange.body;
  const payload = () => (sha256 && isDecoded ? sha256 : sha256Of(exchange.rawBody));
  const record = WARCRecord.create({
    type: earlier ? 'revisit' : 'response',
    warcVersion: WARC,
    url: exchange.url,
    date: isoOf(exchange.startedAt),
    ...(earlier ? { refersToUrl: earlier.url, refersToDate: isoOf(earlier.fetchedAt) } : {}),
    warcHeaders: {
      ...(exchange.status === 304 ? {} : { 'WARC-Payload-Digest': `sha256:${payload()}` }),
      ...(remoteAddress === null ? {} : { 'WARC-IP-Address': remoteAddress }),
      ...(truncated ? { 'WARC-Truncated': 'disconnect' } : {}),
      ...(place === null ? {} : { [OWN_FIELDS.place]: encodeURIComponent(Buffer.from(place).toString()) }),
      [OWN_FIELDS.took]: String(Math.round(took)),
    },
  });
  if (exchange.status === 304) record.warcHeaders.headers.set('WARC-Profile', NOT_MODIFIED);
  return bytesOf(record, block);
}

/** A page as a browser showed it, as a WARC 1.1 `resource`: nothing that a server sent. */
export function drawnRecord({ url, startedAt, took, body, headers }: Exchange, { place, sha256 }: RecordFacts): Buffer {
  const record = WARCRecord.create({
    type: 'resource',
    warcVersion: WARC,
    url,
    date: isoOf(startedAt),
    warcHeaders: {
      'Content-Type': headerOf({ headers }, 'content-type') ?? 'application/octet-stream',
      'WARC-Payload-Digest': `sha256:${sha256 ?? sha256Of(body)}`,
      ...(place === null ? {} : { [OWN_FIELDS.place]: encodeURIComponent(Buffer.from(place).toString()) }),
      [OWN_FIELDS.took]: String(Math.round(took)),
    },
  });
  return bytesOf(record, [body]);
}

/** What every archive file begins with. */
export function infoRecord(file: string, info: Readonly<Record<string, string>>, now: number): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo({ warcVersion: WARC, filename: file, date: isoOf(now) }, { ...info });
  return WARCSerializer.serialize(record, { gzip: false });
}
