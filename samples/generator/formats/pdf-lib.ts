import * as fontkit from 'fontkit';
import {
  concatTransformationMatrix,
  degrees,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib';
import { BOLD_PATH, fontBytes, REGULAR_PATH } from './paper/fonts.ts';
import { type Ink, rectangleOf, SHIFT_OF_TWICE, type Sheet } from './paper/sheet.ts';
import { CREATED } from './pdfkit.ts';

/** pdf-lib asks for an older fontkit, whose subsets wrote themselves to a stream; pdfkit's writes them at once. */
const FONTKIT = {
  create(bytes: Uint8Array) {
    const font = fontkit.create(bytes);
    const createSubset = font.createSubset.bind(font);
    font.createSubset = () => Object.assign(createSubset(), { encodeStream });
    return font;
  },
};

function encodeStream(this: { encode(): Uint8Array }) {
  const stream = {
    on(event: 'data' | 'end', listener: (part: Uint8Array) => void) {
      if (event === 'data') listener(this.bytes);
      else queueMicrotask(() => listener(this.bytes));
      return stream;
    },
    bytes: this.encode(),
  };
  return stream;
}

function put(page: PDFPage, ink: Ink, height: number, fonts: { regular: PDFFont; bold: PDFFont | undefined }): void {
  if (ink.kind === 'rule' && ink.as === 'rectangle') {
    const [x, y, wide, high] = rectangleOf(ink);
    page.drawRectangle({ x, y: height - y - high, width: wide, height: high });
  } else if (ink.kind === 'rule') {
    const [start, end] = [
      { x: ink.x0, y: height - ink.y0 },
      { x: ink.x1, y: height - ink.y1 },
    ];
    page.drawLine({ start, end, thickness: ink.thickness });
  } else {
    const font = ink.weight === 'bold' ? (fonts.bold ?? fonts.regular) : fonts.regular;
    for (const shift of ink.weight === 'twice' ? [0, SHIFT_OF_TWICE] : [0]) {
      page.drawText(ink.text, { x: ink.x + shift, y: height - ink.y, size: ink.size, font });
    }
  }
}

/** Pages to a PDF written by pdf-lib. */
export async function writePdfLib(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.registerFontkit(FONTKIT as never);
  file.setCreationDate(CREATED);
  file.setModificationDate(CREATED);
  const isBold = sheets.some(({ inks }) => inks.some((ink) => ink.kind === 'text' && ink.weight === 'bold'));
  const fonts = {
    regular: await file.embedFont(fontBytes(REGULAR_PATH), { subset: true }),
    bold: isBold ? await file.embedFont(fontBytes(BOLD_PATH), { subset: true }) : undefined,
  };
  for (const { width, height, turned, inks } of sheets) {
    const page = file.addPage(turned === 'no' ? [width, height] : [height, width]);
    if (turned === 'attribute') page.setRotation(degrees(90));
    page.pushOperators(pushGraphicsState());
    if (turned !== 'no') page.pushOperators(concatTransformationMatrix(0, 1, -1, 0, height, 0));
    for (const ink of inks) put(page, ink, height, fonts);
    page.pushOperators(popGraphicsState());
  }
  return file.save();
}
