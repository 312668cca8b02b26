import { describe, expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from './measure-growth.ts';
import { ARCHIVE_SHAPES, type Build, DOCX_SHAPES, PDF_SHAPES, XLSX_SHAPES } from './office-shapes.ts';

const { extractFile } = await import('../../src/pipeline/extract.ts');

/** Files are built before, for the libraries that write them may go through them as often as they like. */
async function growthOf(build: Build): Promise<number> {
  const built = new Map<number, Uint8Array>();
  for (const size of [125, 500, 2_000]) built.set(size, await build(size));
  return measureGrowth(async (size) => {
    for await (const _ of extractFile(built.get(size) as Uint8Array, 'file', { ocr: 'off' }));
  });
}

describe.each([
  ['a DOCX with', DOCX_SHAPES],
  ['an XLSX with', XLSX_SHAPES],
  ['a PDF with', PDF_SHAPES],
  ['a file with', ARCHIVE_SHAPES],
])('the steps of reading %s', (_, shapes) => {
  test.each(Object.entries(shapes))('%s grow with it', { timeout: 300_000 }, async (_name, build) => {
    expect(await growthOf(build)).toBeLessThan(MOST_GROWTH);
  });
});
