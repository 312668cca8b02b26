import {
  appendFileSync,
  createReadStream,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { ArchiveError } from '../../../crawlers/archive/archive-error.ts';
import { readRecord } from '../../../crawlers/archive/read-record.ts';
import { readWarc } from '../../../crawlers/archive/read-warc.ts';
import type { ArchiveGap, ArchivePosition } from '../../../src/model/crawl/frontier.ts';
import { anExchange, behind, gathered, inWords, NOW, testFolder, testWriter } from './exchanges.ts';

const PLAIN = { earlier: null, place: null };
const EARLIER = { url: 'http://www.lanzhu.gov.cn/a.html', fetchedAt: NOW - 86_400_000 };

const gzipped = gzipSync('<html>压缩</html>');

test.each([
  ['a page', anExchange(), PLAIN],
  ['an answer without a body', anExchange({ status: 404, statusText: 'Not Found', text: '' }), PLAIN],
  ['a body that ended early', anExchange({ truncated: true }), PLAIN],
  [
    'a compressed body',
    anExchange({ headers: [['Content-Encoding', 'gzip']], rawBody: gzipped, body: Buffer.from('<html>压缩</html>') }),
    PLAIN,
  ],
  ['a place of any words', anExchange(), { earlier: null, place: 'POST http://a/\r\nx=一&y=%\n' }],
  ['no address', anExchange({ remoteAddress: null, headers: [], statusText: '' }), PLAIN],
  [
    'a body with the marks of records in it',
    anExchange({ text: 'a\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n\r\n' }),
    PLAIN,
  ],
])('%s is read back as it was', async (_, exchange, facts) => {
  const folder = testFolder();
  const writer = await testWriter(folder);
  const position = await writer.write(exchange, facts);
  const read = await readRecord(folder, position);
  const bytes = (one: typeof exchange) => ({
    ...one,
    rawBody: Buffer.from(one.rawBody).toString('hex'),
    body: Buffer.from(one.body).toString('hex'),
  });
  expect(bytes(read.exchange)).toEqual(bytes(exchange));
  expect([read.place, read.revisits]).toEqual([facts.place, null]);
});

test('transfer coding is undone and its header keeps only its name', async () => {
  const folder = testFolder();
  const writer = await testWriter(folder);
  const position = await writer.write(anExchange({ headers: [['Transfer-Encoding', 'chunked']] }), PLAIN);
  const { exchange } = await readRecord(folder, position);
  expect(exchange.headers).toEqual([['X-Archive-Orig-Transfer-Encoding', 'chunked']]);
  expect(exchange.body).toEqual(anExchange().body);
});

test('a header can not begin another', async () => {
  const folder = testFolder();
  const writer = await testWriter(folder);
  const position = await writer.write(anExchange({ headers: [['A', 'b\r\nContent-Encoding: gzip']] }), PLAIN);
  expect((await readRecord(folder, position)).exchange.headers).toEqual([['A', 'b Content-Encoding: gzip']]);
});

test('warcio reads the archive, and every position is where a member starts', async () => {
  const folder = testFolder();
  const writer = await testWriter(folder);
  const written = await Promise.all([
    writer.write(anExchange(), PLAIN),
    writer.write(anExchange({ url: 'http://www.lanzhu.gov.cn/b.html' }), { earlier: EARLIER, place: null }),
    writer.write(anExchange({ status: 304, statusText: 'Not Modified', text: '' }), { earlier: EARLIER, place: null }),
  ]);
  await writer.close();
  const [file = ''] = readdirSync(folder);
  expect(file).toBe('lanting-20261123010203-00001.warc.gz');

  const found: unknown[] = [];
  const offsets: number[] = [];
  const parser = new WARCParser(createReadStream(join(folder, file)));
  for await (const record of parser) {
    const text = await record.contentText();
    await record.skipFully();
    offsets.push(parser.offset);
    found.push([record.warcType, record.httpHeaders?.statusCode, record.warcHeader('WARC-Profile'), text.length]);
    if (record.warcType === 'revisit') {
      expect([record.warcRefersToTargetURI, record.warcRefersToDate]).toEqual([
        EARLIER.url,
        '2026-11-22T01:02:03.456Z',
      ]);
    }
  }
  const profile = (name: string) => `http://netpreserve.org/warc/1.1/revisit/${name}`;
  expect(found.slice(1).sort()).toEqual(
    [
      ['response', 200, null, anExchange().body.toString().length],
      ['revisit', 200, profile('identical-payload-digest'), 0],
      ['revisit', 304, profile('server-not-modified'), 0],
    ].sort(),
  );
  expect(found[0]).toEqual(['warcinfo', undefined, null, expect.any(Number)]);
  expect(offsets.slice(1)).toEqual(written.map(({ offset }) => offset).sort((a, b) => a - b));
  const bytes = readFileSync(join(folder, file));
  for (const { offset } of written) expect([...bytes.subarray(offset, offset + 2)]).toEqual([0x1f, 0x8b]);
  expect(Math.max(...written.map(({ offset, length }) => offset + length))).toBe(bytes.length);
});

test('a full file is followed by the next, and the last is gone on with', async () => {
  const folder = testFolder();
  const first = await testWriter(folder, {}, { fileSize: 1 });
  await first.write(anExchange(), PLAIN);
  const last = await first.write(anExchange(), PLAIN);
  const { file, offset, length } = last;
  await first.close();
  expect(readdirSync(folder).sort()).toEqual([
    ...['lanting-20261123010203-00001.warc.gz', 'lanting-20261123010203-00002.warc.gz'],
  ]);
  const second = await testWriter(folder, { [file]: behind(last) });
  expect(await second.write(anExchange(), PLAIN)).toMatchObject({ file, offset: offset + length });
});

const WHOLE = anExchange({ url: 'http://www.lanzhu.gov.cn/whole.html' });

test.each([
  ['nothing', '', 0],
  ['half a record', gzipSync('WARC/1.1\r\nWARC-Type: response\r\n').subarray(0, 20), 20],
  ['what is no record', 'junk', 4],
])('what a killed run left is handed back and cut: a whole record and %s', async (_, tail, cut) => {
  const folder = testFolder();
  const killed = await testWriter(folder);
  const committed = await killed.write(anExchange(), PLAIN);
  const lost = await killed.write(WHOLE, { earlier: null, place: 'GET whole' });
  await killed.close();
  const path = join(folder, committed.file);
  const size = statSync(path).size;
  appendFileSync(path, tail);

  const writer = await testWriter(folder, { [committed.file]: behind(committed) });
  expect(writer.recovery).toEqual({
    records: [{ url: WHOLE.url, place: 'GET whole', status: 200, startedAt: NOW, archive: lost, revisits: null }],
    cut,
  });
  expect(statSync(path).size).toBe(size);
  expect(Buffer.from((await readRecord(folder, lost)).exchange.body)).toEqual(WHOLE.body);
  const { offset } = await writer.write(anExchange(), PLAIN);
  expect(offset).toBe(size);
  await writer.close();
  const items = await gathered(readWarc(path));
  expect(items.map(inWords)).toEqual([
    ...['warcinfo', `response ${anExchange().url}`, `response ${WHOLE.url}`, `response ${anExchange().url}`],
  ]);
});

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const TORN = gzipSync('WARC/1.1\r\nWARC-Type: response\r\n').subarray(0, 20);

test.each<[what: string, known: string, found: string]>([
  ['nothing', '', 'abcde'],
  ['all', 'abcde', ''],
  ['all but the last', 'abcd', 'e'],
  ['all but one between', 'abde', 'c'],
  ['all but the first, which follows the record on the file itself', 'bcde', 'a'],
  ['every other', 'bd', 'ace'],
  ['one between', 'c', 'abde'],
])(
  'records that no commit holds are handed back in order, wherever they lie: the corpus knows %s',
  async (_, known, found) => {
    const folder = testFolder();
    const killed = await testWriter(folder);
    const written: ArchivePosition[] = [];
    for (const place of NAMES) written.push(await killed.write(anExchange(), { earlier: null, place }));
    await killed.close();
    const [{ file }] = written as [ArchivePosition];
    const path = join(folder, file);
    const { size } = statSync(path);
    appendFileSync(path, TORN);

    const committed = written.filter((_, index) => known.includes(NAMES[index] ?? ''));
    const borders = [0, ...committed.flatMap(({ offset, length }) => [offset, offset + length]), null];
    const gaps: ArchiveGap[] = [];
    for (let at = 0; at < borders.length; at += 2) gaps.push({ from: borders[at] ?? 0, to: borders[at + 1] ?? null });
    const { recovery } = await testWriter(folder, { [file]: gaps.filter(({ from, to }) => from !== to) });
    expect(recovery.records.map(({ place }) => place).join('')).toBe(found);
    expect(recovery.records.map(({ archive }) => archive)).toEqual(
      written.filter((_, index) => found.includes(NAMES[index] ?? '')),
    );
    expect([recovery.cut, statSync(path).size]).toEqual([TORN.length, size]);
  },
);

test('what can not be read between two records that are known stays, and hides nothing behind it', async () => {
  const folder = testFolder();
  const killed = await testWriter(folder);
  const [first, second, third, fourth] = [
    await killed.write(anExchange(), PLAIN),
    await killed.write(anExchange(), PLAIN),
    await killed.write(anExchange(), PLAIN),
    await killed.write(WHOLE, PLAIN),
  ];
  await killed.close();
  const path = join(folder, first.file);
  const bytes = readFileSync(path);
  bytes.fill(0, second.offset, third.offset);
  writeFileSync(path, bytes);
  const gaps = [{ from: second.offset, to: third.offset }, ...behind(third)];
  const { recovery } = await testWriter(folder, { [first.file]: gaps });
  expect(recovery).toMatchObject({ records: [{ archive: fourth }], cut: 0 });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("a gap in the file before the last is found; one that no commit knows and that is older is another corpus's", async () => {
  const folder = testFolder();
  const killed = await testWriter(folder, {}, { fileSize: 1 });
  const written = [
    await killed.write(anExchange(), PLAIN),
    await killed.write(WHOLE, PLAIN),
    await killed.write(anExchange(), PLAIN),
  ] as const;
  await killed.close();
  const [, left, last] = written;
  const whole = { from: 0, to: null };
  const { recovery } = await testWriter(folder, { [left.file]: [whole], [last.file]: behind(last) });
  expect(recovery).toMatchObject({ records: [{ archive: left }], cut: 0 });
});

test('a file cut at any byte is recovered to its whole records', async () => {
  const folder = testFolder();
  const killed = await testWriter(folder);
  const first = await killed.write(anExchange(), PLAIN);
  const second = await killed.write(WHOLE, PLAIN);
  await killed.close();
  const path = join(folder, first.file);
  const bytes = readFileSync(path);
  for (let size = bytes.length; size > 0; size -= 23) {
    writeFileSync(path, bytes.subarray(0, size));
    const writer = await testWriter(folder);
    await writer.close();
    const whole = [first, second].filter(({ offset, length }) => offset + length <= size);
    expect(writer.recovery.records.map(({ archive }) => archive)).toEqual(whole);
    const kept = whole.at(-1) ?? { offset: 0, length: first.offset };
    const end = size < first.offset ? statSync(path).size : kept.offset + kept.length;
    expect(statSync(path).size).toBe(end);
    expect((await gathered(readWarc(path))).map(({ kind }) => kind)).not.toContain('broken');
  }
});

test('a file that lacks what the corpus knows is left alone, and the next is begun', async () => {
  const folder = testFolder();
  const before = await testWriter(folder);
  const lost = await before.write(anExchange(), PLAIN);
  const { file, offset } = lost;
  await before.close();
  truncateSync(join(folder, file), offset + 5);
  const writer = await testWriter(folder, { [file]: behind(lost) });
  expect((await writer.write(anExchange(), PLAIN)).file).not.toBe(file);
  await expect(readRecord(folder, lost)).rejects.toThrow(/no record in lanting-.* at \d+/);
});

test.each([
  ['a file that is none', { file: 'none.warc.gz', offset: 0, length: 9 }, 'ARCHIVE_RECORD_MISSING'],
  ['a path', { file: '../secret', offset: 0, length: 9 }, 'ARCHIVE_RECORD_MISSING'],
  ['a length beyond reason', { file: 'a.warc.gz', offset: 0, length: 2 ** 40 }, 'ARCHIVE_TOO_LARGE'],
])('%s is refused with a typed error', async (_, position, code) => {
  const error = await readRecord(testFolder(), position).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ArchiveError);
  expect(error).toMatchObject({ code });
});

test('a folder that can not be made is refused with a typed error', async () => {
  const folder = testFolder();
  writeFileSync(join(folder, 'file'), '');
  await expect(testWriter(join(folder, 'file', 'archive'))).rejects.toMatchObject({ code: 'ARCHIVE_UNWRITABLE' });
});

test('what was given to be written lies in the file before it is closed', async () => {
  const folder = testFolder();
  const writer = await testWriter(folder);
  const written = [writer.write(anExchange(), PLAIN), writer.write(anExchange({ text: '第二份' }), PLAIN)];
  // Packed, and not yet in the file.
  for (let step = 0; step < 20; step += 1) await null;
  await writer.close();
  const places = await Promise.all(written);
  const [file, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  const last = places.at(-1);
  expect(statSync(join(folder, file ?? '')).size).toBe((last?.offset ?? 0) + (last?.length ?? 0));
});
