import { expect, test } from 'vitest';
import { keptAnswer, keptPayload, markRead, unread } from '../../../db/frontier/fetch-log.ts';
import { noteLostArchives } from '../../../db/frontier/lost-archives.ts';
import type { FetchRecord, WrittenRecord } from '../../../src/model/crawl/frontier.ts';
import { buildExtraction, sha256 } from '../build-extraction.ts';
import { save } from '../corpora.ts';
import { aFetch, anOutcome, attachment, COLUMN, DAY, only, report, START, testFrontier } from './crawl-steps.ts';

const FILE = 'lanting-20261123000000-00001.warc.gz';

/** A column, its report, and the report's attachment, each fetched once. */
async function crawled() {
  const steps = await testFrontier();
  const { frontier, lease } = steps;
  const at = (offset: number, given: Partial<WrittenRecord> = {}) => ({
    ...{ file: FILE, offset, length: 100, whole: true },
    ...given,
  });
  const got = (url: string, bytes: string, offset: number, given: Partial<FetchRecord> = {}) =>
    aFetch({ url, sha256: sha256(bytes), archive: at(offset), ...given });
  await frontier.commit([anOutcome(await only(lease()), { fetches: [got(COLUMN, 'list', 0)], links: [report('a')] })]);
  const page = await only(lease());
  await frontier.commit([
    anOutcome(page, { fetches: [got(page.url, 'page', 100)], links: [attachment('a')], toRead: true }),
  ]);
  const file = await only(lease());
  await frontier.commit([anOutcome(file, { fetches: [got(file.url, 'file', 200)], toRead: true })]);
  return { ...steps, at, got, page, file };
}

test('documents that were fetched and not read, with what is known of them', async () => {
  const { db } = await crawled();
  const found = await unread(db, 10);
  expect(found).toMatchObject([
    {
      ...{ kind: 'report', url: 'http://www.lanzhu.gov.cn/a.html', fetchedAt: '2026-11-23T00:00:00.000Z', title: 'a' },
      ...{ sha256: sha256('page'), archive: { file: FILE, offset: 100, length: 100 } },
      ...{ parentUrl: null, parentTitle: null, portal: 'lanzhu' },
    },
    { kind: 'attachment', parentUrl: 'http://www.lanzhu.gov.cn/a.html', parentTitle: 'a', archive: { offset: 200 } },
  ]);
  expect(await unread(db, 1)).toEqual(found.slice(0, 1));
});

test('what was read is tied to its document, and the document to its record', async () => {
  const { db } = await crawled();
  const [page, file] = await unread(db, 10);
  if (!page || !file) throw new Error('two documents are unread');
  await save(db, [buildExtraction({ bytes: 'page', path: page.url })]);
  await markRead(
    db,
    [page, file].map(({ fetchId }) => ({ fetchId, sha256: null })),
    '2026-11-23T01:00:00.000Z',
  );
  expect(await unread(db, 10)).toEqual([]);
  expect(await db.sqlite.all('SELECT sha256 = document.sha256 AS own, archive_offset FROM document')).toEqual([
    { own: 1, archive_offset: 100 },
  ]);
  expect(await db.sqlite.all('SELECT document_id, read_at FROM fetch ORDER BY id')).toEqual([
    ...[{ document_id: null, read_at: null }],
    ...[{ document_id: 1, read_at: '2026-11-23T01:00:00.000Z' }],
    ...[{ document_id: null, read_at: '2026-11-23T01:00:00.000Z' }],
  ]);
});

test('the same bytes again are read from the record that holds them', async () => {
  const { db, frontier, page, got } = await crawled();
  await markRead(db, [{ fetchId: (await unread(db, 1))[0]?.fetchId ?? 0, sha256: null }], '');
  const later = { fetches: [got(page.url, 'page', 300, { fetchedAt: START + DAY })], toRead: true };
  await frontier.commit([anOutcome(page, later)]);
  expect((await unread(db, 10)).map(({ archive }) => archive.offset)).toEqual([200, 100]);
});

test('a state that was replaced before it was read is read all the same', async () => {
  const { db, frontier, page, got } = await crawled();
  await frontier.commit([anOutcome(page, { fetches: [got(page.url, 'changed', 300)], toRead: true })]);
  expect((await unread(db, 10)).map(({ archive }) => archive.offset)).toEqual([100, 200, 300]);
});

test('of a page drawn by a browser the page is read, not its last part', async () => {
  const { db, frontier, page, got } = await crawled();
  await frontier.commit([
    anOutcome(page, {
      fetches: [got(page.url, 'drawn', 300), got('http://www.lanzhu.gov.cn/a.js', 'script', 400, { status: 404 })],
      validators: { etag: null, lastModified: null, sha256: sha256('drawn') },
      toRead: true,
    }),
  ]);
  expect((await unread(db, 10)).map(({ archive }) => archive.offset)).toEqual([100, 200, 300]);
  expect(await frontier.find('GET lanzhu.gov.cn/a.html')).toMatchObject({ attempts: 0 });
});

test('the record of a digest', async () => {
  const { db, frontier, page, got } = await crawled();
  await frontier.commit([anOutcome(page, { fetches: [got(page.url, 'page', 300)] })]);
  expect(await keptPayload(db, sha256('page'))).toEqual({
    ...{ url: page.url, fetchedAt: START, archive: { file: FILE, offset: 100, length: 100 } },
  });
  expect(await keptPayload(db, sha256('none'))).toBe(null);
});

const LATER = 'lanting-20261124000000-00002.warc.gz';
const NOON = '2026-11-24T12:00:00.000Z';

test('what is lost of an archive is told once, holds nothing meanwhile, and counts again when it is back', async () => {
  const { db, frontier, page, at, got } = await crawled();
  const revisit = at(0, { file: LATER, whole: false });
  await frontier.commit([anOutcome(page, { fetches: [got(page.url, 'page', 0, { archive: revisit })] })]);
  const sizes = new Map([
    [FILE, 150],
    [LATER, 100],
  ]);
  const look = () => noteLostArchives(db, async (file) => sizes.get(file) ?? 0, NOON);
  const heldAt = async (bytes: string) => (await keptPayload(db, sha256(bytes)))?.archive.offset ?? null;

  expect(await look()).toEqual([{ file: FILE, bytes: 150 }]);
  expect(await look()).toEqual([]);
  // The list lies before the loss; the page behind it, and a record that only refers to it does not hold it.
  expect([await heldAt('list'), await heldAt('page')]).toEqual([0, null]);
  expect(await keptAnswer(db, { url: COLUMN, fetchedAt: START })).toMatchObject({ offset: 0 });
  expect(await keptAnswer(db, { url: 'http://www.lanzhu.gov.cn/a.pdf', fetchedAt: START })).toBe(null);

  const again = at(500, { file: LATER });
  await frontier.commit([anOutcome(page, { fetches: [got(page.url, 'page', 0, { archive: again })], toRead: true })]);
  sizes.set(LATER, 600);
  expect(await look()).toEqual([]);
  expect(await heldAt('page')).toBe(500);
  expect((await unread(db, 10)).map(({ archive }) => archive.offset)).toEqual([500, 200, 500]);

  sizes.delete(FILE);
  expect(await look()).toEqual([{ file: FILE, bytes: 300 }]);
  expect(await heldAt('list')).toBe(null);
  sizes.set(FILE, 300);
  expect(await look()).toEqual([]);
  expect([await heldAt('list'), await heldAt('page')]).toEqual([0, 100]);
});
