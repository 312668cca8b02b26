import { expect, test } from 'vitest';
import { type ArchivedEntry, Crawl } from '../../../crawlers/run/crawl.ts';
import type { CrawlPorts } from '../../../crawlers/run/ports.ts';
import { CRAWL_SETTINGS } from '../../../crawlers/run/settings.ts';
import { USUAL_PACE } from '../../../crawlers/throttle.ts';
import { sha256Of } from '../../../src/model/bytes/digest.ts';
import { aFetch, anOutcome, DAY, only, report, START, testFrontier } from '../../db/frontier/crawl-steps.ts';
import { anExchange } from '../archive/exchanges.ts';

const ORIGIN = 'http://www.lanzhu.gov.cn';
const URL = `${ORIGIN}/a.html`;
const [LAST, LEFT] = ['<html>last</html>', '<html>left over</html>'];
const digest = (text: string): string => sha256Of(Buffer.from(text));

/** A report that was visited at `START`, as was its host's robots.txt, and nothing due; a crawl that takes up what is left. */
async function crawled() {
  const { db, frontier, lease } = await testFrontier();
  await frontier.commit([anOutcome(await only(lease()), { links: [report('a')] })]);
  const sha256 = digest(LAST);
  const validators = { etag: null, lastModified: null, sha256 };
  const fetches = [aFetch({ url: URL, sha256 })];
  await frontier.commit([anOutcome(await only(lease()), { fetches, validators })]);
  await frontier.setHost({ id: 1, robots: 'last', robotsStatus: 200, robotsAt: START });
  const ports = {
    ...{ frontier, renderer: null, clock: { now: () => START + 5_000 }, random: () => 0, inScope: () => true },
    client: { resolve: async () => '127.0.0.2' },
    discover: () => ({ family: 'generic', links: [], needsBrowser: false, nextPart: null, inPlace: [], remarks: [] }),
  } as unknown as CrawlPorts;
  const crawl = new Crawl(ports, CRAWL_SETTINGS, USUAL_PACE);
  const left = (place: string | null, url: string, startedAt: number): ArchivedEntry => ({
    ...{ place, exchange: anExchange({ url, startedAt, text: LEFT }) },
    position: { file: 'a.warc.gz', offset: 400, length: 100, whole: true },
  });
  const rows = () => db.sqlite.all('SELECT url, sha256, visit_id, to_read FROM fetch WHERE archive_offset = 400');
  return { db, frontier, crawl, left, rows };
}

test.each([
  ['came after the last visit is what the place shows', 1, LEFT],
  ['came before the last visit is read, and the place stays as it is', -1, LAST],
])('a left-over answer that %s', async (_, seconds, shown) => {
  const { db, crawl, left, rows } = await crawled();
  await crawl.resume([left('GET lanzhu.gov.cn/a.html', URL, START + seconds * 1_000)]);
  expect(await rows()).toEqual([{ url: URL, sha256: digest(LEFT), visit_id: 2, to_read: 1 }]);
  const [visit] = await db.sqlite.all('SELECT sha256, due_at AS due FROM visit WHERE id = 2');
  expect(visit).toEqual({ sha256: digest(shown), due: shown === LAST ? START + DAY : expect.any(Number) });
});

test('a left-over part of a page that was drawn since has its own row and is not read', async () => {
  const { crawl, left, rows } = await crawled();
  await crawl.resume([left('GET lanzhu.gov.cn/a.html', `${ORIGIN}/a.js`, START - 1_000)]);
  expect(await rows()).toMatchObject([{ url: `${ORIGIN}/a.js`, visit_id: 2, to_read: 0 }]);
});

test.each([
  ['newer than the one that is known', `${ORIGIN}/robots.txt`, 1, LEFT],
  ['older than the one that is known', `${ORIGIN}/robots.txt`, -1, 'last'],
  ['asked for on behalf of another host', `${ORIGIN}/other/robots.txt`, 1, 'last'],
])('a left-over robots.txt of a host that is not due has its row: one %s', async (_, url, seconds, robots) => {
  const { frontier, crawl, left, rows } = await crawled();
  expect(await frontier.hostsDue(START)).toEqual([]);
  await crawl.resume([left(null, url, START + seconds * 1_000)]);
  expect(await rows()).toMatchObject([{ url, visit_id: null }]);
  expect(await frontier.findHost(ORIGIN)).toMatchObject({ robots });
});

test('what was left of a host or a place that is not known stays in the archive alone', async () => {
  const { crawl, left, rows } = await crawled();
  const elsewhere = 'http://www.yingdai.gov.cn';
  await crawl.resume([
    left(null, `${elsewhere}/robots.txt`, START),
    left('GET yingdai.gov.cn/', `${elsewhere}/`, START),
  ]);
  expect(await rows()).toEqual([]);
});
