import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { documentsIn, type FoundDocument } from '../../../extractors/archive/documents-in.ts';
import { buildZip, type Packed } from '../../../samples/generator/formats/build-zip.ts';

async function find(members: readonly Packed[] | Uint8Array): Promise<FoundDocument[]> {
  const found: FoundDocument[] = [];
  const bytes = members instanceof Uint8Array ? members : buildZip(members);
  for await (const one of documentsIn(bytes, 'a.zip')) found.push(one);
  return found;
}

const textOf = ({ error, bytes }: FoundDocument): string => error?.code ?? Buffer.from(bytes ?? []).toString();
const outline = (found: readonly FoundDocument[]) => found.map((one) => [one.path, textOf(one)]);

const gbk = (text: string): Uint8Array => iconv.encode(text, 'gbk');

/** The field in which Info-ZIP repeats a name in UTF-8. */
function unicodePath(raw: Uint8Array, name: string, checksum = crc32(raw)): Uint8Array {
  const field = Buffer.alloc(9);
  const utf8 = Buffer.from(name);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(utf8.length + 5, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(checksum, 5);
  return Buffer.concat([field, utf8]);
}

describe('the members of an archive', () => {
  test('are documents of their own, in the order of the archive', async () => {
    const found = await find([
      { name: '乙.html', data: 'two' },
      { name: '子目录/', method: 0 },
      { name: '子目录/甲.html', data: 'one', method: 0 },
    ]);
    expect(outline(found)).toEqual([
      ['a.zip!/乙.html', 'two'],
      ['a.zip!/子目录/甲.html', 'one'],
    ]);
  });

  test('a file that is no archive is its own document', async () => {
    expect(outline(await find(Buffer.from('<html>')))).toEqual([['a.zip', '<html>']]);
    const docx = buildZip([{ name: 'word/document.xml', data: 'x' }]);
    expect((await find(docx)).map(({ path, bytes }) => [path, bytes])).toEqual([['a.zip', docx]]);
  });

  test.each<[string, Packed, string]>([
    ['in GBK', { name: gbk('洪泽区/年度报告.html') }, '洪泽区/年度报告.html'],
    ['in GBK that claims to be UTF-8', { name: gbk('年报.html'), flags: 0x800 }, '年报.html'],
    ['in GBK whose second byte is a backslash', { name: gbk('乗.html') }, '乗.html'],
    ['in UTF-8 that does not claim it', { name: '年报.html' }, '年报.html'],
    ['repeated in UTF-8', { name: 'nb.html', extra: unicodePath(Buffer.from('nb.html'), '年报.html') }, '年报.html'],
    [
      'repeated with another checksum',
      { name: 'nb.html', extra: unicodePath(Buffer.from('nb.html'), 'x', 1) },
      'nb.html',
    ],
    ['that climb', { name: '../../etc/passwd' }, '../../etc/passwd'],
    ['from the root', { name: '/etc/passwd' }, '/etc/passwd'],
    ['with a drive', { name: 'C:\\report.html' }, 'C:/report.html'],
    ['with NUL and an escape', { name: 'a\0b\u001b[2J\u202e.html' }, 'a\\u0000b\\u001b[2J\\u202e.html'],
  ])('names %s are labels', async (_, member, name) => {
    expect(outline(await find([{ ...member, data: 'x' }]))).toEqual([[`a.zip!/${name}`, 'x']]);
  });

  test('names that occur twice are told apart', async () => {
    const twice = [
      { name: 'a.html', data: 'one' },
      { name: 'a.html', data: 'two' },
    ];
    expect(outline(await find(twice))).toEqual([
      ['a.zip!/a.html', 'one'],
      ['a.zip!/a.html#2', 'two'],
    ]);
  });

  test('litter and the parts of a saved page are none', async () => {
    const litter = ['__MACOSX/._a.html', '.DS_Store', 'b/Thumbs.db', 'b/.hidden/x.html', 'desktop.ini'];
    const parts = ['page.files/image001.png', 'page.files/style.css', 'b/other_files/a.js'];
    const kept = ['page.htm', 'b/other.html', 'lone.files/report.html', 'scan.png'];
    const found = await find([...litter, ...parts, ...kept].map((name) => ({ name, data: 'x' })));
    expect(found.map(({ path }) => path)).toEqual(kept.map((name) => `a.zip!/${name}`));
  });

  test('pictures of a page are found beside it', async () => {
    const [page] = await find([
      { name: 'b/page.htm', data: '<html>' },
      { name: 'b/page.files/图 1.png', data: 'pixels' },
      { name: 'other.png', data: 'other' },
    ]);
    const picture = (source: string) => Buffer.from(page?.findPicture?.(source) ?? []).toString();
    expect(picture('page.files/%E5%9B%BE%201.png?v=1')).toBe('pixels');
    expect(picture('.\\page.files\\图 1.png')).toBe('pixels');
    expect(picture('../other.png')).toBe('other');
    for (const far of [
      'missing.png',
      '/other.png',
      'file:///etc/passwd',
      'https://x.cn/other.png',
      '../../../other.png%',
    ])
      expect(picture(far)).toBe('');
  });

  test('archives inside are opened, as deep as the limit', async () => {
    const inner = buildZip([{ name: 'c.html', data: 'x' }]);
    const middle = buildZip([
      { name: 'inner.zip', data: inner },
      { name: 'b.html', data: 'y' },
    ]);
    expect(outline(await find([{ name: 'middle.dat', data: middle }]))).toEqual([
      ['a.zip!/middle.dat!/inner.zip', 'TOO_DEEP'],
      ['a.zip!/middle.dat!/b.html', 'y'],
    ]);
  });
});

describe('what is wrong with an archive', () => {
  const good: Packed = { name: 'good.html', data: 'good' };
  test.each<[string, string, Packed]>([
    ['an encrypted member', 'ENCRYPTED', { name: 'x', data: 'secret', flags: 1 }],
    ['a rare compression', 'UNSUPPORTED_FORMAT', { name: 'x', data: 'x', method: 99 }],
    ['a wrong checksum', 'DAMAGED', { name: 'x', data: 'x', crc: 1 }],
    [
      'a member that unpacks to far more than it claims',
      'TOO_LARGE',
      { name: 'x', data: Buffer.alloc(30e6), claimedSize: 10 },
    ],
  ])('%s fails alone', async (_, code, member) => {
    expect(outline(await find([member, good]))).toEqual([
      ['a.zip!/x', code],
      ['a.zip!/good.html', 'good'],
    ]);
  });

  test('a member that is broken in the middle fails alone', async () => {
    const bytes = buildZip([{ name: 'x', data: Buffer.from('some text that packs') }, good]);
    bytes.fill(0xff, 31, 40);
    expect(outline(await find(bytes))).toEqual([
      ['a.zip!/x', 'DAMAGED'],
      ['a.zip!/good.html', 'good'],
    ]);
  });

  test.each<[string, string, Uint8Array]>([
    ['no members', 'EMPTY', buildZip([])],
    ['folders and litter only', 'EMPTY', buildZip([{ name: 'a/' }, { name: 'a/.DS_Store' }])],
    ['its end cut off', 'DAMAGED', buildZip([good]).subarray(0, 60)],
    ['members that lie over one another', 'DAMAGED', buildZip([good, { ...good, sharesWith: 0 }])],
    ['more members than are read', 'TOO_LARGE', buildZip(Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}` })))],
  ])('%s: one clear result', async (_, code, bytes) => {
    expect(outline(await find(bytes))).toEqual([['a.zip', code]]);
  });

  test('a list that breaks off is said to, after what it lists', async () => {
    const bytes = buildZip([good, { name: 'lost', data: 'x' }]);
    Buffer.from(bytes.buffer).write('XX', Buffer.from(bytes.buffer).lastIndexOf('PK\x01\x02'), 'latin1');
    expect(outline(await find(bytes))).toEqual([
      ['a.zip!/good.html', 'good'],
      ['a.zip', 'DAMAGED'],
    ]);
  });
});
