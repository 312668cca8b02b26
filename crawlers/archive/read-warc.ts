import { type FileHandle, open } from 'node:fs/promises';
import { isGzip } from '../../src/model/bytes/gzip.ts';
import { ByteQueue } from './byte-queue.ts';
import { inflateMember, MemberError } from './inflate-member.ts';
import { ARCHIVE_LIMITS } from './limits.ts';
import { type BrokenRecord, parseRecords, type WarcRecord } from './parse-records.ts';

/** A record, or what stands in its place, and where: the offset of its gzip member, or of itself in a plain file. */
export type WarcItem = (WarcRecord | BrokenRecord) & { readonly offset: number };

const CHUNK = 64 * 1024;

/** The bytes of a file from an offset on. */
export async function* chunksOf(file: FileHandle, from: number): AsyncGenerator<Buffer> {
  for (let at = from; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/**
 * The records of any WARC file, also of other programs: 1.0 and 1.1, plain, packed record by record or as a whole. Holds one
 * record at a time. What is broken is named and passed over; where the file is mostly broken, reading ends with such a name.
 */
export async function* readWarc(path: string | Buffer): AsyncGenerator<WarcItem> {
  const file = await open(path, 'r');
  try {
    const start = new ByteQueue(chunksOf(file, 0));
    const items = isGzip(await start.peek(3)) ? packed(file) : plain(start);
    let breaks = 0;
    let records = 0;
    for await (const item of items) {
      if (item.kind === 'record') records += 1;
      else breaks += 1;
      if (breaks > ARCHIVE_LIMITS.breaks || records > ARCHIVE_LIMITS.records) {
        const { breaks: mostBreaks, records: most } = ARCHIVE_LIMITS;
        const { zh, en } =
          records > most
            ? { zh: `记录超过 ${most} 条`, en: `there are more than ${most} records` }
            : { zh: `有 ${mostBreaks} 处损坏`, en: `it is broken in ${mostBreaks} places` };
        const reason = { zh: `${zh}；其后未读`, en: `${en}; what follows was not read` };
        yield { kind: 'broken', reason, offset: item.offset };
        return;
      }
      yield item;
    }
  } finally {
    await file.close();
  }
}

async function* plain(bytes: ByteQueue): AsyncGenerator<WarcItem> {
  for await (const { at, ...item } of parseRecords(bytes)) yield { ...item, offset: at };
}

async function* packed(file: FileHandle): AsyncGenerator<WarcItem> {
  let raw = new ByteQueue(chunksOf(file, 0));
  for (;;) {
    const offset = raw.position;
    if ((await raw.peek(1)).length === 0) return;
    const member = new ByteQueue(inflateMember(raw));
    try {
      for await (const { at: _, ...item } of parseRecords(member)) yield { ...item, offset };
    } catch (error) {
      if (!(error instanceof MemberError)) throw error;
      yield { kind: 'broken', reason: error.text, offset };
      // Behind the damage the next member is found by how one begins.
      raw = new ByteQueue(chunksOf(file, offset + 1), offset + 1);
      if (!(await raw.seek('\x1f\x8b\x08'))) return;
    } finally {
      await member.close();
    }
  }
}
