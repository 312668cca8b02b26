import { crc32, createInflateRaw } from 'node:zlib';
import { gzipHeaderLength, SHORT_HEADER } from '../../src/model/bytes/gzip.ts';
import { BilingualError, textOf } from '../../src/model/messages/bilingual-error.ts';
import type { ByteQueue } from './byte-queue.ts';
import { ARCHIVE_LIMITS } from './limits.ts';

/** A gzip member is damaged, cut off or a bomb; the message says which. */
export class MemberError extends BilingualError {}

/** Bytes of a header that names a file and says more of it; longer than any program writes. */
const LONG_HEADER = 64 * 1024;

async function skipHeader(raw: ByteQueue): Promise<void> {
  const short = gzipHeaderLength(await raw.peek(SHORT_HEADER));
  const length = short === 'cut' ? gzipHeaderLength(await raw.peek(LONG_HEADER)) : short;
  if (length === 'none') throw new MemberError({ zh: '此处没有 gzip 数据', en: 'no gzip member begins here' });
  if (length === 'cut') throw new MemberError({ zh: '头部中断', en: 'its header breaks off' });
  await raw.take(length);
}

/**
 * Unpacks one gzip member and leaves the queue right behind it, which the streams of node:zlib can't do by themselves: they
 * run on into the next. Throws `MemberError`.
 */
export async function* inflateMember(raw: ByteQueue): AsyncGenerator<Uint8Array> {
  const start = raw.position;
  await skipHeader(raw);
  const engine = createInflateRaw({ chunkSize: 64 * 1024 });
  let fed = 0;
  let last: Buffer = Buffer.alloc(0);
  let ended = false;
  // A stream that fails never says that it is done with what it was given.
  const closed = new Promise<void>((resolve) => engine.once('close', resolve));
  const feeding = (async () => {
    while (!ended && !engine.destroyed) {
      const chunk = await raw.chunk();
      if (chunk === null) break;
      last = chunk;
      fed += chunk.length;
      await Promise.race([closed, new Promise<void>((resolve) => engine.write(chunk, () => resolve()))]);
      if (engine.readableEnded || engine.bytesWritten < fed) ended = true;
    }
    if (!ended && !engine.destroyed) engine.end();
  })();
  let size = 0;
  let sum = 0;
  try {
    for await (const piece of engine as AsyncIterable<Buffer>) {
      size += piece.length;
      sum = crc32(piece, sum);
      if (size > ARCHIVE_LIMITS.ratioFrom && size > ARCHIVE_LIMITS.ratio * engine.bytesWritten) {
        throw new MemberError({
          zh: `解压后超过其大小的 ${ARCHIVE_LIMITS.ratio} 倍，有如解压炸弹`,
          en: `it unpacks to more than ${ARCHIVE_LIMITS.ratio} times its size, as a decompression bomb does`,
        });
      }
      yield piece;
    }
  } catch (error) {
    if (error instanceof MemberError) throw error;
    const { zh, en } = textOf(error);
    throw new MemberError({ zh: `已损坏或被截断（${zh}）`, en: `it is damaged or cut off (${en})` });
  } finally {
    engine.destroy();
    await feeding;
  }
  const rest = fed - engine.bytesWritten;
  if (rest > 0) raw.unread(last.subarray(last.length - rest));
  const trailer = await raw.take(8);
  if (trailer.length < 8)
    throw new MemberError({
      zh: `在 ${raw.position - start} 字节处被截断`,
      en: `it is cut off after ${raw.position - start} bytes`,
    });
  if (trailer.readUInt32LE() !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32) {
    throw new MemberError({
      zh: '校验和不符：写入后已损坏',
      en: 'its checksum does not fit: it was damaged after it was written',
    });
  }
}
