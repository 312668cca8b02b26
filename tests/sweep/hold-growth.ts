import { describe, expect, it } from 'vitest';
import { MOST_GROWTH, measureGrowth, SIZES } from '../growth/measure-growth.ts';
import { ARCHIVE_SHAPES, type Build, DOCX_SHAPES, PDF_SHAPES, XLSX_SHAPES } from '../growth/office-shapes.ts';
import { HTML_SHAPES, type Shape, TEXT_SHAPES } from '../growth/page-shapes.ts';

// Steps are counted in what is loaded after the counter.
const { extractFile } = await import('../../src/app/pipeline/extract.ts');

const READERS = {
  page: HTML_SHAPES,
  text: TEXT_SHAPES,
  docx: DOCX_SHAPES,
  xlsx: XLSX_SHAPES,
  pdf: PDF_SHAPES,
  archive: ARCHIVE_SHAPES,
} as const;

type Reader = keyof typeof READERS;
export const READER_NAMES = Object.keys(READERS) as readonly Reader[];

/** Dimensions along which documents of one kind grow. */
export interface Dimensions {
  readonly reader: Reader;
  /** Names of its shapes; all of them by default. */
  readonly shapes?: readonly string[];
}

/** Files are built before, for the libraries that write them may go through them as often as they like. */
async function growthOf(build: Shape | Build): Promise<number> {
  const built = new Map<number, Uint8Array>();
  for (const size of SIZES) {
    const file = await build(size);
    built.set(size, typeof file === 'string' ? Buffer.from(file) : file);
  }
  return measureGrowth(async (size) => {
    for await (const _ of extractFile(built.get(size) as Uint8Array, 'file', { ocr: 'off' }));
  });
}

/** The steps of reading and auditing a document grow no faster than it does. */
export function holdGrowth(cases: readonly Dimensions[]): void {
  describe.each(cases)('the steps of reading: $reader', ({ reader, shapes = Object.keys(READERS[reader]) }) => {
    it.each(shapes)('%s', async (name) => {
      const build = (READERS[reader] as Readonly<Record<string, Shape | Build>>)[name];
      if (!build) throw new Error(`there is no shape ${name} of ${reader}`);
      expect(await growthOf(build)).toBeLessThan(MOST_GROWTH);
    });
  });
}
