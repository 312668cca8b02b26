import { type Exchange, headerOf } from '../http/exchange.ts';
import { unpackBody } from '../http/unpack-body.ts';
import { readBlock } from './http-block.ts';
import { ARCHIVE_LIMITS } from './limits.ts';
import type { WarcRecord } from './parse-records.ts';
import { type EarlierAnswer, OWN_FIELDS } from './write-record.ts';

/** An answer as an archive keeps it. */
export interface ArchivedAnswer {
  readonly exchange: Exchange;
  /** For a `revisit`, whose body lies elsewhere: the answer it refers to; its address may be missing. */
  readonly revisits: EarlierAnswer | null;
  /** What the place was known by in the queue; null in archives of other programs. */
  readonly place: string | null;
}

const timeOf = (date: string | undefined): number => {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? 0 : time;
};

/** Some programs put the address in angle brackets. */
const addressOf = (uri: string | undefined): string => (uri ?? '').replace(/^<(.*)>$/s, '$1');

function placeOf(field: string | undefined): string | null {
  try {
    return field === undefined ? null : decodeURIComponent(field);
  } catch {
    return null;
  }
}

/**
 * The answer in a record: of a `response` or `revisit`, or the bytes of a `resource` as an answer with status 200. Null for
 * records of other kinds. Throws `FetchError` for a body that is a decompression bomb or in a coding that is not known.
 */
export function readAnswer({ type, fields, block }: WarcRecord): ArchivedAnswer | null {
  const url = addressOf(fields.get('warc-target-uri'));
  const common = {
    url,
    remoteAddress: fields.get('warc-ip-address') ?? null,
    startedAt: timeOf(fields.get('warc-date')),
    took: Number(fields.get(OWN_FIELDS.took.toLowerCase()) ?? 0) || 0,
  };
  const place = placeOf(fields.get(OWN_FIELDS.place.toLowerCase()));
  if (type === 'resource') {
    const headers = [['Content-Type', fields.get('content-type') ?? '']] as const;
    const answer = { status: 200, statusText: 'OK', headers, rawBody: block, body: block, truncated: false };
    return { exchange: { ...common, ...answer }, revisits: null, place };
  }
  if (type !== 'response' && type !== 'revisit') return null;
  const answer = readBlock(block);
  if (!answer) return null;
  const coding = headerOf(answer, 'content-encoding');
  const { body, truncated } = unpackBody(answer.rawBody, coding, ARCHIVE_LIMITS.body, url);
  const earlier = {
    url: addressOf(fields.get('warc-refers-to-target-uri')),
    fetchedAt: timeOf(fields.get('warc-refers-to-date')),
  };
  return {
    exchange: { ...common, ...answer, body, truncated: truncated || fields.has('warc-truncated') },
    revisits: type === 'revisit' ? earlier : null,
    place,
  };
}
