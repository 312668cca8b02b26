import { isDigit } from '../../layout/one-number.ts';
import type { Glyph } from '../page-content.ts';
import type { Mark } from './mark.ts';

/** Characters nearer than this (ems, and parts of the narrower one) along a line are drawn over one another. */
const OVER = 0.3;
const OVER_WIDTH = 0.6;
/** Lines nearer than this (ems) are one line. */
const LEVEL = 0.45;
/** Letters larger or smaller than this stand in another layer: watermarks, note marks. */
const LARGER = 2;
/** Points of the squares of the page in which neighbours are looked up. */
const SQUARE = 8;

/** What a font gives that does not say which characters it shows. */
const MEANINGLESS = /^[\p{C}\ufffd]+$/u;

const middle = ({ box }: Glyph): number => (box[0] + box[2]) / 2;

/** Digits over which another character is drawn. */
function overlapping(glyphs: readonly Glyph[]): Glyph[] {
  const squares = new Map<number, Glyph[]>();
  const keyOf = (x: number, y: number): number => Math.floor(y / SQUARE) * 65_536 + Math.floor(x / SQUARE);
  const found: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.turn === null) continue;
    const { box, size } = glyph;
    const [x, width] = [middle(glyph), box[2] - box[0]];
    let over = false;
    for (const dy of [-SQUARE, 0, SQUARE]) {
      for (const dx of [-SQUARE, 0, SQUARE]) {
        for (const other of squares.get(keyOf(x + dx, glyph.base + dy)) ?? []) {
          if (!isDigit(glyph) && !isDigit(other)) continue;
          const least = Math.min(size, other.size);
          if (Math.max(size, other.size) > LARGER * least || other.turn !== glyph.turn) continue;
          const reach = Math.min(OVER * least, OVER_WIDTH * Math.min(width, other.box[2] - other.box[0]));
          if (Math.abs(middle(other) - x) >= reach || Math.abs(other.base - glyph.base) >= LEVEL * least) continue;
          over = true;
          found.push(other);
        }
      }
    }
    if (over) found.push(glyph);
    const own = squares.get(keyOf(x, glyph.base));
    if (own) own.push(glyph);
    else squares.set(keyOf(x, glyph.base), [glyph]);
  }
  return found;
}

/** What is unclear about characters by how they stand. */
export function unclearGlyphs(glyphs: readonly Glyph[]): Mark[] {
  const as = 'text' as const;
  return glyphs.flatMap((glyph): Mark[] => {
    if (MEANINGLESS.test(glyph.text)) return [{ what: 'unmapped', box: glyph.box, as }];
    if (!isDigit(glyph)) return [];
    if (glyph.turn !== 0) return [{ what: 'turned', box: glyph.box, as }];
    return glyph.ink?.mirrored ? [{ what: 'mirrored', box: glyph.box, as }] : [];
  });
}

/** Characters that are drawn over one another, of those that are left when doubles are taken out. */
export const overlappingGlyphs = (glyphs: readonly Glyph[]): Mark[] =>
  overlapping(glyphs).map(({ box }) => ({ what: 'overlapping', box, as: 'text' }));
