import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readAnswer } from '../../../crawlers/archive/read-answer.ts';
import { readWarc } from '../../../crawlers/archive/read-warc.ts';
import { gathered, inWords, testFolder } from './exchanges.ts';

type Fields = Readonly<Record<string, string>>;

/** A record as another program would write it. */
function aRecord(type: string, block: string | Buffer, fields: Fields = {}, version = 'WARC/1.0'): Buffer {
  const bytes = Buffer.from(block);
  const all = {
    'WARC-Type': type,
    'WARC-Date': '2020-01-02T03:04:05Z',
    'Content-Length': String(bytes.length),
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${version}\r\n${head.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

const aPage = (name: string, fields: Fields = {}): Buffer =>
  aRecord('response', `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${name}</p>`, {
    'WARC-Target-URI': `http://a/${name}`,
    ...fields,
  });

async function read(bytes: Uint8Array) {
  const path = join(testFolder(), 'a.warc');
  writeFileSync(path, bytes);
  return gathered(readWarc(path));
}

const [A, B, C] = [aPage('a'), aPage('b'), aPage('c')];
const ALL = ['response http://a/a', 'response http://a/b', 'response http://a/c'];
const members = (...records: Buffer[]) => Buffer.concat(records.map((record) => gzipSync(record)));
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};
const LARGE = aRecord('response', 'x'.repeat(300_000), { 'WARC-Target-URI': 'http://a/large' });
const NAMED_MEMBER = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 8 + 4, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7]),
  Buffer.from('a.warc\0'),
  gzipSync(A).subarray(10),
]);

test.each<[string, Buffer, (string | RegExp)[]]>([
  ['plain', Buffer.concat([A, B, C]), ALL],
  ['a member a record', members(A, B, C), ALL],
  ['one member for all', gzipSync(Buffer.concat([A, B, C])), ALL],
  ['two records a member', members(Buffer.concat([A, B]), C), ALL],
  [
    'records over many chunks',
    members(A, LARGE, B),
    ['response http://a/a', 'response http://a/large', 'response http://a/b'],
  ],
  ['a member with a name and an extra field', Buffer.concat([NAMED_MEMBER, gzipSync(B)]), ALL.slice(0, 2)],
  ['one newline too few or too many', Buffer.concat([A.subarray(0, -2), B, Buffer.from('\r\n\r\n'), C]), ALL],
  ['nothing', Buffer.alloc(0), []],
  ['text', Buffer.from('a letter'), [/no WARC record/]],
  [
    'junk between records',
    Buffer.concat([A, Buffer.from('junk\nmore\n'), B]),
    ['response http://a/a', /no WARC record/, 'response http://a/b'],
  ],
  [
    'a length too small',
    Buffer.concat([aPage('a', { 'Content-Length': '50' }), B]),
    [/goes on behind the 50 bytes/, 'response http://a/b'],
  ],
  [
    'a length that is none',
    Buffer.concat([aPage('a', { 'Content-Length': '-1' }), B]),
    [/Content-Length is "-1"/, 'response http://a/b'],
  ],
  [
    'a length too large, in a member of its own',
    members(aPage('a', { 'Content-Length': '5000' }), B),
    [/ends after \d+ of its 5000/, 'response http://a/b'],
  ],
  [
    'a record beyond the limit',
    members(aPage('a', { 'Content-Length': '99999999999' }), B),
    [/99999999999 bytes of http:\/\/a\/a, more than/, 'response http://a/b'],
  ],
  [
    'a damaged member',
    Buffer.concat([gzipSync(A), flipped(gzipSync(B), 12), gzipSync(C)]),
    ['response http://a/a', /damaged or cut off/, 'response http://a/c'],
  ],
  [
    'a member whose damage shows at its end',
    Buffer.concat([gzipSync(A), flipped(gzipSync(B), gzipSync(B).length - 6), gzipSync(C)]),
    ['response http://a/a', /checksum/, 'response http://a/c'],
  ],
  ['a member cut off', Buffer.concat([gzipSync(A), gzipSync(B).subarray(0, -12)]), ['response http://a/a', /cut off/]],
  [
    'junk behind a member',
    Buffer.concat([gzipSync(A), Buffer.from('junk'), gzipSync(C)]),
    ['response http://a/a', /no gzip member/, 'response http://a/c'],
  ],
])('reads: %s', async (_, bytes, expected) => {
  const items = await read(bytes);
  expect(items.map(inWords)).toEqual(expected.map((one) => (one instanceof RegExp ? expect.stringMatching(one) : one)));
});

test('a decompression bomb is named and left', async () => {
  const bomb = gzipSync(
    Buffer.concat([Buffer.from('WARC/1.0\r\nContent-Length: 99999999\r\n\r\n'), Buffer.alloc(99_999_999)]),
  );
  const items = await read(Buffer.concat([gzipSync(A), bomb, gzipSync(C)]));
  expect(items.map(inWords)).toEqual([
    ...[
      'response http://a/a',
      expect.stringMatching(/99999999 bytes/),
      expect.stringMatching(/bomb/),
      'response http://a/c',
    ],
  ]);
});

test('a file that is broken all over is given up', async () => {
  const items = await read(Buffer.from('\nWARC/1.x\n'.repeat(3_000)));
  expect(items).toHaveLength(1_001);
  expect(inWords(items[1_000] as (typeof items)[number])).toMatch(/broken in 1000 places/);
});

const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

test.each<[string, string | Buffer, string]>([
  ['a plain body', 'HTTP/1.1 200 OK\r\n\r\n<p>a</p>', '<p>a</p>'],
  ['heads with bare newlines', 'HTTP/1.0 200\nA: b\n\n<p>a</p>', '<p>a</p>'],
  ['a chunked body', `${CHUNKED}3\r\n<p>\r\n5;x=y\r\na</p>\r\n0\r\n\r\n`, '<p>a</p>'],
  ['a chunked body that breaks off', `${CHUNKED}3\r\n<p>\r\n50\r\na</p>`, '<p>a</p>'],
  ['a body that only says it is chunked', `${CHUNKED}<p>a</p>`, '<p>a</p>'],
  [
    'gzip',
    Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n'), gzipSync('<p>a</p>')]),
    '<p>a</p>',
  ],
  [
    'raw deflate',
    Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n'), deflateRawSync('<p>a</p>')]),
    '<p>a</p>',
  ],
  [
    'brotli',
    Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n'), brotliCompressSync('<p>a</p>')]),
    '<p>a</p>',
  ],
  ['a body that only says it is gzip', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>a</p>', '<p>a</p>'],
])('the answer in a record: %s', async (_, block, body) => {
  const [item] = await read(aRecord('response', block, { 'WARC-Target-URI': '<http://a/b>' }));
  const answer = item?.kind === 'record' ? readAnswer(item) : null;
  expect(answer?.exchange.url).toBe('http://a/b');
  expect(answer?.exchange.startedAt).toBe(Date.UTC(2020, 0, 2, 3, 4, 5));
  expect(Buffer.from(answer?.exchange.body ?? []).toString()).toBe(body);
});

test.each([
  ['a request', aRecord('request', 'GET / HTTP/1.1\r\n\r\n')],
  ['what is no HTTP answer', aRecord('response', 'a certificate')],
  ['a description of the archive', aRecord('warcinfo', 'software: wget')],
])('%s holds no answer', async (_, bytes) => {
  const [item] = await read(bytes);
  expect(item?.kind === 'record' && readAnswer(item)).toBe(null);
});
