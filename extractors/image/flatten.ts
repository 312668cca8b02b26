import { type Raster, WHITE } from './raster.ts';

/** Pixels a side of the squares in which the paper's own brightness is measured. */
const SQUARE = 48;
/** The part of a square's pixels that are at most as bright as its paper. */
const PAPER = 0.85;
/** Paper is taken to be no darker than this: below it a square is a filled area, not paper. */
const DARKEST_PAPER = 90;

function paperOf({ data, width, height }: Raster, left: number, top: number): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let y = top; y < Math.min(top + SQUARE, height); y += 1) {
    for (let at = y * width + left; at < y * width + Math.min(left + SQUARE, width); at += 1) {
      const level = data[at] as number;
      counts[level] = (counts[level] as number) + 1;
      all += 1;
    }
  }
  let below = 0;
  for (let level = 0; level < 256; level += 1) {
    below += counts[level] as number;
    if (below >= all * PAPER) return Math.max(level, DARKEST_PAPER);
  }
  return WHITE;
}

/** Makes the paper white everywhere: uneven light, gray paper and tinted cells go, what is printed stays. */
export function flatten(raster: Raster): Raster {
  const { data, width, height } = raster;
  const across = Math.max(1, Math.ceil(width / SQUARE));
  const down = Math.max(1, Math.ceil(height / SQUARE));
  const paper = new Float32Array(across * down);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      paper[row * across + column] = paperOf(raster, column * SQUARE, row * SQUARE);
    }
  }
  const flat = new Uint8Array(data.length);
  const between = new Float32Array(across);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(Math.max(y / SQUARE - 0.5, 0), down - 1);
    const above = Math.floor(row);
    const under = Math.min(above + 1, down - 1);
    for (let column = 0; column < across; column += 1) {
      const upper = paper[above * across + column] as number;
      between[column] = upper + ((paper[under * across + column] as number) - upper) * (row - above);
    }
    for (let x = 0; x < width; x += 1) {
      const column = Math.min(Math.max(x / SQUARE - 0.5, 0), across - 1);
      const before = Math.floor(column);
      const left = between[before] as number;
      const level = left + ((between[Math.min(before + 1, across - 1)] as number) - left) * (column - before);
      const at = y * width + x;
      flat[at] = Math.min(WHITE, ((data[at] as number) * WHITE) / level);
    }
  }
  return { data: flat, width, height };
}

/** Levels between which a threshold is believed. */
const [LOWEST, HIGHEST] = [130, 180];

/** The level below which a pixel of a flattened picture is ink: Otsu's, kept within reason. */
export function inkThreshold({ data }: Raster): number {
  const counts = new Float64Array(256);
  for (const level of data) counts[level] = (counts[level] as number) + 1;
  let sum = 0;
  for (let level = 0; level < 256; level += 1) sum += level * (counts[level] as number);
  let [best, threshold, dark, darkSum] = [-1, LOWEST, 0, 0];
  for (let level = 0; level < 256; level += 1) {
    dark += counts[level] as number;
    darkSum += level * (counts[level] as number);
    const light = data.length - dark;
    if (dark === 0 || light === 0) continue;
    const between = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (between > best) [best, threshold] = [between, level];
  }
  return Math.min(Math.max(threshold, LOWEST), HIGHEST);
}
