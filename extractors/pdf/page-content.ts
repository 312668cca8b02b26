import type { Box } from '../layout/box.ts';
import type { Piece } from '../layout/piece.ts';
import type { RulingLine } from '../layout/ruling-line.ts';
import type { Ink } from './appearance/ink.ts';
import type { Mark } from './appearance/mark.ts';
import type { Matrix } from './matrix.ts';

/** One drawn character. All lengths are points; the page is turned so that most of its text reads from left to right. */
export interface Glyph extends Piece {
  /** How it is painted; none for what a field holds. */
  readonly ink?: Ink;
}

export interface DrawnImage {
  readonly box: Box;
  /** Pixels of the picture per point of the page, the finer of both directions. */
  readonly density: number;
}

/** What a page shows, in drawing order. */
export interface PageContent {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Characters that nobody sees for their colour, their size or what is painted over them. */
  readonly unseen: readonly Glyph[];
  /** What may make a person read another number than the characters say. */
  readonly marks: readonly Mark[];
  readonly rules: readonly RulingLine[];
  readonly images: readonly DrawnImage[];
  /** Characters in the file that nobody sees: drawn invisibly, or covered by a picture. */
  readonly hidden: number;
  /** Characters beyond the edges of the page, which are not in `glyphs`. */
  readonly outside: number;
  /** Characters drawn so small or so far out of proportion that nobody sees them, which are not in `glyphs`. */
  readonly sizeless: number;
  /** Shapes other than rules: text turned into outlines, drawings. */
  readonly shapes: number;
  /** From these coordinates to those of the page as it is shown, for locators. */
  readonly toPage: Matrix;
}
