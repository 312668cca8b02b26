import { PDFDocument } from 'pdf-lib';
import { PDFParse } from 'pdf-parse';
import PDFKit from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../extractors/limits.ts';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { readPdf } from '../../../extractors/pdf/read-pdf.ts';

type Pen = PDFKit.PDFDocument;

/** A PDF drawn for one test. */
function drawn(draw: (pen: Pen) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pen = new PDFKit({ size: [600, 800], margin: 0, compress: true, ...options });
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    pen.on('data', (part: Buffer) => parts.push(part));
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    draw(pen);
    pen.end();
  });
}

const say = (pen: Pen, text: string, x: number, y: number) => pen.fontSize(12).text(text, x, y, { lineBreak: false });

const textsOf = async (bytes: Uint8Array) =>
  (await readPdf(bytes, FORM_LABELS)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind));

it('pdf-parse still has the method that gives its pdf.js document', async () => {
  const parser = new PDFParse({ data: await drawn((pen) => say(pen, 'Report', 50, 50)) });
  const { load } = parser as unknown as { load: () => Promise<{ numPages: number }> };
  expect((await load.call(parser)).numPages).toBe(1);
  await parser.destroy();
});

describe('readPdf', () => {
  it('a ruled table with its places', async () => {
    const bytes = await drawn((pen) => {
      pen.rect(100, 100, 200, 40).stroke();
      pen.moveTo(200, 100).lineTo(200, 140).moveTo(100, 120).lineTo(300, 120).stroke();
      for (const [i, text] of ['Item', 'Total', 'received', '12'].entries())
        say(pen, text, 105 + 100 * (i % 2), i < 2 ? 104 : 124);
    });
    const [grid, ...others] = (await readPdf(bytes, FORM_LABELS)).blocks;
    expect(others).toEqual([]);
    expect(grid).toMatchObject({ kind: 'grid', rows: 2, columns: 2, borders: 'marked', at: { page: 1 } });
    if (grid?.kind !== 'grid') return;
    expect(grid.cells.map(({ text, at }) => [text, at.page, at.box])).toEqual([
      ['Item', 1, [100, 100, 200, 120]],
      ['Total', 1, [200, 100, 300, 120]],
      ['received', 1, [100, 120, 200, 140]],
      ['12', 1, [200, 120, 300, 140]],
    ]);
  });

  /** What is drawn, in order, and which texts are read. */
  const CASES: readonly (readonly [string, readonly ((pen: Pen) => unknown)[], readonly string[]])[] = [
    ['text', [(pen) => say(pen, 'Report', 50, 50)], ['Report']],
    [
      'a page that is marked as turned',
      [
        (pen) => Object.assign(pen.page.dictionary.data, { Rotate: 90 }),
        (pen) => pen.rotate(-90, { origin: [0, 0] }).translate(-800, 0),
        (pen) => say(pen, 'Report', 50, 50),
      ],
      ['Report'],
    ],
    [
      'text that is drawn turned',
      [(pen) => pen.rotate(90, { origin: [300, 400] }), (pen) => say(pen, 'Report', 50, 350)],
      ['Report'],
    ],
    [
      'letters drawn twice',
      [(pen) => say(pen, 'Total 11', 50, 50), (pen) => say(pen, 'Total 11', 50.3, 50)],
      ['Total 11'],
    ],
    ['text beyond the edge', [(pen) => say(pen, 'Seen', 50, 50), (pen) => say(pen, 'Unseen', 700, 50)], ['Seen']],
    [
      'a number that runs over the edge is not whole',
      [(pen) => say(pen, 'Total', 50, 50), (pen) => say(pen, '298', 592, 80)],
      ['Total', '2…'],
    ],
    [
      'a number cut by its clip is not whole',
      [(pen) => pen.save().rect(57, 40, 100, 100).clip(), (pen) => say(pen, '298', 50, 50), (pen) => pen.restore()],
      ['9…8'],
    ],
    [
      'text outside its clip',
      [
        (pen) => say(pen, 'Seen', 50, 50),
        (pen) => pen.save().rect(0, 0, 100, 100).clip(),
        (pen) => say(pen, 'Unseen', 300, 300),
        (pen) => pen.restore(),
      ],
      ['Seen'],
    ],
    ['invisible text', [(pen) => pen.addContent('3 Tr'), (pen) => say(pen, 'Guess', 50, 50)], ['picture']],
    ['nothing', [], []],
  ];

  it.each(CASES)('%s', async (_, steps, texts) => {
    const bytes = await drawn((pen) => {
      for (const step of steps) step(pen);
    });
    expect(await textsOf(bytes)).toEqual(texts);
  });

  it('text beyond the edge of the page raises a doubt', async () => {
    const bytes = await drawn((pen) => say(pen, 'Un', 700, 50));
    const { doubts } = await readPdf(bytes, FORM_LABELS);
    expect(doubts).toMatchObject([
      { rule: 'DOC-PAGES', message: { en: expect.stringMatching(/^2 characters of page 1/) } },
    ]);
  });

  it('a page without letters becomes a picture of itself', async () => {
    const bytes = await drawn((pen) => {
      for (let i = 0; i < 6; i += 1)
        pen
          .moveTo(50, 100 + 30 * i)
          .lineTo(300, 100 + 30 * i)
          .stroke();
    });
    const [picture] = (await readPdf(bytes, FORM_LABELS)).blocks;
    expect(picture).toMatchObject({ kind: 'picture', source: 'page 1', at: { page: 1 } });
    expect(picture?.kind === 'picture' && picture.image?.subarray(1, 4)).toEqual(new TextEncoder().encode('PNG'));
  });

  it('a file that only its owner may change is read', async () => {
    const bytes = await drawn((pen) => say(pen, 'Report', 50, 50), {
      ownerPassword: 'secret',
      permissions: { copying: false },
    });
    expect(await textsOf(bytes)).toEqual(['Report']);
  });
});

describe('PDFs that cannot be read', () => {
  const pages = async (count: number) => {
    const pdf = await PDFDocument.create();
    for (let i = 0; i < count; i += 1) pdf.addPage([100, 100]);
    return pdf.save({ addDefaultPage: false });
  };
  const whole = () => drawn((pen) => say(pen, 'Report', 50, 50));

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['a password is needed', () => drawn((pen) => say(pen, 'Report', 50, 50), { userPassword: 'secret' }), 'ENCRYPTED'],
    ['no pages', () => pages(0), 'EMPTY'],
    ['too many pages', () => pages(LIMITS.pdfPages + 1), 'TOO_LARGE'],
    ['no PDF behind the signature', async () => new TextEncoder().encode('%PDF-1.7\nnothing'), 'DAMAGED'],
    ['only its beginning', async () => (await whole()).slice(0, 400), 'DAMAGED'],
  ])('%s', async (_, make, code) => {
    await expect(readPdf(await make(), FORM_LABELS)).rejects.toMatchObject({ name: 'ReadError', code });
  });

  it('a garbled stream raises a doubt', async () => {
    const bytes = await whole();
    const at = Buffer.from(bytes).indexOf('stream\n') + 20;
    bytes.fill(0xff, at, at + 8);
    const { doubts } = await readPdf(bytes, FORM_LABELS);
    expect(doubts).toMatchObject([{ rule: 'DOC-PAGES', severity: 'error' }]);
  });

  it('bytes lost inside a stream raise a doubt, though what is left unpacks', async () => {
    const bytes = await whole();
    const at = Buffer.from(bytes).indexOf('endstream');
    // The last byte of the checksum.
    const last = bytes[at - 2] as number;
    bytes[at - 2] = last ^ 1;
    const { doubts } = await readPdf(bytes, FORM_LABELS);
    expect(doubts).toMatchObject([{ rule: 'DOC-PAGES', severity: 'error' }]);
  });

  it('a file cut short behind its last page raises a doubt', async () => {
    const bytes = await whole();
    const { doubts } = await readPdf(bytes.slice(0, Buffer.from(bytes).lastIndexOf('%%EOF')), FORM_LABELS);
    expect(doubts.map(({ rule }) => rule)).toEqual(['DOC-PAGES']);
  });
});
