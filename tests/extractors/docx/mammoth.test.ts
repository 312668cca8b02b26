import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import type { Document } from '../../../extractors/document.ts';
import { readDocx } from '../../../extractors/docx/read-docx.ts';
import { readHtml } from '../../../extractors/html/read-html.ts';
import { generateFormat } from '../../../samples/generator/formats/generate-format.ts';

/** Mammoth does not show what Word counts itself; the figures are in the tables, whose texts both must see alike. */
const texts = ({ blocks }: Document): string[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? block.cells.map(({ text }) => text.replace(/\s/g, '')) : []));

const figures = (document: Document): string[] => texts(document).filter((text) => /^\d+$/.test(text));

it('reads the figures of tables as mammoth, an independent reader, does', async () => {
  const seeds = Array.from({ length: 24 }, (_, index) => 5_000 + index);
  const compared: number[] = [];
  for (const seed of seeds) {
    const { bytes, style } = await generateFormat(seed, 'docx');
    // Mammoth shows hidden text and rows that were deleted.
    if (/hiddenText|deletedRow|trackedChanges/.test(style)) continue;
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(figures(await readDocx(bytes)), `seed ${seed}`).toEqual(figures(readHtml(value)));
    compared.push(seed);
  }
  expect(compared.length).toBeGreaterThan(4);
});
