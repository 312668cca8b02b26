import { type Box, hull } from '../layout/box.ts';
import type { RulingLine } from '../layout/ruling-line.ts';
import { type Matrix, mapX, mapY } from './matrix.ts';

/** A filled shape this thin is a line. Thick table frames are 3 points wide. */
const THIN = 3.5;
/** Such a shape is a line only if it is this many times as long as it is thick; corners of borders are little squares. */
const SLENDER = 2;
/** A stroke leaning by no more than this is upright or level. */
const LEAN = 0.5;
/** Shorter strokes are parts of letters or of dots. */
const SHORTEST = 2;

/** How pdf.js packs a path: an operation, then its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const CLOSE = 3;

type Point = readonly [number, number];

export interface PathPart {
  readonly points: readonly Point[];
  /** It is more than straight lines. */
  readonly curved: boolean;
}

/** Unpacks a path into its parts. A closed part ends where it began. */
export function readPath(data: ArrayLike<number>, matrix: Matrix): PathPart[] {
  const parts: { points: Point[]; curved: boolean }[] = [];
  let part: { points: Point[]; curved: boolean } = { points: [], curved: false };
  const point = (i: number): Point => {
    const x = data[i] ?? 0;
    const y = data[i + 1] ?? 0;
    return [mapX(matrix, x, y), mapY(matrix, x, y)];
  };
  for (let i = 0; i < data.length; ) {
    const operation = data[i];
    if (operation === MOVE) {
      part = { points: [point(i + 1)], curved: false };
      parts.push(part);
      i += 3;
    } else if (operation === LINE) {
      part.points.push(point(i + 1));
      i += 3;
    } else if (operation === CURVE) {
      part.points.push(point(i + 5));
      part.curved = true;
      i += 7;
    } else if (operation === CLOSE) {
      const [first] = part.points;
      if (first) part.points.push(first);
      i += 1;
    } else {
      break;
    }
  }
  return parts;
}

/** A rule along the longer side of a thin box; null for a box that is no line. */
export function boxToRule([x0, y0, x1, y1]: Box): RulingLine | null {
  const width = x1 - x0;
  const height = y1 - y0;
  if (width <= THIN && height >= Math.max(SHORTEST, SLENDER * width)) {
    return { vertical: true, at: (x0 + x1) / 2, from: y0, to: y1 };
  }
  if (height <= THIN && width >= Math.max(SHORTEST, SLENDER * height)) {
    return { vertical: false, at: (y0 + y1) / 2, from: x0, to: x1 };
  }
  return null;
}

function segmentToRule([ax, ay]: Point, [bx, by]: Point): RulingLine | null {
  const dx = Math.abs(bx - ax);
  const dy = Math.abs(by - ay);
  if (dx <= LEAN && dy >= SHORTEST) {
    return { vertical: true, at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) };
  }
  if (dy <= LEAN && dx >= SHORTEST) {
    return { vertical: false, at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) };
  }
  return null;
}

/** Whether a part is a box along the axes. */
export function isUprightBox({ points, curved }: PathPart): boolean {
  if (curved || points.length < 4 || points.length > 6) return false;
  const [x0, y0, x1, y1] = partBox(points);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= LEAN;
  return points.every(
    ([x, y], i) =>
      (near(x, x0) || near(x, x1)) &&
      (near(y, y0) || near(y, y1)) &&
      (i === 0 || near(x, (points[i - 1] as Point)[0]) || near(y, (points[i - 1] as Point)[1])),
  );
}

/** The box around the corners of a part. */
export const partBox = (points: readonly Point[]): Box => hull(points.map(([x, y]) => [x, y, x, y]));

/** The rules that stroking a path draws: each of its straight sides along an axis. A stroked rectangle gives four. */
export function strokedRules(parts: readonly PathPart[]): RulingLine[] {
  return parts.flatMap(({ points, curved }) => {
    if (curved) return [];
    const rules: RulingLine[] = [];
    for (let i = 0; i + 1 < points.length; i += 1) {
      const rule = segmentToRule(points[i] as Point, points[i + 1] as Point);
      if (rule) rules.push(rule);
    }
    return rules;
  });
}

/** The rules that filling a path draws: its thin parts. */
export function filledRules(parts: readonly PathPart[]): RulingLine[] {
  return parts.flatMap(({ points, curved }) => {
    const rule = curved ? null : boxToRule(partBox(points));
    return rule ? [rule] : [];
  });
}
