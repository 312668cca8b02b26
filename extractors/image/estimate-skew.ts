import type { Raster } from './raster.ts';

/** Degrees to either side that are looked at. */
const WIDEST = 4;
const COARSE_STEP = 0.25;
const FINE_STEP = 0.04;
/** Dark pixels that are enough to judge by. */
const MOST_POINTS = 60_000;

/** Coordinates of dark pixels, evenly thinned out. */
function darkPoints({ data, width, height }: Raster, threshold: number): Float32Array {
  let dark = 0;
  for (const level of data) if (level < threshold) dark += 1;
  const keepOne = Math.max(1, Math.ceil(dark / MOST_POINTS));
  const points = new Float32Array(Math.ceil(dark / keepOne) * 2);
  let [seen, at] = [0, 0];
  for (let index = 0; index < data.length; index += 1) {
    if ((data[index] as number) >= threshold) continue;
    if (seen % keepOne === 0) {
      points[at] = (index % width) - width / 2;
      points[at + 1] = Math.floor(index / width) - height / 2;
      at += 2;
    }
    seen += 1;
  }
  return points.subarray(0, at);
}

/** How sharply the points fall into rows when the page is turned back by so many degrees. */
function sharpness(points: Float32Array, rows: Uint32Array, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  rows.fill(0);
  const middle = rows.length / 2;
  for (let at = 0; at < points.length; at += 2) {
    const row = ((points[at + 1] as number) - (points[at] as number) * slope + middle) | 0;
    rows[row] = (rows[row] as number) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}

function bestBetween(points: Float32Array, rows: Uint32Array, from: number, to: number, step: number): number {
  let [best, angle] = [-1, 0];
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const score = sharpness(points, rows, degrees);
    if (score > best) [best, angle] = [score, degrees];
  }
  return angle;
}

/**
 * How many degrees a page lies askew, clockwise positive, up to 4 to either side: the angle at which lines of text and
 * ruling lines fall into the sharpest rows.
 */
export function estimateSkew(raster: Raster, threshold: number): number {
  const points = darkPoints(raster, threshold);
  if (points.length === 0) return 0;
  const rows = new Uint32Array(Math.ceil(raster.height + raster.width * Math.tan((WIDEST * Math.PI) / 90)) + 4);
  const coarse = bestBetween(points, rows, -WIDEST, WIDEST, COARSE_STEP);
  return bestBetween(points, rows, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
}
