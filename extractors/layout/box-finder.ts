import type { Box } from './box.ts';

/** Height in points of the bands of a page in which things are looked up. */
const BAND = 24;
/** What stands over more bands is looked at for every place. */
const MOST_BANDS = 60;

interface Boxed {
  readonly box: Box;
}

/** Finds what stands at a place of a page without a look at all of it. */
export class BoxFinder<T extends Boxed> {
  readonly #bands = new Map<number, number[]>();
  readonly #tall: number[] = [];
  readonly #things: readonly T[];

  constructor(things: readonly T[]) {
    this.#things = things;
    for (const [index, { box }] of things.entries()) {
      const [first, last] = [Math.floor(box[1] / BAND), Math.floor(box[3] / BAND)];
      if (!(last - first <= MOST_BANDS)) this.#tall.push(index);
      else
        for (let band = first; band <= last; band += 1) {
          const own = this.#bands.get(band);
          if (own) own.push(index);
          else this.#bands.set(band, [index]);
        }
    }
  }

  /** Those that a box touches, borders included, in the order in which they were given. */
  touching([x0, y0, x1, y1]: Box): readonly T[] {
    if (this.#things.length === 0) return NONE;
    const found = new Set<number>();
    const add = (some: readonly number[] | undefined): void => {
      for (const index of some ?? NONE) {
        const { box } = this.#things[index] as T;
        if (box[0] <= x1 && box[2] >= x0 && box[1] <= y1 && box[3] >= y0) found.add(index);
      }
    };
    add(this.#tall);
    const [first, last] = [Math.floor(y0 / BAND), Math.floor(y1 / BAND)];
    // A box over more bands than there are asks each of them once.
    if (!(last - first < this.#bands.size)) for (const band of this.#bands.values()) add(band);
    else for (let band = first; band <= last; band += 1) add(this.#bands.get(band));
    return [...found].sort((a, b) => a - b).map((index) => this.#things[index] as T);
  }
}
const NONE: readonly never[] = [];
