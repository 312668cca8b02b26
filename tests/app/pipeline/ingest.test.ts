import { expect, test } from 'vitest';
import { openReadOnly } from '../../../db/connect.ts';
import { CorpusFaultError, CorpusLockedError } from '../../../db/errors.ts';
import { SqliteConnection } from '../../../db/sqlite/connection.ts';
import { type IngestSummary, ingestResults } from '../../../src/app/pipeline/ingest.ts';
import type { ExtractionResult } from '../../../src/model/report.ts';
import { buildExtraction, buildFailure, buildNotAReport } from '../../db/build-extraction.ts';
import { corpusPath, dump, listOf, single, testCorpus } from '../../db/corpora.ts';

const PROGRAM = { program: '1.0.0', now: () => new Date('2026-01-02T03:04:05Z') };
const NOTHING: IngestSummary = { new: 0, changed: 0, unchanged: 0, reread: 0, notReports: 0, failed: [] };

const report = (name: string) => buildExtraction({ bytes: name, path: `${name}.html`, agency: name });
const bad = (name: string) =>
  buildExtraction({ bytes: name, path: `${name}.html`, agency: name, figures: { 'no.such.figure': 1 } });
const reports = (count: number) => Array.from({ length: count }, (_, index) => report(`机关${index}`));

async function* slowly(results: readonly ExtractionResult[]): AsyncGenerator<ExtractionResult> {
  for (const result of results) yield await Promise.resolve(result);
}

test('every document counts once', async () => {
  const db = await testCorpus();
  const changed = buildExtraction({
    ...{ bytes: 'new bytes', path: '甲.html', agency: '甲' },
    figures: { 'requests.received.total': 7 },
  });
  const results = [report('甲'), changed, report('甲'), report('乙'), buildNotAReport('guide'), buildFailure('x.pdf')];
  expect(await ingestResults(db, slowly(results), PROGRAM)).toEqual({
    ...{ new: 2, changed: 2, unchanged: 0, reread: 0, notReports: 1 },
    failed: [
      { path: 'x.pdf', code: 'UNREADABLE', message: { zh: '文件在中间截断', en: 'the file ends in the middle' } },
    ],
  });
});

test('ingesting the same bytes twice changes nothing', async () => {
  const path = corpusPath();
  const db = await testCorpus(path);
  const results = [...reports(7), buildNotAReport('guide')];
  await ingestResults(db, results, { ...PROGRAM, batchSize: 3 });
  const before = await dump(db);
  const later = { ...PROGRAM, now: () => new Date('2027-01-01') };
  expect(await ingestResults(db, results, later)).toEqual({ ...NOTHING, unchanged: 8 });
  expect(await dump(db)).toEqual(before);
});

test('a newer program reads again, and says so', async () => {
  const db = await testCorpus();
  await ingestResults(db, reports(3), PROGRAM);
  expect(await ingestResults(db, reports(3), { ...PROGRAM, program: '1.0.1' })).toEqual({ ...NOTHING, reread: 3 });
});

test.each([1, 2, 3, 50])(
  'a document that can not be saved is named and undoes only itself, %i a transaction',
  async (batchSize) => {
    const db = await testCorpus();
    const results = [report('甲'), bad('坏'), report('乙'), bad('劣'), report('丙')];
    const summary = await ingestResults(db, results, { ...PROGRAM, batchSize });
    expect(summary).toMatchObject({ new: 3, failed: [{ path: '坏.html' }, { path: '劣.html' }] });
    expect(summary.failed[0]).toMatchObject({
      code: 'UNSAVABLE_READING',
      message: { zh: expect.stringContaining('no.such.figure'), en: expect.stringContaining('no.such.figure') },
    });
    expect(await listOf(db, 'SELECT agency FROM panel ORDER BY report_id')).toEqual(['甲', '乙', '丙']);
    expect(await single(db, 'SELECT count(*) FROM document')).toBe(3);
    expect(await single(db, 'SELECT count(*) FROM figure')).toBe(3 * 198);
  },
);

test('a source that breaks off: what it gave is saved, and its error passes', async () => {
  const db = await testCorpus();
  async function* breaking(): AsyncGenerator<ExtractionResult> {
    yield* reports(3);
    throw new Error('the archive is damaged');
  }
  await expect(ingestResults(db, breaking(), { ...PROGRAM, batchSize: 2 })).rejects.toThrow('the archive is damaged');
  expect(await single(db, 'SELECT count(*) FROM panel')).toBe(3);
});

test('a corpus out of reach stops the run, with what was saved in place and the source closed', async () => {
  const path = corpusPath();
  const db = await testCorpus(path);
  await db.sqlite.exec('PRAGMA busy_timeout = 0');
  const other = await SqliteConnection.open(path, 'read-write');
  let closed = false;
  async function* source(): AsyncGenerator<ExtractionResult> {
    try {
      yield* reports(2);
      await other.exec('BEGIN IMMEDIATE');
      yield report('丁');
      yield report('戊');
    } finally {
      closed = true;
    }
  }
  await expect(ingestResults(db, source(), { ...PROGRAM, batchSize: 2 })).rejects.toThrow(CorpusLockedError);
  await other.exec('ROLLBACK');
  await other.close();
  expect(closed).toBe(true);
  expect(await single(db, 'SELECT count(*) FROM panel')).toBe(2);
});

test('nothing can be ingested into a corpus that is open for reading', async () => {
  const path = corpusPath();
  await (await testCorpus(path)).destroy();
  const db = await openReadOnly(path);
  await expect(ingestResults(db, reports(1), PROGRAM)).rejects.toThrow(CorpusFaultError);
  await db.destroy();
});

test('progress tells the counts after every transaction, and memory holds one batch', async () => {
  const db = await testCorpus();
  const seen: number[] = [];
  let given = 0;
  let ahead = 0;
  async function* counted(): AsyncGenerator<ExtractionResult> {
    for (const result of reports(7)) {
      given += 1;
      ahead = Math.max(ahead, given - (seen.at(-1) ?? 0));
      yield result;
    }
  }
  await ingestResults(db, counted(), { ...PROGRAM, batchSize: 3, onProgress: (summary) => seen.push(summary.new) });
  expect(seen).toEqual([3, 6, 7]);
  expect(ahead).toBe(3);
});
