import { sha256Of } from '../../src/model/bytes/digest.ts';
import { detectSignature } from '../../src/model/bytes/signature.ts';
import type { CrawlRequest, FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { FetchRecord, WrittenRecord } from '../../src/model/crawl/frontier.ts';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import { decodeBytes } from '../../src/model/text/charset.ts';
import { FetchError } from '../errors.ts';
import { type Exchange, headerOf } from '../http/exchange.ts';
import { type Judgement, judgeAnswer } from '../judge-answer.ts';

/** One answer to a visit, or its absence, judged. */
export interface Answer {
  readonly fetch: FetchRecord;
  readonly judgement: Judgement;
  /** Null for a file, and where no answer came. */
  readonly text: string | null;
  readonly mediaType: string | null;
  readonly isFile: boolean;
}

/** SHA-256 in hex; null where there is nothing to digest. */
export const digestOf = (body: Uint8Array): string | null => (body.length === 0 ? null : sha256Of(body));

/** A request as it is written down, with its answer. */
export function fetchRecord(
  request: CrawlRequest,
  exchange: Exchange,
  sha256: string | null,
  archive: WrittenRecord | null,
): FetchRecord {
  return {
    url: request.url,
    method: request.method,
    fetchedAt: exchange.startedAt,
    status: exchange.status,
    etag: headerOf(exchange, 'etag'),
    lastModified: headerOf(exchange, 'last-modified'),
    sha256,
    part: null,
    bytes: exchange.rawBody.length,
    took: exchange.took,
    errorCode: null,
    errorMessage: null,
    archive,
  };
}

/** A request that no answer came to. */
export function failedRecord(request: CrawlRequest, error: Error, fetchedAt: number): FetchRecord {
  return {
    url: request.url,
    method: request.method,
    fetchedAt,
    status: null,
    ...{ etag: null, lastModified: null, sha256: null, part: null, bytes: 0, took: 0, archive: null },
    errorCode: 'code' in error ? String(error.code) : 'INTERNAL',
    errorMessage: textOf(error),
  };
}

interface JudgedWith {
  readonly sha256: string | null;
  /** Digest of the host's home page, where it was met. */
  readonly homeSha256: string | null;
  readonly position: WrittenRecord;
}

/** Judges what came for `ask` of a visit; the same for an answer of the network and for one found in the archive. */
export function answerOf(
  entry: FrontierEntry,
  request: CrawlRequest,
  exchange: Exchange,
  { sha256, homeSha256, position }: JudgedWith,
): Answer {
  const file = detectSignature(exchange.body) !== null;
  const text = file || exchange.body.length === 0 ? null : decodeBytes(exchange.body).text;
  const judgement = judgeAnswer(exchange, text, { kind: entry.kind, sha256, homeSha256 });
  // A 304 stands for the body that was there before.
  const body = judgement.kind === 'unchanged' ? entry.sha256 : sha256;
  return {
    fetch: fetchRecord(request, exchange, body, position),
    judgement,
    text,
    mediaType: headerOf(exchange, 'content-type'),
    isFile: file,
  };
}

/** No answer came. A place that was never reached under one scheme leads to the other. */
export function noAnswer(entry: FrontierEntry, request: CrawlRequest, error: Error, at: number): Answer {
  const twin = otherScheme(entry, error);
  return {
    fetch: failedRecord(request, error, at),
    judgement: { kind: twin === null ? 'broken' : 'redirect', reason: textOf(error), to: twin },
    ...{ text: null, mediaType: null, isFile: false },
  };
}

/** A certificate has lapsed, a port is shut: 76 of 3,209 portals answer under the other scheme alone. Tried once. */
function otherScheme({ url, hops, sha256 }: FrontierEntry, error: Error): string | null {
  if (!(error instanceof FetchError) || hops > 0 || sha256 !== null) return null;
  if (error.code === 'TLS' && url.startsWith('https:')) return url.replace(/^https:/, 'http:');
  if (error.code !== 'CONNECT') return null;
  return url.startsWith('https:') ? url.replace(/^https:/, 'http:') : url.replace(/^http:/, 'https:');
}
