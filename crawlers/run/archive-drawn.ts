import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import { requestKey } from '../normalise-url.ts';
import type { Answer } from './answer.ts';
import { digestOf, fetchRecord } from './answer.ts';
import type { CrawlPorts } from './ports.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** A drawn page as bytes. The mark overrules the charset that the page declares. */
export const drawnBytes = (html: string): Buffer => Buffer.from(BYTE_ORDER_MARK + html);

/**
 * Archives what a browser showed, so that a report that only a script writes is a document like any other. The record stands
 * among the requests of its visit, with no bytes received. A killed run's is not taken up: the page is drawn again.
 */
export async function archiveDrawn(
  { archive, clock }: Pick<CrawlPorts, 'archive' | 'clock'>,
  entry: FrontierEntry,
  { text, fetch }: Answer,
): Promise<FetchRecord> {
  const body = drawnBytes(text ?? '');
  const exchange = {
    ...{ url: fetch.url, status: 200, statusText: 'OK', rawBody: body, body, truncated: false, remoteAddress: null },
    headers: [['Content-Type', 'text/html; charset=utf-8']] as const,
    ...{ startedAt: clock.now(), took: 0 },
  };
  const sha256 = digestOf(body);
  const place = `drawn ${requestKey(entry)}`;
  const record = await archive.write(exchange, { place, sha256, previous: null, isDrawn: true });
  const ask = { url: fetch.url, method: 'GET', body: null, bodyType: null } as const;
  return { ...fetchRecord(ask, exchange, sha256, record), bytes: 0 };
}
