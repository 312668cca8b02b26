import PDFKit from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { FORM_LABELS } from '../../../extractors/mapping/label-oracle.ts';
import { readPdf } from '../../../extractors/pdf/read-pdf.ts';
import { witnessDoubts } from '../../../extractors/pdf/second-witness.ts';
import type { Doubt, Figure, Reading } from '../../../src/model/report.ts';

/** A page on which 12 and 34 stand, and a 5 as dark as is asked for. */
function page(opacity: number | null): Promise<Uint8Array> {
  const pen = new PDFKit({ size: [600, 800], margin: 0 });
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    pen.on('data', (part: Buffer) => parts.push(part));
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pen.fontSize(12).text('received 12', 50, 50, { lineBreak: false });
    pen.text('granted 34', 50, 80, { lineBreak: false });
    if (opacity !== null) pen.fillOpacity(opacity).text('5', 300, 50, { lineBreak: false });
    pen.end();
  });
}

const figure = (raw: string, on: number): Figure => ({
  value: Number(raw),
  raw,
  status: 'reported',
  at: { page: on },
});

const HEAD = { title: null, agency: null, year: null, edition: null } as unknown as Reading['report'];

const doubtOf = (cells: readonly string[]): Doubt => ({
  rule: 'EX-ROW',
  severity: 'warning',
  cells,
  message: { zh: '', en: '' },
});

const reading = (doubts: readonly Doubt[], received = '12'): Reading => ({
  report: HEAD,
  sections: [],
  figures: { received: figure(received, 1), granted: figure('34', 1), elsewhere: figure('9', 2) },
  doubts,
});

interface Placed {
  /** The opacity of the 5; null where there is none. */
  readonly five?: number | null;
  /** Digits that are said to have been placed, or not to have been. */
  readonly more?: string;
  readonly less?: string;
}

async function found(held: Reading, { five = null, more = '', less = '' }: Placed = {}) {
  const bytes = await page(five);
  const document = await readPdf(bytes, FORM_LABELS);
  const times = (text: string, digit: number): number => text.split(String(digit)).length - 1;
  const placed = (counts: readonly number[]): number[] =>
    counts.map((count, digit) => count + times(more, digit) - times(less, digit));
  const digits = document.digits?.map((one) => ({ ...one, least: placed(one.least), most: placed(one.most) }));
  return witnessDoubts(bytes, { ...document, ...(digits ? { digits } : {}) }, held);
}

describe('the second witness of a PDF page', () => {
  it('is silent where it finds the digits that were placed', async () => {
    expect(await found(reading([doubtOf(['received'])]))).toEqual([]);
  });

  it('is silent about digits that are known to be seen by nobody', async () => {
    expect(await found(reading([doubtOf(['received'])]), { five: 0 })).toEqual([]);
  });

  it('is not asked where no doubt stands on the page', async () => {
    expect(await found(reading([doubtOf(['elsewhere'])]), { five: 1, less: '5' })).toEqual([]);
  });

  it('is not asked where a doubt left nothing open', async () => {
    expect(await found(reading([{ ...doubtOf(['received']), severity: 'info' }]), { five: 1, less: '5' })).toEqual([]);
  });

  it('tells digits that were not placed, with the cells that were doubted', async () => {
    const doubts = await found(reading([doubtOf(['received'])]), { five: 1, less: '5' });
    expect(doubts).toMatchObject([{ rule: 'EX-NOT-IN-SOURCE', severity: 'warning', cells: ['received'] }]);
    expect(doubts[0]?.message.en).toMatch(/lacking 5$/);
  });

  it('tells digits that it has not got, with the cells whose number it has not got', async () => {
    const doubts = await found(reading([doubtOf(['granted'])], '712'), { more: '7' });
    expect(doubts).toMatchObject([{ rule: 'EX-NOT-IN-SOURCE', severity: 'error', cells: ['received'] }]);
    expect(doubts[0]?.message.en).toMatch(/excess are 7,/);
  });

  it('is asked about every page where parts of the file were lost', async () => {
    const lost: Doubt = { ...doubtOf([]), rule: 'DOC-PAGES' };
    expect(await found(reading([lost]), { five: 1, less: '5' })).toMatchObject([{ cells: ['received', 'granted'] }]);
  });
});
