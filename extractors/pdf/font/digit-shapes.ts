import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hull } from '../../layout/box.ts';
import { type PathPart, partBox } from '../path-rules.ts';
import { TrueType } from './true-type.ts';

/** Digits are looked at on a raster so wide and high, which they fill. */
const ACROSS = 20;
const DOWN = 28;
/** A shape narrower than this part of its height fills the middle of the raster: a plain 1. */
const NARROWEST = 0.45;
/** Strokes that fill less of the raster are too thin for it. */
const LEAST_INK = 0.17;
/** Holes in each digit. */
const HOLES = [1, 0, 0, 0, 1, 0, 1, 0, 2, 1];
/** A shape with the holes of other digits is one of these where it is so much like it, */
const ENOUGH_LIKE = 0.4;
/** and of digits with as many holes the one that it is so much more like. */
const MORE_LIKE = 0.15;

type Raster = Float64Array;
type Point = readonly [number, number];

/** Where a shape has ink, less its mean and scaled to length one; null for one without a size. */
function rasterOf(outline: readonly PathPart[]): Raster | null {
  const [x0, y0, x1, y1] = hull(outline.map(({ points }) => partBox(points)));
  const [width, height] = [x1 - x0, y1 - y0];
  if (!(width > 0 && height > 0 && Number.isFinite(width + height))) return null;
  const across = Math.max(NARROWEST * height, width);
  const left = (x0 + x1) / 2 - across / 2;
  const raster = new Float64Array(ACROSS * DOWN);
  for (let row = 0; row < DOWN; row += 1) {
    const y = y0 + ((row + 0.5) / DOWN) * height;
    const crossings = crossingsAt(outline, y);
    let winding = 0;
    let next = 0;
    for (let column = 0; column < ACROSS; column += 1) {
      const x = left + ((column + 0.5) / ACROSS) * across;
      while (next < crossings.length && (crossings[next] as Crossing)[0] <= x) {
        winding += (crossings[next] as Crossing)[1];
        next += 1;
      }
      if (winding !== 0) raster[row * ACROSS + column] = 1;
    }
  }
  let mean = 0;
  for (const value of raster) mean += value / raster.length;
  if (mean < LEAST_INK) return null;
  let square = 0;
  for (const value of raster) square += (value - mean) ** 2;
  return square === 0 ? null : raster.map((value) => (value - mean) / Math.sqrt(square));
}

/** Where an outline crosses a level, and in which direction. */
type Crossing = readonly [x: number, direction: 1 | -1];

function crossingsAt(outline: readonly PathPart[], y: number): Crossing[] {
  const found: Crossing[] = [];
  for (const { points } of outline) {
    for (let i = 0; i + 1 < points.length; i += 1) {
      const from = points[i] as Point;
      const to = points[i + 1] as Point;
      if (from[1] <= y === to[1] <= y) continue;
      const x = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
      found.push([x, to[1] > from[1] ? 1 : -1]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** How many parts of the ground the ink closes in. Outlines may overlap themselves, so that their number does not tell. */
function holesIn(raster: Raster): number {
  const wide = ACROSS + 2;
  const taken = new Uint8Array(wide * (DOWN + 2));
  for (let row = 0; row < DOWN; row += 1) {
    for (let column = 0; column < ACROSS; column += 1) {
      if ((raster[row * ACROSS + column] as number) > 0) taken[(row + 1) * wide + column + 1] = 1;
    }
  }
  let parts = 0;
  for (let start = 0; start < taken.length; start += 1) {
    if (taken[start] !== 0) continue;
    parts += 1;
    const open = [start];
    taken[start] = 1;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const next of [place - wide, place + wide, place - 1, place + 1]) {
        if (taken[next] !== 0 || Math.abs((next % wide) - (place % wide)) > 1) continue;
        taken[next] = 1;
        open.push(next);
      }
    }
  }
  return parts - 1;
}

function alike(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

let known: readonly (Raster | null)[][] | undefined;

/** The digits of the fonts that pdf.js brings along for documents without their own. */
function references(): readonly (Raster | null)[][] {
  if (known) return known;
  const require = createRequire(import.meta.url);
  known = ['Regular', 'Bold'].map((style) => {
    const font = new TrueType(readFileSync(require.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`)));
    return [...'0123456789'].map((digit) => rasterOf(font.outlineOf(digit.charCodeAt(0)) ?? []));
  });
  return known;
}

/** How much like each digit a shape is, from -1 to 1. */
function likeness(raster: Raster): readonly number[] {
  const fonts = references();
  return Array.from({ length: 10 }, (_, digit) =>
    Math.max(
      ...fonts.map((font) => {
        const reference = font[digit];
        return reference ? alike(raster, reference) : -1;
      }),
    ),
  );
}

/**
 * Whether a shape is plainly that of another digit: by its holes, or by where its ink is. Tried on 30 fonts with and without
 * serifs, light to black, upright and slanted: no digit is taken for another.
 */
export function isOtherDigit(outline: readonly PathPart[], digit: number): boolean {
  const raster = rasterOf(outline);
  if (!raster) return false;
  const holes = holesIn(raster);
  // A zero may be struck through or dotted.
  if (digit === 0 && holes > 1) return false;
  const like = likeness(raster);
  const rivals = like.filter((_, other) => other !== digit && HOLES[other] === holes);
  const best = Math.max(-1, ...rivals);
  const more = HOLES[digit] === holes ? MORE_LIKE : -MORE_LIKE;
  return best >= ENOUGH_LIKE && best - (like[digit] as number) >= more;
}
