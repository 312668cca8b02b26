import { type Box, contains } from '../../layout/box.ts';
import type { PathPart } from '../path-rules.ts';
import type { Paint } from './colour.ts';

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
