import type { Glyph } from './page-content.ts';

/** The same character drawn again this near (in ems) is a way to print bold or a shadow, and stands for one character. */
const NEAR = 0.12;
/** Drawn again in a stronger colour this near (in ems), it is the text, and the paler one its shadow. */
const SHADOW = 0.26;
/** Squares of the page in which characters are looked up, one behind the other in rows of so many. */
const SQUARES = 4096;

/** The squares that a place and its surroundings lie in: two at the most, for a reach of less than half a square. */
function squaresAt(place: number, reach: number, size: number): number[] {
  const first = Math.floor((place - reach) / size);
  const last = Math.floor((place + reach) / size);
  return first === last ? [first] : [first, last];
}

/** How dark the ink of a character is, from 0 to 1; unknown ink is taken for black. */
function darkness({ ink }: Glyph): number {
  const paint = ink?.paints[0];
  if (!paint?.colour) return 1;
  const [r, g, b] = paint.colour;
  return (1 - (r + g + b) / 3) * paint.alpha;
}

/** The characters in drawing order, but the darkest first, so that shadows come behind what casts them. */
function darkestFirst(glyphs: readonly Glyph[]): readonly Glyph[] {
  const inks = new Set(glyphs.map(darkness));
  return inks.size > 1 ? glyphs.toSorted((a, b) => darkness(b) - darkness(a)) : glyphs;
}

/** Leaves out characters that were drawn twice over each other. */
export function dropDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>();
  const kept = new Set<Glyph>();
  for (const glyph of darkestFirst(glyphs)) {
    const { text, size } = glyph;
    const [x, y] = glyph.box;
    const reach = SHADOW * size;

    let squares = seen.get(text);
    if (!squares) {
      squares = new Map();
      seen.set(text, squares);
    }
    const dark = darkness(glyph);
    const isDoubleOf = (other: Glyph): boolean => {
      const { box } = other;
      const near = (dark < darkness(other) ? SHADOW : NEAR) * size;
      return Math.abs(box[0] - x) <= near && Math.abs(box[1] - y) <= near;
    };
    let isDouble = false;
    // A double stands in the same square, or across its border where the character is near to that.
    for (const row of squaresAt(y, reach, size)) {
      for (const column of squaresAt(x, reach, size)) {
        const near = squares.get(row * SQUARES + column);
        isDouble ||= near?.some((other) => isDoubleOf(other)) ?? false;
      }
    }
    if (isDouble) continue;
    kept.add(glyph);
    const square = Math.floor(y / size) * SQUARES + Math.floor(x / size);
    const own = squares.get(square);
    if (own) own.push(glyph);
    else squares.set(square, [glyph]);
  }
  return glyphs.filter((glyph) => kept.has(glyph));
}
