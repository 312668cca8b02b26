import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { findInputs } from '../../src/pipeline/find-inputs.ts';
import { isWarc } from '../../src/pipeline/warc-inputs.ts';
import { runCli } from '../cli/run-cli.ts';

/** An answer as another program would write it. */
function aRecord(
  url: string,
  type: string | null,
  body: string | Buffer,
  given: { status?: number; warc?: string } = {},
) {
  const { status = 200, warc = 'response' } = given;
  const typed = type === null ? '' : `Content-Type: ${type}\r\n`;
  const isResource = warc === 'resource';
  const block = Buffer.concat([
    Buffer.from(isResource ? '' : `HTTP/1.1 ${status} OK\r\n${typed}\r\n`),
    Buffer.from(body),
  ]);
  const about = `WARC-Type: ${warc}\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${block.length}\r\n`;
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
  const report = readFileSync(new URL('../../samples/clean-2021/source.html', import.meta.url));
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
