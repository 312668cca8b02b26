import { type AlignedTable, findAlignedTables } from '../layout/aligned-tables.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import type { Piece } from '../layout/piece.ts';
import { piecesToLines } from '../layout/text-lines.ts';
import type { ReadText } from './ctc-decode.ts';
import type { PageLayout } from './page-layout.ts';
import type { PixelBox } from './raster.ts';
import { joinLines } from './read-layout.ts';
import { type PictureCell, type PictureTable, toPixels } from './table-cells.ts';

/** A part of a line outside of ruled tables, and what was read in it. */
export interface ReadPart {
  readonly box: PixelBox;
  readonly reading: ReadText;
}

interface AlignedParts {
  /** Tables without ruling lines, and the texts of their cells, cell by cell. */
  readonly tables: readonly { readonly table: PictureTable; readonly texts: readonly ReadText[] }[];
  /** Everything else: lines from top to bottom, each in parts from left to right. */
  readonly lines: readonly (readonly ReadPart[])[];
}

/** Characters half of whose square is paper, after or before their ink, and how much of it that is. */
const [OPENING, CLOSING, HALF] = [/^[（《“〔【]/, /[，。、；：！？）》”〕】]$/, 0.5];
/** A part this many characters high is of larger letters. */
const LARGER = 1.3;

/** A part as a piece of text; its ink does not show the paper of its punctuation. */
function toPiece({ box, reading: { text } }: ReadPart, textHeight: number): Piece {
  const [high, middle] = [box.y1 - box.y0, (box.y0 + box.y1) / 2];
  const size = high > textHeight * LARGER ? high : textHeight;
  const before = OPENING.test(text) ? size * HALF : 0;
  const behind = CLOSING.test(text) ? size * HALF : 0;
  return {
    text,
    box: [box.x0 - before, middle - size / 2, box.x1 + behind, middle + size / 2],
    base: middle + size / 2,
    size,
    turn: 0,
  };
}

/** The table of a picture, its cells with what was read in them. */
function toPicture({ cells, rows, xs, box }: AlignedTable, parts: ReadonlyMap<Piece, ReadPart>) {
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
      box: toPixels(place),
    }),
  );
  return { table: { rows, columns: xs.length - 1, cells: own, box: toPixels(box) }, texts };
}

/**
 * Tables without ruling lines in a picture: its parts of lines are aligned to columns and rows as the characters of a PDF
 * are.
 */
export function alignParts(
  parts: readonly ReadPart[],
  { textHeight, page }: PageLayout,
  labels: LabelOracle,
): AlignedParts {
  if (parts.length === 0) return { tables: [], lines: [] };
  const partOf = new Map(parts.map((part) => [toPiece(part, textHeight), part]));
  const lines = piecesToLines([...partOf.keys()]);
  const { tables, rest } = findAlignedTables(lines, { page: 1, width: page.width, em: textHeight }, labels);
  return {
    tables: tables.map((table) => toPicture(table, partOf)),
    lines: rest.map(({ pieces }) => pieces.map((piece) => partOf.get(piece) as ReadPart)),
  };
}
