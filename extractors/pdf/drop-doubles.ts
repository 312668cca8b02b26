import type { Glyph } from './page-content.ts';

/** The same character drawn again this near (in ems) is a way to print bold or a shadow, and stands for one character. */
const NEAR = 0.12;
/** Squares of the page in which characters are looked up, one behind the other in rows of so many. */
const SQUARES = 4096;

/** The squares that a place and its surroundings lie in: two at the most, for a reach of less than half a square. */
function squaresAt(place: number, reach: number, size: number): number[] {
  const first = Math.floor((place - reach) / size);
  const last = Math.floor((place + reach) / size);
  return first === last ? [first] : [first, last];
}

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
    for (const row of squaresAt(y, reach, size)) {
      for (const column of squaresAt(x, reach, size)) {
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
