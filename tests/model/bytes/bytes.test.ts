import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BoundedCache } from '../../../src/model/bytes/bounded-cache.ts';
import { gunzipFirst, gzipHeaderLength } from '../../../src/model/bytes/gzip.ts';
import { inflate, isOverflow } from '../../../src/model/bytes/inflate.ts';
import { detectSignature } from '../../../src/model/bytes/signature.ts';

const member = (flags: number, rest: string) =>
  Buffer.concat([Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3]), Buffer.from(rest, 'latin1')]);

describe('the header of a gzip member', () => {
  it.each<[Uint8Array, number | string, string]>([
    [member(0, 'x'), 10, 'that names nothing'],
    [member(8, 'a.txt\0x'), 16, 'with a name'],
    [member(4 | 8 | 16, '\x02\0abn\0c\0x'), 18, 'with an extra field, a name and a comment'],
    [member(2, '..x'), 12, 'with a checksum'],
    [member(8, 'a.tx'), 'cut', 'whose name goes on'],
    [member(4, '\x09\0a'), 'cut', 'whose extra field goes on'],
    [member(0x20, 'x'), 'none', 'of a later format'],
    [Buffer.from('<html></html>'), 'none', 'of a page'],
    [Buffer.from([0x1f, 0x8b, 8]), 'none', 'of three bytes'],
  ])('$2', (bytes, length) => expect(gzipHeaderLength(bytes)).toBe(length));
});

describe('unpacking', () => {
  const packed = gzipSync('年报'.repeat(1_000));

  it('stops at the bound and says so', () => {
    expect(inflate('gzip', packed, 6_000)).toHaveLength(6_000);
    expect(() => inflate('gzip', packed, 5_999)).toThrow(expect.toSatisfy(isOverflow));
  });

  it('gives what there is of a form that ends early, where that is asked for', () => {
    const cut = packed.subarray(0, packed.length - 12);
    expect(() => inflate('gzip', cut, 6_000)).toThrow(expect.not.toSatisfy(isOverflow));
    expect(inflate('gzip', cut, 6_000, { partial: true }).length).toBeGreaterThan(0);
  });

  it.each<[Uint8Array, number | null, string]>([
    [Buffer.concat([packed, Buffer.from('<!-- cached -->')]), 6_000, 'with something behind it'],
    [packed.map((byte, at) => (at === packed.length - 8 ? byte ^ 1 : byte)), null, 'whose checksum is wrong'],
    [packed.subarray(0, -10), null, 'that is cut off'],
  ])('takes the first member $2 or leaves it', (bytes, length) => {
    expect(gunzipFirst(bytes, 6_000)?.length ?? null).toBe(length);
  });
});

it.each([
  ['BM is a good start', null],
  ['GIF89a', 'gif'],
  ['Subject: x\r\n\r\n%PDF-1.4 1 0 obj', 'pdf'],
  ['a text that speaks of %PDF-', null],
])('tells %j as %s', (text, kind) => expect(detectSignature(Buffer.from(text))).toBe(kind));

describe('a bounded cache', () => {
  it('drops what was written or refreshed longest ago, and what is written over', () => {
    const dropped: string[] = [];
    const cache = new BoundedCache<number, string>(2, (value) => dropped.push(value));
    cache.set(1, 'a');
    cache.set(2, 'b');
    cache.refresh(1);
    cache.get(2);
    cache.set(3, 'c');
    cache.set(3, 'd');
    expect([dropped, [...cache.values()]]).toEqual([
      ['b', 'c'],
      ['a', 'd'],
    ]);
    cache.clear();
    expect([dropped, [...cache.values()]]).toEqual([['b', 'c', 'a', 'd'], []]);
  });
});
