import type { Piece } from '../../../extractors/layout/piece.ts';
import type { RulingLine } from '../../../extractors/layout/ruling-line.ts';
import type { PageContent } from '../../../extractors/pdf/page-content.ts';

/** Small pages made by hand: every character is as wide as its size if Chinese, half of that otherwise. */

const isWide = (char: string): boolean => /[\u2e80-\uffef]/.test(char);

/** The characters of a text that begins at x and stands on the line at `base`. Spaces leave a gap and a mark. */
export function piecesOf(text: string, x: number, base: number, size = 10): Piece[] {
  const glyphs: Piece[] = [];
  let at = x;
  let spaced = false;
  for (const char of text) {
    const width = isWide(char) ? size : size / 2;
    if (char.trim() !== '') {
      const box = [at, base - 0.88 * size, at + width, base + 0.12 * size] as const;
      glyphs.push({ text: char, box, base, size, turn: 0, ...(spaced ? { spaced: true } : {}) });
    }
    spaced = char.trim() === '';
    at += width;
  }
  return glyphs;
}

export const vertical = (at: number, from: number, to: number): RulingLine => ({ vertical: true, at, from, to });
export const horizontal = (at: number, from: number, to: number): RulingLine => ({ vertical: false, at, from, to });

/** Every line of a lattice, from end to end. */
export const lattice = (xs: readonly number[], ys: readonly number[]): RulingLine[] => [
  ...xs.map((x) => vertical(x, Math.min(...ys), Math.max(...ys))),
  ...ys.map((y) => horizontal(y, Math.min(...xs), Math.max(...xs))),
];

/** A page of 600 by 800 points that shows only what is given. */
export const pageOf = (more: Partial<PageContent>): PageContent => ({
  page: 1,
  width: 600,
  height: 800,
  glyphs: [],
  unseen: [],
  marks: [],
  rules: [],
  images: [],
  hidden: 0,
  outside: 0,
  sizeless: 0,
  shapes: 0,
  toPage: [1, 0, 0, 1, 0, 0],
  ...more,
});
