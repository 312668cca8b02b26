import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Measure } from './sheet.ts';

/** The one typeface of the printed documents (SIL Open Font License), in two weights. */

const require = createRequire(import.meta.url);
const pathOf = (name: string): string => require.resolve(`@expo-google-fonts/noto-sans-sc/${name}`);

export const REGULAR_PATH = pathOf('400Regular/NotoSansSC_400Regular.ttf');
export const BOLD_PATH = pathOf('700Bold/NotoSansSC_700Bold.ttf');

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
