import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../extractors/limits.ts';
import { guardStreams } from '../../../extractors/pdf/guard-streams.ts';

const object = (filters: string, data: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`%PDF-1.4\n4 0 obj\n<</Length ${data.length}/Filter${filters}>>\nstream\r\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const bomb = deflateSync(Buffer.alloc(LIMITS.pdfStream * 1.1, ' '));
const page = deflateSync(Buffer.from('BT /F1 12 Tf (report) Tj ET '.repeat(10_000)));

describe('guardStreams', () => {
  it.each([
    ['one filter', object('/FlateDecode', bomb)],
    ['its short name', object('/Fl', bomb)],
    ['packed twice', object('[/FlateDecode/FlateDecode]', deflateSync(bomb))],
    ['behind a page', Buffer.concat([object('/FlateDecode', page), object('[/FlateDecode]', bomb)])],
    ['cut off', object('/FlateDecode', bomb).subarray(0, -40)],
  ])('refuses a bomb: %s', (_, bytes) => {
    expect(() => guardStreams(bytes)).toThrow(/unpacks to more than/);
  });

  it.each([
    ['a page', object('/FlateDecode', page)],
    ['a stream that is no deflate', object('/FlateDecode', Buffer.alloc(200_000, 7))],
    ['a bomb that nothing unpacks', object('/DCTDecode', bomb)],
    ['no stream', Buffer.from('%PDF-1.4 stream')],
  ])('passes %s', (_, bytes) => {
    expect(() => guardStreams(bytes)).not.toThrow();
  });
});
