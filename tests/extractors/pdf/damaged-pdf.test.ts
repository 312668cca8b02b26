import { readFileSync } from 'node:fs';
import PDFKit from 'pdfkit';
import { describe, expect, it, test } from 'vitest';
import { LIMITS } from '../../../extractors/limits.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { dropDoubles } from '../../../extractors/pdf/drop-doubles.ts';
import { readPdf } from '../../../extractors/pdf/read-pdf.ts';
import { readDocument } from '../../../extractors/read-document.ts';
import { extractFile } from '../../../src/app/pipeline/extract.ts';
import type { ExtractionResult } from '../../../src/model/report.ts';

const sample = (name: string): Buffer => readFileSync(new URL(`../../../samples/${name}/source.pdf`, import.meta.url));

const inLatin1 = (bytes: Buffer, change: (text: string) => string): Buffer =>
  Buffer.from(change(bytes.toString('latin1')), 'latin1');

async function extract(bytes: Uint8Array): Promise<ExtractionResult[]> {
  const results: ExtractionResult[] = [];
  for await (const result of extractFile(bytes, 'damaged.pdf', { ocr: 'off' })) results.push(result);
  return results;
}

describe('a damaged PDF', () => {
  // Each byte makes a matrix, a font or a picture that pdf.js takes as it is. The first three were read without end.
  test.each([
    ['pdf-turned', 3_652, 32],
    ['pdf-information-lines', 22_749, 204],
    ['pdf-libreoffice', 2_613, 245],
    ['pdf-chromium', 6_061, 223],
  ])('%s with byte %i set to %i is read, with a doubt over what may be lost', async (name, at, value) => {
    const bytes = sample(name);
    bytes[at] = value;
    const [result, ...others] = await extract(bytes);
    expect(others).toEqual([]);
    expect(result).toMatchObject({ doubts: expect.arrayContaining([expect.objectContaining({ rule: 'DOC-PAGES' })]) });
  });

  it('is DAMAGED where none of its pages can be read or drawn, in words that say what to do', async () => {
    const bytes = inLatin1(sample('pdf-pdfkit'), (text) => text.replaceAll('/Subtype /Type0', '/Subtype /Type9'));
    const [result] = await extract(bytes);
    expect(result).toMatchObject({
      error: {
        code: 'DAMAGED',
        message: {
          zh: expect.stringMatching(/^PDF 的 \d+ 页都无法读取.*重新获取/),
          en: expect.stringMatching(/^none of the \d+ pages .*fetch it again or print it/),
        },
      },
    });
  });

  it('and whatever else a library throws is DAMAGED too, with the cause kept', async () => {
    const pdf = sample('pdf-pdfkit');
    const options = {
      ocr: 'off' as const,
      onPicture: () => {
        throw new TypeError('a library stumbled');
      },
    };
    const undrawn = inLatin1(pdf, (text) => text.replaceAll('/Subtype /Type0', '/Subtype /Type9'));
    await expect(readDocument(undrawn, 'damaged.pdf', FORM_LABELS, options)).rejects.toMatchObject({
      code: 'DAMAGED',
      cause: expect.objectContaining({ message: 'a library stumbled' }),
    });
  });
});

describe('a page that draws more than any page of a report', () => {
  const drawing = (count: number): Promise<Uint8Array> => {
    const pen = new PDFKit({ size: [600, 800], margin: 0 });
    const parts: Buffer[] = [];
    return new Promise((resolve) => {
      pen.on('data', (part: Buffer) => parts.push(part));
      pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
      pen.fontSize(12).text('Report', 50, 50, { lineBreak: false });
      pen.addPage();
      for (let i = 0; i < count; i += 1) pen.moveTo(50, 50 + (i % 700)).lineTo(500, 50 + (i % 700));
      pen.stroke();
      pen.end();
    });
  };

  it('is lost, which a doubt tells, and the other pages are read', async () => {
    const { blocks, doubts } = await readPdf(await drawing(LIMITS.pdfPageRules + 1), FORM_LABELS);
    expect(blocks).toMatchObject([{ text: 'Report', at: { page: 1 } }]);
    expect(doubts.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/beyond a limit.*of 2 pages, page 2 /),
    ]);
    expect((await readPdf(await drawing(LIMITS.pdfPageRules - 1), FORM_LABELS)).doubts).toEqual([]);
  });
});

describe('characters without size', () => {
  const flat = (draw: (pen: PDFKit.PDFDocument) => void): Promise<Uint8Array> => {
    const pen = new PDFKit({ size: [600, 800], margin: 0 });
    const parts: Buffer[] = [];
    return new Promise((resolve) => {
      pen.on('data', (part: Buffer) => parts.push(part));
      pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
      draw(pen);
      pen.end();
    });
  };

  it.each([
    { name: 'pressed flat', x: 1, y: 0 },
    { name: 'smaller than any print', x: 1e-9, y: 1e-9 },
  ])('$name are told in a doubt and not read', async ({ x, y }) => {
    const bytes = await flat((pen) => {
      pen.fontSize(12).text('Report', 50, 50, { lineBreak: false });
      pen.transform(x, 0, 0, y, 0, 0).text('12', 50, 90, { lineBreak: false });
    });
    const { blocks, doubts } = await readPdf(bytes, FORM_LABELS);
    expect(blocks).toMatchObject([{ text: 'Report' }]);
    expect(doubts.map(({ message }) => message.en)).toEqual([expect.stringMatching(/^2 characters of page 1 /)]);
  });

  it.each([0, 1e-300, Number.POSITIVE_INFINITY])('doubles of size %d are looked for in a few steps', (size) => {
    const glyph = { text: '1', box: [1e300, 1e300, 1e300, 1e300], base: 1e300, size, turn: 0 } as const;
    expect(dropDoubles([glyph, glyph]).length).toBeGreaterThan(0);
  });
});
