import type { Box } from './box.ts';

/** A piece of text with its place: a character that a PDF draws, or a part of a line that was recognised in a picture. */
export interface Piece {
  /** A character of a PDF may stand for several (a ligature). */
  readonly text: string;
  readonly box: Box;
  /** The line it stands on. */
  readonly base: number;
  /** Height of its letters, in the units of the box. */
  readonly size: number;
  /** White space is drawn before it. */
  readonly spaced?: true;
  /** A digit of the same number, right beside it, can't be seen. */
  readonly cut?: true;
  /** Quarter turns, clockwise; 0 is upright. Null for text that stands askew (a watermark). */
  readonly turn: 0 | 1 | 2 | 3 | null;
}
