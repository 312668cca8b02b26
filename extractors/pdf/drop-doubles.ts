import type { Glyph } from './page-content.ts';

/** The same character drawn again this near (in ems) is a way to print bold or a shadow, and stands for one character. */
const NEAR = 0.12;
/** Squares of the page in which characters are looked up, one behind the other in rows of so many. */
const SQUARES = 4096;

/** Leaves out characters that were drawn twice over each other. */
export function dropDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>();
  return glyphs.filter((glyph) => {
    const { text, size } = glyph;
    const [x, y] = glyph.box;
    const reach = NEAR * size;

    let squares = seen.get(text);
    if (!squares) {
      squares = new Map();
      seen.set(text, squares);
    }
    // A double stands in the same square, or across its border where the character is near to that.
    for (let row = Math.floor((y - reach) / size); row <= Math.floor((y + reach) / size); row += 1) {
      for (let column = Math.floor((x - reach) / size); column <= Math.floor((x + reach) / size); column += 1) {
        const near = squares.get(row * SQUARES + column);
        if (near?.some(({ box }) => Math.abs(box[0] - x) <= reach && Math.abs(box[1] - y) <= reach)) return false;
      }
    }
    const square = Math.floor(y / size) * SQUARES + Math.floor(x / size);
    const own = squares.get(square);
    if (own) own.push(glyph);
    else squares.set(square, [glyph]);
    return true;
  });
}
