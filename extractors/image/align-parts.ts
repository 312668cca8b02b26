import { type AlignedTable, findAlignedTables } from '../pdf/aligned-tables.ts';
import type { Glyph } from '../pdf/page-content.ts';
import { glyphsToLines } from '../pdf/text-lines.ts';
import type { ReadText } from './ctc-decode.ts';
import type { PageLayout } from './page-layout.ts';
import type { PixelBox } from './raster.ts';
import { joinLines } from './read-layout.ts';
import { LETTER, type PictureCell, type PictureTable } from './table-cells.ts';

/** A part of a line outside of ruled tables, and what was read in it. */
export interface ReadPart {
  readonly box: PixelBox;
  readonly reading: ReadText;
}

export interface AlignedParts {
  /** Tables without ruling lines, and the texts of their cells, cell by cell. */
  readonly tables: readonly { readonly table: PictureTable; readonly texts: readonly ReadText[] }[];
  /** Everything else: lines from top to bottom, each in parts from left to right. */
  readonly lines: readonly (readonly ReadPart[])[];
}

/** Characters half of whose square is paper, after or before their ink, and how much of it that is. */
const [OPENING, CLOSING, HALF] = [/^[（《“〔【]/, /[，。、；：！？）》”〕】]$/, 0.5];
/** A part this many characters high is of larger letters. */
const LARGER = 1.3;

/** A part as one drawn character of a PDF, in points of its page; its ink does not show the paper of its punctuation. */
function toGlyph({ box, reading: { text } }: ReadPart, textHeight: number): Glyph {
  const scale = LETTER / textHeight;
  const [high, middle] = [box.y1 - box.y0, (box.y0 + box.y1) / 2];
  const size = high > textHeight * LARGER ? high : textHeight;
  const [before, behind] = [OPENING.test(text), CLOSING.test(text)].map((has) => (has ? size * HALF : 0));
  return {
    text,
    box: [
      (box.x0 - (before ?? 0)) * scale,
      (middle - size / 2) * scale,
      (box.x1 + (behind ?? 0)) * scale,
      (middle + size / 2) * scale,
    ],
    base: (middle + size / 2) * scale,
    size: size * scale,
    turn: 0,
  };
}

/** The table in pixels, its cells with what was read in them. */
function toPicture({ cells, rows, xs, box }: AlignedTable, parts: ReadonlyMap<Glyph, ReadPart>, scale: number) {
  const inPixels = ([x0, y0, x1, y1]: AlignedTable['box']): PixelBox => ({
    x0: Math.round(x0 / scale),
    y0: Math.round(y0 / scale),
    x1: Math.round(x1 / scale),
    y1: Math.round(y1 / scale),
  });
  const texts = cells.map(({ text, box: [x0, y0, x1, y1] }): ReadText => {
    const inside = [...parts].flatMap(([{ box: own }, part]) =>
      text !== '' && own[0] >= x0 && own[1] >= y0 && own[2] <= x1 && own[3] <= y1 ? [part.reading] : [],
    );
    const joined = joinLines(inside, '\n');
    if (text === '' || inside.length === 1) return joined;
    return { text, confidence: inside.length === 0 ? 0 : joined.confidence, alternatives: [] };
  });
  const own = cells.map(
    ({ row, column, rowSpan, colSpan, box: place }): PictureCell => ({
      row,
      column,
      rowSpan,
      colSpan,
      box: inPixels(place),
    }),
  );
  return { table: { rows, columns: xs.length - 1, cells: own, box: inPixels(box) }, texts };
}

/**
 * Tables without ruling lines in a picture: its parts of lines are aligned to columns and rows as the characters of a PDF
 * are, scaled so that they have the usual size in points.
 */
export function alignParts(parts: readonly ReadPart[], { textHeight, page }: PageLayout): AlignedParts {
  if (parts.length === 0) return { tables: [], lines: [] };
  const scale = LETTER / textHeight;
  const partOf = new Map(parts.map((part) => [toGlyph(part, textHeight), part]));
  const lines = glyphsToLines([...partOf.keys()]);
  const { tables, rest } = findAlignedTables(lines, { page: 1, width: page.width * scale });
  return {
    tables: tables.map((table) => toPicture(table, partOf, scale)),
    lines: rest.map(({ glyphs }) => glyphs.map((glyph) => partOf.get(glyph) as ReadPart)),
  };
}
