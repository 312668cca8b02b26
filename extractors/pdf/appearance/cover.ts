import { type Box, contains } from '../../layout/box.ts';
import type { PathPart } from '../path-rules.ts';
import type { Paint } from './colour.ts';

/** Height in points of the bands of a page in which covers are looked up. */
const BAND = 24;
/** A cover over more bands is looked at for every place. */
const MOST_BANDS = 60;

/** Something painted over a part of the page: a filled shape, a picture, a shading. */
export interface Cover {
  readonly box: Box;
  /** The outline; null where it is the box. */
  readonly parts: readonly PathPart[] | null;
  readonly evenOdd: boolean;
  readonly paint: Paint;
  readonly order: number;
}

/** Whether a point lies inside an outline: ISO 32000-1, 8.5.3.3. Curves are taken for the polygons of their points. */
export function isInside(parts: readonly PathPart[], evenOdd: boolean, x: number, y: number): boolean {
  let winding = 0;
  let crossings = 0;
  for (const { points } of parts) {
    for (let i = 0; i < points.length; i += 1) {
      const [ax, ay] = points[i] as readonly [number, number];
      const [bx, by] = points[(i + 1) % points.length] as readonly [number, number];
      if (ay <= y === by <= y) continue;
      if (ax + ((y - ay) / (by - ay)) * (bx - ax) <= x) continue;
      crossings += 1;
      winding += by > ay ? 1 : -1;
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0;
}

export const covers = ({ box, parts, evenOdd }: Cover, x: number, y: number): boolean =>
  contains(box, x, y) && (parts === null || isInside(parts, evenOdd, x, y));

/** Finds the covers that a box touches, in the order in which they were painted. */
export class CoverFinder {
  readonly #bands = new Map<number, Cover[]>();
  readonly #tall: Cover[] = [];
  readonly #any: boolean;

  constructor(covers: readonly Cover[]) {
    this.#any = covers.length > 0;
    for (const cover of covers) {
      const [first, last] = [Math.floor(cover.box[1] / BAND), Math.floor(cover.box[3] / BAND)];
      if (!(last - first <= MOST_BANDS)) this.#tall.push(cover);
      else
        for (let band = first; band <= last; band += 1) {
          const own = this.#bands.get(band);
          if (own) own.push(cover);
          else this.#bands.set(band, [cover]);
        }
    }
  }

  touching([x0, y0, x1, y1]: Box): readonly Cover[] {
    if (!this.#any) return NONE;
    const found = new Set<Cover>();
    const add = (some: readonly Cover[] | undefined): void => {
      for (const cover of some ?? NONE) {
        const { box } = cover;
        if (box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0) found.add(cover);
      }
    };
    add(this.#tall);
    const [first, last] = [Math.floor(y0 / BAND), Math.floor(y1 / BAND)];
    for (let band = first; band <= Math.min(last, first + MOST_BANDS); band += 1) add(this.#bands.get(band));
    if (found.size <= 1) return [...found];
    return [...found].sort((a, b) => a.order - b.order);
  }
}
const NONE: readonly Cover[] = [];
