import { closeSync, constants, openSync, readSync } from 'node:fs';
import { type ArchivedAnswer, readAnswer } from '../../../crawlers/archive/read-answer.ts';
import { readWarc, type WarcItem } from '../../../crawlers/archive/read-warc.ts';
import { headerOf } from '../../../crawlers/http/exchange.ts';
import { formatInfo } from '../../../extractors/formats.ts';
import { LIMITS } from '../../../extractors/limits.ts';
import { inflate } from '../../model/bytes/inflate.ts';
import { detectSignature } from '../../model/bytes/signature.ts';
import { textOf } from '../../model/messages/bilingual-error.ts';
import type { Message } from '../../model/report.ts';
import { type DocumentInput, toInputError } from './input.ts';
import type { FilePlace } from './resolve-path.ts';

/** Bytes that are looked at, and those they may unpack to. */
const HEAD = 512;
const MOST_OF_HEAD = 1024 * 1024;
const BEGINS = /^WARC\/\d\.\d/;

/** Whether a regular file is a web archive, packed or not, by how it begins. A file that can't be read is none. */
export function isWarc(file: FilePlace): boolean {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const head = Buffer.alloc(HEAD);
    const bytes = head.subarray(0, readSync(descriptor, head, 0, HEAD, 0));
    if (BEGINS.test(bytes.toString('latin1', 0, 8))) return true;
    if (detectSignature(bytes) !== 'gzip') return false;
    const unpacked = inflate('gzip', bytes, MOST_OF_HEAD, { partial: true });
    return BEGINS.test(unpacked.toString('latin1', 0, 8));
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Types under which text may be a report. Data, scripts, styles and media are parts of pages. */
const TEXT_TYPES =
  /^\s*(?:$|text\/(?:html|plain|markdown)|application\/xhtml\+xml|multipart\/related|message\/rfc822)/i;

/** What the signature says goes before what the server says; a picture in a web archive belongs to a page. */
function isDocument({ exchange: { url, status, body, headers }, revisits }: ArchivedAnswer): boolean {
  if (status !== 200 || revisits || body.length === 0 || !/^https?:/i.test(url)) return false;
  const format = detectSignature(body);
  if (format !== null) return !formatInfo(format).mediaType.startsWith('image/') && format !== 'gzip';
  return TEXT_TYPES.test(headerOf({ headers }, 'content-type') ?? '') && !/^[^?#]*\/robots\.txt$/i.test(url);
}

function inputOf(item: WarcItem, path: string): DocumentInput | null {
  const place = `${path}!/offset ${item.offset}`;
  if (item.kind === 'broken')
    return { kind: 'failed', path: place, code: 'DAMAGED', message: brokenRecord(item.reason) };
  let answer: ArchivedAnswer | null;
  try {
    answer = readAnswer(item);
  } catch (error) {
    return { kind: 'failed', path: place, code: 'DAMAGED', message: textOf(error) };
  }
  if (!answer || !isDocument(answer)) return null;
  const { url, body, startedAt } = answer.exchange;
  if (body.length > LIMITS.bytes) {
    const message = {
      zh: `有 ${body.length} 字节，超过一份文件的上限 ${LIMITS.bytes} 字节`,
      en: `it holds ${body.length} bytes, more than the ${LIMITS.bytes} a document may have`,
    };
    return { kind: 'failed', path: url, code: 'TOO_LARGE', message };
  }
  // A record without a date that can be read has time 0.
  return {
    kind: 'bytes',
    path: url,
    bytes: body,
    ...(startedAt > 0 ? { fetchedAt: new Date(startedAt).toISOString() } : {}),
  };
}

const brokenRecord = ({ zh, en }: Message): Message => ({
  zh: `记录已损坏：${zh}；能读的记录都已读取，其余请重新获取该存档`,
  en: `the record is broken: ${en}; the records that can be read were read, fetch the archive again for the rest`,
});

/**
 * The documents in a web archive, one in memory at a time: every answer with status 200 that may be a report by its signature
 * and type, under its address. Records without a body (`revisit`) show what another record holds and are passed over; a
 * record that is broken is a failure of its own.
 */
export async function* warcInputs(path: string, file: FilePlace): AsyncGenerator<DocumentInput> {
  try {
    for await (const item of readWarc(file)) {
      const input = inputOf(item, path);
      if (input) yield input;
    }
  } catch (error) {
    const { code, text } = toInputError(error);
    yield { kind: 'failed', path, code, message: text };
  }
}
