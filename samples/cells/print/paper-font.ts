import * as fontkit from 'fontkit';
import { fontBytes, REGULAR_PATH } from '../../generator/formats/paper/fonts.ts';
import { hex, type PdfFile } from './pdf-file.ts';

/** The one typeface of the printed pages, cut down to the characters that are drawn. */
export interface PaperFont {
  readonly program: Uint8Array;
  readonly codeOf: ReadonlyMap<string, number>;
  /** Thousandths of the size, by code. */
  readonly widths: ReadonlyMap<number, number>;
}

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
}

interface FontProgram {
  readonly unitsPerEm: number;
  glyphForCodePoint(code: number): Glyph;
  createSubset(): { includeGlyph(glyph: Glyph): number; encode(): Uint8Array };
}

const cut = new Map<string, PaperFont>();
let whole: FontProgram | undefined;

export function paperFont(texts: readonly string[]): PaperFont {
  const characters = [...new Set(`0123456789${texts.join('')}`)].sort();
  const known = cut.get(characters.join(''));
  if (known) return known;
  whole ??= fontkit.create(fontBytes(REGULAR_PATH)) as unknown as FontProgram;
  const { unitsPerEm } = whole;
  const subset = whole.createSubset();
  const codeOf = new Map<string, number>();
  const widths = new Map<number, number>();
  for (const one of characters) {
    const glyph = whole.glyphForCodePoint(one.codePointAt(0) ?? 0);
    const code = subset.includeGlyph(glyph);
    codeOf.set(one, code);
    widths.set(code, Math.round((1000 * glyph.advanceWidth) / unitsPerEm));
  }
  const font = { program: subset.encode(), codeOf, widths };
  cut.set(characters.join(''), font);
  return font;
}

export const encoded = (text: string, { codeOf }: PaperFont): string =>
  `<${[...text].map((one) => (codeOf.get(one) ?? 0).toString(16).padStart(4, '0')).join('')}>`;

/** The font of a file. `tell` says which character a code stands for, null where the file does not say. */
export function addFont(
  file: PdfFile,
  font: PaperFont,
  program: number,
  tell: ((character: string) => string) | null = (one) => one,
): number {
  const descriptor = file.add(
    `<< /Type /FontDescriptor /FontName /AAAAAA+Paper /Flags 4 /FontBBox [-1000 -300 2000 1100] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 ${program} 0 R >>`,
  );
  const widths = [...font.widths].map(([code, width]) => `${code} [${width}]`).join(' ');
  const cid = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Paper /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /W [${widths}] /CIDToGIDMap /Identity >>`,
  );
  const lines = tell
    ? [...font.codeOf].map(([one, code]) => `<${code.toString(16).padStart(4, '0')}> <${hex(tell(one))}>`)
    : [];
  const chunks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100);
    chunks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${chunks.join('\n')}\nendcmap end end`;
  const unicode = tell ? `/ToUnicode ${file.stream(map)} 0 R` : '';
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Paper /Encoding /Identity-H /DescendantFonts [${cid} 0 R] ${unicode} >>`,
  );
}
