import { contains } from './geometry.ts';
import type { Glyph } from './page-content.ts';
import { cellFinder, type Frame, frameBox } from './ruled-cells.ts';
import { areOneNumber, isRightBehind } from './tied-digits.ts';

/** The characters in each cell of a frame, by the cell's index, in drawing order. */
export type Inside = ReadonlyMap<number, readonly Glyph[]>;

/** Height in points of the bands of a page in which characters are looked up. */
const BAND = 12;
/** Characters that reach into more bands are looked at for every frame: none that is read is so large. */
const MOST_BANDS = 50;

/** Punctuation that hangs over the end of its line. */
const HANGING = /^[、。，；：！？）》”’】〕,.;:!?)\]]$/;

/** Whether a character can't stand in another cell than the one drawn before it, whatever line lies between. */
const isTied = (before: Glyph, glyph: Glyph): boolean =>
  areOneNumber(before, glyph) || (HANGING.test(glyph.text) && isRightBehind(before, glyph));

const bandOf = (y: number): number => Math.floor(y / BAND);

/** The characters of a page that stand in no table yet. */
export class FreeGlyphs {
  readonly #glyphs: readonly Glyph[];
  readonly #places: ReadonlyMap<Glyph, number>;
  readonly #taken: Uint8Array;
  /** The free characters before and behind each in drawing order. */
  readonly #before: Int32Array;
  readonly #behind: Int32Array;
  /** The characters that reach into each band. */
  readonly #bands = new Map<number, number[]>();
  readonly #large: number[] = [];

  constructor(glyphs: readonly Glyph[]) {
    this.#glyphs = glyphs;
    this.#places = new Map(glyphs.map((glyph, place) => [glyph, place]));
    this.#taken = new Uint8Array(glyphs.length);
    this.#before = Int32Array.from(glyphs, (_, place) => place - 1);
    this.#behind = Int32Array.from(glyphs, (_, place) => (place + 1 < glyphs.length ? place + 1 : -1));
    glyphs.forEach(({ box }, place) => {
      const [first, last] = [bandOf(box[1]), bandOf(box[3])];
      if (last - first > MOST_BANDS) this.#large.push(place);
      else
        for (let band = first; band <= last; band += 1) {
          const own = this.#bands.get(band);
          if (own) own.push(place);
          else this.#bands.set(band, [place]);
        }
    });
  }

  /** Divides free characters among the cells of a frame by their centres; a number that runs over a line stays whole. */
  inside(frame: Frame): Inside {
    const inside = new Map<number, Glyph[]>();
    const cells = new Map<number, number>();
    const cellAt = cellFinder(frame);
    const around = frameBox(frame);
    const standsIn = ({ box: [x0, y0, x1, y1] }: Glyph): number => {
      // A page break may set a line of text half over the border of its cell.
      const overlaps = y1 > around[1] && y0 < around[3];
      const x = (x0 + x1) / 2;
      const y = overlaps ? Math.min(around[3] - 1, Math.max(around[1] + 1, (y0 + y1) / 2)) : (y0 + y1) / 2;
      return contains(around, x, y) ? cellAt(x, y) : -1;
    };
    const put = (place: number, cell: number): void => {
      const glyph = this.#glyphs[place] as Glyph;
      cells.set(place, cell);
      const own = inside.get(cell);
      if (own) own.push(glyph);
      else inside.set(cell, [glyph]);
    };
    /** The cell of the character drawn before, where this one is tied to it. */
    const tiedTo = (place: number): number => {
      const before = this.#before[place] ?? -1;
      const cell = cells.get(before) ?? -1;
      return cell !== -1 && isTied(this.#glyphs[before] as Glyph, this.#glyphs[place] as Glyph) ? cell : -1;
    };
    for (const place of this.#near(around[1], around[3])) {
      if (cells.has(place)) continue;
      const tied = tiedTo(place);
      const cell = tied === -1 ? standsIn(this.#glyphs[place] as Glyph) : tied;
      if (cell === -1) continue;
      put(place, cell);
      let next = this.#behind[place] ?? -1;
      for (let own = next === -1 ? -1 : tiedTo(next); own !== -1; own = next === -1 ? -1 : tiedTo(next)) {
        put(next, own);
        next = this.#behind[next] ?? -1;
      }
    }
    return inside;
  }

  /** The free characters between two heights, in drawing order. */
  #near(top: number, bottom: number): number[] {
    const places = new Set(this.#large);
    const [first, last] = [bandOf(top), bandOf(bottom)];
    for (const [band, own] of this.#bandsBetween(first, last)) {
      if (band >= first && band <= last) for (const place of own) places.add(place);
    }
    return [...places].filter((place) => this.#taken[place] === 0).sort((a, b) => a - b);
  }

  /** The bands from one to another; all of them where that is quicker. */
  #bandsBetween(first: number, last: number): Iterable<readonly [number, readonly number[]]> {
    if (last - first >= this.#bands.size) return this.#bands;
    return Array.from({ length: last - first + 1 }, (_, i) => [first + i, this.#bands.get(first + i) ?? []] as const);
  }

  /** Makes the characters those of a table. */
  take(inside: Inside): void {
    for (const glyphs of inside.values()) {
      for (const glyph of glyphs) {
        const place = this.#places.get(glyph) as number;
        const [before, behind] = [this.#before[place] as number, this.#behind[place] as number];
        this.#taken[place] = 1;
        if (before !== -1) this.#behind[before] = behind;
        if (behind !== -1) this.#before[behind] = before;
      }
    }
  }

  rest(): Glyph[] {
    return this.#glyphs.filter((_, place) => this.#taken[place] === 0);
  }
}
