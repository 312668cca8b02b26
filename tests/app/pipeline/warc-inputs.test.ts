import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { findInputs } from '../../../src/app/pipeline/find-inputs.ts';
import { isWarc } from '../../../src/app/pipeline/warc-inputs.ts';
import { runCli } from '../cli/run-cli.ts';

/** An answer as another program would write it. */
function aRecord(
  url: string,
  type: string | null,
  body: string | Buffer,
  given: { status?: number; warc?: string; date?: string } = {},
) {
  const { status = 200, warc = 'response', date } = given;
  const typed = type === null ? '' : `Content-Type: ${type}\r\n`;
  const isResource = warc === 'resource';
  const block = Buffer.concat([
    Buffer.from(isResource ? '' : `HTTP/1.1 ${status} OK\r\n${typed}\r\n`),
    Buffer.from(body),
  ]);
  const dated = date === undefined ? '' : `WARC-Date: ${date}\r\n`;
  const about = `WARC-Type: ${warc}\r\nWARC-Target-URI: ${url}\r\n${dated}Content-Length: ${block.length}\r\n`;
  const fields = `${about}${isResource ? typed : ''}`;
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${fields}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

function written(bytes: Uint8Array, name = 'a.warc.gz'): string {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-warc-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const PAGE = '<html><body><p>a</p></body></html>';
const PNG = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1');
const ICON = Buffer.from('GIF89a0000', 'latin1');

test.each<[string, Buffer, string[]]>([
  ['a page', aRecord('http://a/b', 'text/html; charset=gbk', PAGE), ['http://a/b']],
  ['a page without a type', aRecord('http://a/b', null, PAGE), ['http://a/b']],
  ['a PDF that is called a page', aRecord('http://a/b', 'text/html', '%PDF-1.4 1 0 obj'), ['http://a/b']],
  ['a ZIP of any type', aRecord('http://a/b', 'application/octet-stream', 'PK\x03\x04'), ['http://a/b']],
  ['the bytes of a resource record', aRecord('http://a/b', 'text/html', PAGE, { warc: 'resource' }), ['http://a/b']],
  ['a script', aRecord('http://a/b.js', 'application/javascript', 'var a'), []],
  ['styles', aRecord('http://a/b.css', 'text/css', 'p {}'), []],
  ['data', aRecord('http://a/b', 'application/json', '{}'), []],
  ['a picture', aRecord('http://a/b.png', 'image/png', PNG), []],
  ['a picture that is called a page', aRecord('http://a/b.png', 'text/html', ICON), []],
  ['robots.txt', aRecord('http://a/robots.txt', 'text/plain', 'User-agent: *'), []],
  ['a page that is gone', aRecord('http://a/b', 'text/html', PAGE, { status: 404 }), []],
  ['an empty page', aRecord('http://a/b', 'text/html', ''), []],
  ['a record that shows what another holds', aRecord('http://a/b', 'text/html', '', { warc: 'revisit' }), []],
  ['a log of the program', aRecord('metadata://wget/log', 'text/plain', 'log', { warc: 'resource' }), []],
])('%s', async (_, record, expected) => {
  const path = written(gzipSync(record));
  const found: string[] = [];
  for await (const input of findInputs([path], { cwd: '/', stdin: (async function* () {})() })) found.push(input.path);
  expect(found).toEqual(expected);
});

test.each<[string, Uint8Array, boolean]>([
  ['plain', aRecord('http://a/b', null, PAGE), true],
  ['packed', gzipSync(aRecord('http://a/b', null, PAGE.repeat(1_000))), true],
  ['a page', Buffer.from(PAGE), false],
  ['a packed page', gzipSync(PAGE), false],
  ['half a gzip header', Buffer.from([0x1f, 0x8b, 8]), false],
  ['nothing', Buffer.alloc(0), false],
])('what a file is follows from how it begins: %s', (_, bytes, expected) => {
  expect(isWarc(written(bytes, 'a.html'))).toBe(expected);
});

test('a report in a web archive goes into the corpus under its address; a broken record is named', async () => {
  const report = readFileSync(new URL('../../../samples/clean-2021/source.html', import.meta.url));
  const records = [
    aRecord('http://www.lanzhu.gov.cn/a.html', 'text/html', report),
    aRecord('http://a/b', 'text/html', PAGE),
  ];
  const path = written(Buffer.concat([gzipSync(records[0] ?? ''), Buffer.from('junk'), gzipSync(records[1] ?? '')]));
  const db = join(path, '..', 'a.db');
  const { code, out, err } = await runCli(['ingest', path, '--db', db]);
  expect(err).toMatch(/a\.warc\.gz!\/offset \d+: .*the record is broken: no gzip member begins here/);
  expect(out).toMatch(/1 new reports, 1 no reports of this kind, 1 failed/);
  expect(code).toBe(3);
  const query = await runCli(['query', 'SELECT place FROM sighting ORDER BY id', '--db', db, '--format', 'csv']);
  expect(query.out).toMatch(/http:\/\/www\.lanzhu\.gov\.cn\/a\.html/);
});

const PLACE = 'http://www.lanzhu.gov.cn/a.html';
const REPORT = readFileSync(new URL('../../../samples/clean-2021/source.html', import.meta.url), 'utf8');
/** The same report in another state of its text. */
const changed = (words: string): string => REPORT.replace('各项任务按计划完成', words);

const answered = (body: string, date?: string) =>
  gzipSync(aRecord(PLACE, 'text/html', body, date === undefined ? {} : { date }));

test('an archive that was made before what is known gives an earlier state, seen when it was fetched', async () => {
  const path = written(answered(changed('各项任务全部完成'), '2024-03-01T08:00:00Z'), 'later.warc.gz');
  const folder = join(path, '..');
  writeFileSync(join(folder, 'earlier.warc.gz'), answered(REPORT, '2023-02-01T08:00:00Z'));
  writeFileSync(join(folder, 'undated.warc.gz'), answered(changed('各项任务基本完成')));
  const lanting = (...args: string[]) => runCli([...args, '--db', 'a.db'], { cwd: folder });
  const states = async () => {
    const sql = `SELECT substr(seen_at, 1, 4) || (version.id = report.current_version_id) AS state FROM sighting
      JOIN report_version AS version USING (document_id) JOIN report ON report.id = version.report_id ORDER BY seen_at`;
    return (await lanting('query', sql, '--format', 'csv')).out.trim().split('\r\n').slice(1);
  };
  expect((await lanting('ingest', 'later.warc.gz')).out).toMatch(/1 new reports/);
  // Twice: what is known already is not seen again.
  for (const _ of [1, 2]) {
    await lanting('ingest', 'earlier.warc.gz');
    expect(await states()).toEqual(['20230', '20241']);
  }
  await lanting('ingest', 'later.warc.gz');
  expect(await states()).toEqual(['20230', '20241']);
  // Without a date it was seen when it was read.
  await lanting('ingest', 'undated.warc.gz');
  expect(await states()).toEqual(['20230', '20240', `${new Date().getUTCFullYear()}1`]);
});

test('the same bytes in an earlier archive were seen since then', async () => {
  const path = written(answered(REPORT, '2024-03-01T08:00:00Z'), 'later.warc.gz');
  const folder = join(path, '..');
  writeFileSync(join(folder, 'earlier.warc.gz'), answered(REPORT, '2023-02-01T08:00:00Z'));
  for (const file of ['later.warc.gz', 'earlier.warc.gz']) {
    await runCli(['ingest', file, '--db', 'a.db'], { cwd: folder });
  }
  const query = await runCli(['query', 'SELECT seen_at FROM sighting', '--db', 'a.db', '--format', 'csv'], {
    cwd: folder,
  });
  expect(query.out).toBe('seen_at\r\n2023-02-01T08:00:00.000Z\r\n');
});

test('extract says when a document of a web archive was fetched', async () => {
  const path = written(answered(REPORT, '2024-03-01T08:00:00Z'));
  const { out } = await runCli(['extract', path, '--format', 'jsonl']);
  expect(JSON.parse(out).source).toMatchObject({ path: PLACE, fetchedAt: '2024-03-01T08:00:00.000Z' });
});
