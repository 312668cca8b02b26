import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../../extractors/image/decode-picture.ts';
import { readImageHeader } from '../../../extractors/image/image-header.ts';
import type { Raster } from '../../../extractors/image/raster.ts';
import { openRecogniser } from '../../../extractors/image/recogniser.ts';
import { degrade } from '../../../samples/generator/formats/degrade.ts';
import { drawPage } from './draw-raster.ts';

const png = drawPage(30, 20, (context) => context.fillRect(0, 0, 10, 10));

/** A PNG that only says how large it is. */
function pngOf(width: number, height: number): Uint8Array {
  const bytes = png.slice();
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

const installed = (await openRecogniser()) !== null;

/** Bytes of an encoded picture, some of them changed. */
const damaged = (bytes: Uint8Array, from: number, to: number): Uint8Array =>
  bytes.map((byte, at) => (at >= from && at < to ? byte ^ 0x5a : byte));
const striped = drawPage(400, 400, (context) => {
  for (let y = 0; y < 400; y += 8) context.fillRect(y / 2, y, 200, 3);
});
const jpeg = await degrade(striped, { angle: 1, noise: 9, quality: 80, seed: 1 });
const half = jpeg.length >> 1;

describe.skipIf(!installed)('decoding a picture', () => {
  it.each([
    ['PNG', async () => png],
    ['JPEG', () => degrade(png, { angle: 0, noise: 0, quality: 90, seed: 1 })],
    ['WebP', async () => drawPage(30, 20, (context) => context.fillRect(0, 0, 10, 10), 'image/webp')],
  ] as const)('%s', async (_, bytes) => {
    const encoded = await bytes();
    expect(readImageHeader(encoded)).toMatchObject({ width: 30, height: 20 });
    const pages = await decodePicture(encoded);
    expect(pages).toHaveLength(1);
    const { data, width, height } = pages[0] as Raster;
    expect([width, height]).toEqual([30, 20]);
    expect(data[3 * 30 + 3]).toBeLessThan(30);
    expect(data[15 * 30 + 25]).toBeGreaterThan(220);
  });

  it.each([
    ['20,000 by 20,000 pixels', pngOf(20_000, 20_000), 'TOO_LARGE'],
    ['a JPEG cut off in the middle', jpeg.slice(0, half), 'UNREADABLE'],
    ['a JPEG with a damaged stretch', damaged(jpeg, half, half + 400), 'UNREADABLE'],
    ['a PNG whose check sum is wrong', damaged(png, 29, 30), 'UNREADABLE'],
    ['a PNG with damaged pixels', damaged(striped, 200, 230), 'UNREADABLE'],
    ['no size', pngOf(0, 0), 'UNREADABLE'],
    ['a cut-off file', png.slice(0, 60), 'UNREADABLE'],
    ['a drawing in text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'UNSUPPORTED_FORMAT'],
    ['BMP', new TextEncoder().encode('BM'.padEnd(60)), 'UNSUPPORTED_FORMAT'],
    ['a TIFF of nothing', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'UNREADABLE'],
    ['a GIF of nothing', new TextEncoder().encode('GIF89a'.padEnd(30, '\0')), 'UNREADABLE'],
    [
      'a JPEG without its picture',
      Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]),
      'UNREADABLE',
    ],
    ['nothing', new Uint8Array(), 'UNSUPPORTED_FORMAT'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(decodePicture(bytes)).rejects.toMatchObject({ name: 'ReadError', code });
  });
});
