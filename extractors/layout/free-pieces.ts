import { contains } from './box.ts';
import { inEms } from './em.ts';
import { cellFinder, type Frame, frameBox } from './frame.ts';
import { areOneNumber, isHanging, isRightBehind } from './one-number.ts';
import type { Piece } from './piece.ts';

/** The characters in each cell of a frame, by the cell's index, in drawing order. */
type Inside = ReadonlyMap<number, readonly Piece[]>;

/** Height in ems of the bands of a page in which pieces are looked up. */
const BAND = inEms(12);
/** A piece that stands half over the border of its frame is taken for this far (in ems) inside. */
const INSIDE = inEms(1);
/** Characters that reach into more bands are looked at for every frame: none that is read is so large. */
const MOST_BANDS = 50;

/** Whether a character can't stand in another cell than the one drawn before it, whatever line lies between. */
const isTied = (before: Piece, piece: Piece): boolean =>
  areOneNumber(before, piece) || (isHanging(piece.text) && isRightBehind(before, piece));

/** The characters of a page that stand in no table yet. */
export class FreePieces {
  readonly #pieces: readonly Piece[];
  readonly #places: ReadonlyMap<Piece, number>;
  readonly #taken: Uint8Array;
  /** The free characters before and behind each in drawing order. */
  readonly #before: Int32Array;
  readonly #behind: Int32Array;
  /** The characters that reach into each band. */
  readonly #bands = new Map<number, number[]>();
  readonly #large: number[] = [];

  readonly #em: number;

  constructor(pieces: readonly Piece[], em: number) {
    this.#em = em;
    this.#pieces = pieces;
    this.#places = new Map(pieces.map((piece, place) => [piece, place]));
    this.#taken = new Uint8Array(pieces.length);
    this.#before = Int32Array.from(pieces, (_, place) => place - 1);
    this.#behind = Int32Array.from(pieces, (_, place) => (place + 1 < pieces.length ? place + 1 : -1));
    pieces.forEach(({ box }, place) => {
      const [first, last] = [this.#bandOf(box[1]), this.#bandOf(box[3])];
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
    const inside = new Map<number, Piece[]>();
    const cells = new Map<number, number>();
    const cellAt = cellFinder(frame);
    const around = frameBox(frame);
    const margin = INSIDE * this.#em;
    const standsIn = ({ box: [x0, y0, x1, y1] }: Piece): number => {
      // A page break may set a line of text half over the border of its cell.
      const overlaps = y1 > around[1] && y0 < around[3];
      const x = (x0 + x1) / 2;
      const y = overlaps ? Math.min(around[3] - margin, Math.max(around[1] + margin, (y0 + y1) / 2)) : (y0 + y1) / 2;
      return contains(around, x, y) ? cellAt(x, y) : -1;
    };
    const put = (place: number, cell: number): void => {
      const piece = this.#pieces[place] as Piece;
      cells.set(place, cell);
      const own = inside.get(cell);
      if (own) own.push(piece);
      else inside.set(cell, [piece]);
    };
    /** The cell of the character drawn before, where this one is tied to it. */
    const tiedTo = (place: number): number => {
      const before = this.#before[place] ?? -1;
      const cell = cells.get(before) ?? -1;
      return cell !== -1 && isTied(this.#pieces[before] as Piece, this.#pieces[place] as Piece) ? cell : -1;
    };
    for (const place of this.#near(around[1], around[3])) {
      if (cells.has(place)) continue;
      const tied = tiedTo(place);
      const cell = tied === -1 ? standsIn(this.#pieces[place] as Piece) : tied;
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

  #bandOf(y: number): number {
    return Math.floor(y / (BAND * this.#em));
  }

  /** The free characters between two heights, in drawing order. */
  #near(top: number, bottom: number): number[] {
    const places = new Set(this.#large);
    const [first, last] = [this.#bandOf(top), this.#bandOf(bottom)];
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
    for (const pieces of inside.values()) {
      for (const piece of pieces) {
        const place = this.#places.get(piece) as number;
        const [before, behind] = [this.#before[place] as number, this.#behind[place] as number];
        this.#taken[place] = 1;
        if (before !== -1) this.#behind[before] = behind;
        if (behind !== -1) this.#before[behind] = before;
      }
    }
  }

  rest(): Piece[] {
    return this.#pieces.filter((_, place) => this.#taken[place] === 0);
  }
}
