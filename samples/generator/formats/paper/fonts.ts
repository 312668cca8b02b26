import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Measure } from './sheet.ts';

/** The one typeface of the printed documents (SIL Open Font License), in two weights. */

/** The folder of the fonts, whether the sources run or what was compiled from them. */
function home(): string {
  const fromSources = join(import.meta.dirname, '..', '..', '..', 'fonts');
  return existsSync(fromSources) ? fromSources : join(import.meta.dirname, '../../../../../samples/fonts');
}

const pathOf = (name: string): string => join(home(), name);

export const REGULAR_PATH = pathOf('NotoSansSC-Regular.ttf');
export const BOLD_PATH = pathOf('NotoSansSC-Bold.ttf');

const loaded = new Map<string, Buffer>();

export function fontBytes(path: string): Buffer {
  const bytes = loaded.get(path) ?? readFileSync(path);
  loaded.set(path, bytes);
  return bytes;
}

const advances = new Map<string, number>();
let ruler: PDFKit.PDFDocument | undefined;

function advance(character: string): number {
  ruler ??= new PDFDocument({ autoFirstPage: false }).font(fontBytes(REGULAR_PATH)).fontSize(1000);
  const known = advances.get(character) ?? ruler.widthOfString(character) / 1000;
  advances.set(character, known);
  return known;
}

/** Sum of the advances; the typeface kerns next to nothing. */
export const measure: Measure = (text, size) => {
  let width = 0;
  for (const character of text) width += advance(character);
  return width * size;
};
