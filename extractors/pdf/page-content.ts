import type { Box, Matrix } from './geometry.ts';

/** One drawn character. All lengths are points; the page is turned so that most of its text reads from left to right. */
export interface Glyph {
  /** What the font says the character is; now and then several characters (a ligature). */
  readonly text: string;
  readonly box: Box;
  /** The line the character stands on. */
  readonly base: number;
  readonly size: number;
  /** White space is drawn before it. */
  readonly spaced?: true;
  /** A digit of the same number, right beside it, can't be seen. */
  readonly cut?: true;
  /** Quarter turns of the character, clockwise; 0 is upright. Null for text that stands askew (a watermark). */
  readonly turn: 0 | 1 | 2 | 3 | null;
}

/** A straight line along an axis that was drawn on the page: a stroke, or the long side of a thin filled shape. */
export interface Rule {
  readonly vertical: boolean;
  /** x of a vertical rule, y of a horizontal one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
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
  readonly rules: readonly Rule[];
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
