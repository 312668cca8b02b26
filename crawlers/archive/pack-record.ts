import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Exchange } from '../http/exchange.ts';
import { drawnRecord, type RecordFacts, responseRecord } from './write-record.ts';

const packAside = promisify(gzip);
/** Bytes up to which packing takes less time than handing it to another thread does. */
const SMALL = 64 * 1024;

/** Pages pack to within a few per cent of the best at the level that costs a third of the time. */
const LEVEL = 3;
/** For short pages: less memory for zlib to clear at every record, for a hundredth more bytes. */
const NARROW = { level: LEVEL, windowBits: 13, memLevel: 6, chunkSize: 4_000 } as const;
const SHORT = 16 * 1024;

/** One gzip member. */
export async function packMember(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length > SMALL) return packAside(bytes, { level: LEVEL });
  return gzipSync(bytes, bytes.length <= SHORT ? NARROW : { level: LEVEL });
}

/** One answer, or one drawn page, as the archive holds it: a WARC 1.1 record in a gzip member of its own. */
export const packRecord = (exchange: Exchange, facts: RecordFacts): Promise<Uint8Array> =>
  packMember(facts.isDrawn ? drawnRecord(exchange, facts) : responseRecord(exchange, facts));
