import type { Message } from '../../src/model/report.ts';
import type { ByteQueue } from './byte-queue.ts';
import { ARCHIVE_LIMITS } from './limits.ts';

/** A record as it stands in the file. */
export interface WarcRecord {
  readonly kind: 'record';
  /** `response`, `revisit`, `warcinfo`, … in lower case. */
  readonly type: string;
  /** The record's own fields; names in lower case, the first of each. */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
}

/** Something in its place that is no whole record. */
export interface BrokenRecord {
  readonly kind: 'broken';
  readonly reason: Message;
}

/** Where a head ends: behind its empty line; -1 where it does not. */
function headEnd(bytes: Buffer): number {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4;
  return lf < 0 ? -1 : lf + 2;
}

function parseFields(head: string): Map<string, string> | null {
  const [version = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  if (!/^WARC\/\d\.\d+$/.test(version.trimEnd())) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

async function takeHead(bytes: ByteQueue): Promise<Map<string, string> | null> {
  for (let length = 1_024; ; length *= 4) {
    const held = await bytes.peek(Math.min(length, ARCHIVE_LIMITS.head));
    const end = headEnd(held);
    if (end >= 0) {
      const fields = parseFields(held.toString('utf8', 0, end).trimEnd());
      if (fields) await bytes.skip(end);
      return fields;
    }
    if (held.length < length) return null;
  }
}

const isNewline = (byte: number | undefined): boolean => byte === 0x0d || byte === 0x0a;

async function skipNewlines(bytes: ByteQueue): Promise<void> {
  for (;;) {
    const held = await bytes.peek(4_096);
    const rest = held.findIndex((byte) => !isNewline(byte));
    await bytes.skip(rest < 0 ? held.length : rest);
    if (rest >= 0 || held.length === 0) return;
  }
}

/** Passes over what is no record, up to the next line that begins one. */
async function skipToRecord(bytes: ByteQueue): Promise<void> {
  await bytes.skip(1);
  if (await bytes.seek('\nWARC/1.')) await bytes.skip(1);
}

/**
 * The records in a stream of (unpacked) bytes, one in memory at a time. What is broken is named and passed over. `at` is the
 * record's place in the stream.
 */
export async function* parseRecords(
  bytes: ByteQueue,
): AsyncGenerator<(WarcRecord | BrokenRecord) & { readonly at: number }> {
  for (;;) {
    await skipNewlines(bytes);
    const at = bytes.position;
    if ((await bytes.peek(1)).length === 0) return;
    const broken = (reason: Message) => ({ kind: 'broken', reason, at }) as const;
    const fields = await takeHead(bytes);
    const length = fields?.get('content-length') ?? '';
    if (!fields || !/^\d{1,15}$/.test(length)) {
      yield broken(
        fields
          ? {
              zh: `其 Content-Length 为 ${JSON.stringify(length.slice(0, 40))}`,
              en: `its Content-Length is ${JSON.stringify(length.slice(0, 40))}`,
            }
          : { zh: '此处没有 WARC 记录', en: 'no WARC record begins here' },
      );
      await skipToRecord(bytes);
      continue;
    }
    if (Number(length) > ARCHIVE_LIMITS.block) {
      const url = fields.get('warc-target-uri');
      yield broken({
        zh: `${url ? `${url} ` : ''}有 ${length} 字节，超过可读取的 ${ARCHIVE_LIMITS.block} 字节`,
        en: `it holds ${length} bytes${url ? ` of ${url}` : ''}, more than the ${ARCHIVE_LIMITS.block} that are read`,
      });
      await bytes.skip(Number(length));
      continue;
    }
    const block = await bytes.take(Number(length));
    const [next] = await bytes.peek(1);
    if (block.length < Number(length))
      yield broken({
        zh: `应有 ${length} 字节，只有 ${block.length} 字节`,
        en: `it ends after ${block.length} of its ${length} bytes`,
      });
    else if (next !== undefined && !isNewline(next)) {
      yield broken({
        zh: `在 Content-Length 所称的 ${length} 字节之后还有内容`,
        en: `it goes on behind the ${length} bytes of its Content-Length`,
      });
      await skipToRecord(bytes);
    } else yield { kind: 'record', type: (fields.get('warc-type') ?? '').toLowerCase(), fields, block, at };
  }
}
