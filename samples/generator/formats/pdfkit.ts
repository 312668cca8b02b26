import PDFDocument from 'pdfkit';
import { BOLD_PATH, fontBytes, REGULAR_PATH } from './paper/fonts.ts';
import { type Ink, rectangleOf, SHIFT_OF_TWICE, type Sheet } from './paper/sheet.ts';

type Pen = PDFKit.PDFDocument;

function put(pen: Pen, ink: Ink): void {
  if (ink.kind === 'rule') {
    if (ink.as === 'rectangle') pen.rect(...rectangleOf(ink)).fill('black');
    else pen.lineWidth(ink.thickness).moveTo(ink.x0, ink.y0).lineTo(ink.x1, ink.y1).stroke();
    return;
  }
  const shifts = ink.weight === 'twice' ? [0, SHIFT_OF_TWICE] : [0];
  pen
    .font(ink.weight === 'bold' ? 'bold' : 'regular')
    .fontSize(ink.size)
    .fillColor('black');
  for (const shift of shifts) pen.text(ink.text, ink.x + shift, ink.y, { lineBreak: false, baseline: 'alphabetic' });
}

function openPage(pen: Pen, { width, height, turned }: Sheet): void {
  pen.addPage({ size: turned === 'no' ? [width, height] : [height, width], margin: 0 });
  if (turned === 'no') return;
  if (turned === 'attribute') Object.assign(pen.page.dictionary.data, { Rotate: 90 });
  pen.transform(0, -1, 1, 0, 0, width);
}

/** What a PDF is made with: done, as bytes. */
export function pdfBytes(pen: Pen): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pen.on('data', (part: Buffer) => parts.push(part));
    pen.on('error', reject);
    pen.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pen.end();
  });
}

/** Always the same date, so that the same pages always give the same bytes. */
export const CREATED = new Date(Date.UTC(2024, 0, 15));

/** Pages to a PDF written by pdfkit. */
export function writePdfkit(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pen = new PDFDocument({ autoFirstPage: false, info: { CreationDate: CREATED } });
  pen.registerFont('regular', fontBytes(REGULAR_PATH));
  if (sheets.some(({ inks }) => inks.some((ink) => ink.kind === 'text' && ink.weight === 'bold'))) {
    pen.registerFont('bold', fontBytes(BOLD_PATH));
  }
  for (const sheet of sheets) {
    openPage(pen, sheet);
    for (const ink of sheet.inks) put(pen, ink);
  }
  return pdfBytes(pen);
}
