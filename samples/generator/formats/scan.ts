import { loadImage } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import type { Rng } from '../rng.ts';
import { degrade } from './degrade.ts';
import { fontBytes, REGULAR_PATH } from './paper/fonts.ts';
import type { Sheet } from './paper/sheet.ts';
import { CREATED, pdfBytes } from './pdfkit.ts';
import { drawSheet } from './raster.ts';

/** How well a page was scanned. */
export interface ScanStyle {
  readonly dpi: number;
  /** Degrees; each page lies askew by up to as much, to either side. */
  readonly skew: number;
  readonly noise: number;
  /** Of the JPEG. */
  readonly quality: number;
  /** Each page was laid on the scanner any way up: on its side, or on its head. */
  readonly anyWayUp?: true;
}

export const randomScanStyle = (rng: Rng): ScanStyle => ({
  dpi: rng.pick([150, 175, 200]),
  skew: rng.pick([0, 0.5, 1, 1.5]),
  noise: rng.pick([2, 6, 10]),
  quality: rng.int(40, 80),
});

/** Pages as a scanner gives them, each a JPEG. */
export function scanPages(sheets: readonly Sheet[], style: ScanStyle, rng: Rng): Promise<Uint8Array[]> {
  return Promise.all(
    sheets.map((sheet) => {
      const angle = (2 * rng.next() - 1) * style.skew;
      const seed = rng.int(0, 0x7fffffff);
      const quarters = style.anyWayUp ? rng.int(0, 3) : 0;
      const { noise, quality } = style;
      return degrade(drawSheet(sheet, style.dpi), { angle, quarters, noise, quality, seed });
    }),
  );
}

/** The sheet as its picture lies: on its side where the picture does. */
async function sizeOnPaper({ width, height }: Sheet, picture: Uint8Array): Promise<Pick<Sheet, 'width' | 'height'>> {
  const pixels = await loadImage(picture);
  const turned = pixels.width > pixels.height !== width > height;
  return turned ? { width: height, height: width } : { width, height };
}

/**
 * Scanned pages as a PDF: one picture a page, and, where `hiddenText` is given, the characters another program claims to
 * have recognised in it, laid invisibly over the picture.
 */
export async function scannedPdf(
  sheets: readonly Sheet[],
  pictures: readonly Uint8Array[],
  hiddenText: readonly Sheet[] = [],
): Promise<Uint8Array> {
  const pen = new PDFDocument({ autoFirstPage: false, info: { CreationDate: CREATED } });
  for (const [place, sheet] of sheets.entries()) {
    const picture = pictures[place];
    const { width, height } = picture ? await sizeOnPaper(sheet, picture) : sheet;
    pen.addPage({ size: [width, height], margin: 0 });
    if (picture) pen.image(Buffer.from(picture), 0, 0, { width, height });
    const texts = hiddenText[place]?.inks.flatMap((ink) => (ink.kind === 'text' ? [ink] : [])) ?? [];
    // Text rendering mode 3: neither filled nor stroked. It holds until the page ends.
    if (texts.length > 0) pen.font(fontBytes(REGULAR_PATH)).addContent('3 Tr');
    for (const { text, x, y, size } of texts) {
      pen.fontSize(size).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    }
  }
  return pdfBytes(pen);
}
