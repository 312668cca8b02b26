import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../../extractors/image/decode-picture.ts';
import { readImageHeader } from '../../../extractors/image/image-header.ts';
import { openRecogniser } from '../../../extractors/image/recogniser.ts';
import { degrade } from '../../generator/formats/degrade.ts';
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

describe.skipIf(!installed)('decoding a picture', () => {
  it.each([
    ['PNG', async () => png],
    ['JPEG', () => degrade(png, { angle: 0, noise: 0, quality: 90, seed: 1 })],
    ['WebP', async () => drawPage(30, 20, (context) => context.fillRect(0, 0, 10, 10), 'image/webp')],
  ] as const)('%s', async (_, bytes) => {
    const encoded = await bytes();
    expect(readImageHeader(encoded)).toMatchObject({ width: 30, height: 20 });
    const { data, width, height } = await decodePicture(encoded);
    expect([width, height]).toEqual([30, 20]);
    expect(data[3 * 30 + 3]).toBeLessThan(30);
    expect(data[15 * 30 + 25]).toBeGreaterThan(220);
  });

  it.each([
    ['20,000 by 20,000 pixels', pngOf(20_000, 20_000), 'TOO_LARGE'],
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
