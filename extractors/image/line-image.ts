import { type PixelBox, type Raster, WHITE } from './raster.ts';

/** Height that the recognition model wants, in pixels. */
export const LINE_HEIGHT = 48;
/** The model was trained with some paper around the letters. */
const LEAST_WIDTH = 16;

/** How a line is framed before it is scaled. */
export interface Framing {
  /** White paper above and below, as a part of the line's height. */
  readonly above: number;
  /** White paper at either end, as a part of the scaled line's height. */
  readonly beside: number;
  /** A lower line (a dash) keeps its size within so many pixels of the page. */
  readonly leastHeight: number;
}

/** A line of text cut out and scaled to the model's height; `width` is its own. */
export interface LineImage {
  readonly data: Uint8Array;
  readonly width: number;
}

/** How far in the source pixels one pixel of the target reaches, with weights: an area average that blurs no stroke away. */
function weights(
  length: number,
  from: number,
  scale: number,
): { first: Int32Array; share: Float32Array; reach: number } {
  const reach = Math.max(2, Math.ceil(1 / scale) + 1);
  const first = new Int32Array(length);
  const share = new Float32Array(length * reach);
  const wide = Math.max(1, 1 / scale);
  for (let at = 0; at < length; at += 1) {
    const middle = (at + 0.5) / scale + from - 0.5;
    const start = Math.ceil(middle - wide);
    first[at] = start;
    let sum = 0;
    for (let k = 0; k < reach; k += 1) sum += Math.max(0, 1 - Math.abs(start + k - middle) / wide);
    for (let k = 0; k < reach; k += 1) {
      share[at * reach + k] = Math.max(0, 1 - Math.abs(start + k - middle) / wide) / (sum || 1);
    }
  }
  return { first, share, reach };
}

/**
 * Cuts a line of text out of a page. What stands outside of its ink (rules, neighbours) is taken for paper.
 *
 * @param ink the box around the line's ink
 */
export function cutLine({ data, width }: Raster, ink: PixelBox, { above, beside, leastHeight }: Framing): LineImage {
  const high = Math.max(ink.y1 - ink.y0, leastHeight);
  const full = high * (1 + 2 * above);
  const scale = LINE_HEIGHT / full;
  const inkWidth = (ink.x1 - ink.x0) * scale;
  const wanted = Math.ceil(inkWidth + 2 * beside * LINE_HEIGHT);
  const wide = Math.max(LEAST_WIDTH, wanted);
  const left = (wide - inkWidth) / 2 / scale;
  const across = weights(wide, ink.x0 - left, scale);
  const down = weights(LINE_HEIGHT, (ink.y0 + ink.y1 - full) / 2, scale);
  const rows = new Map<number, Float32Array>();
  const rowOf = (y: number): Float32Array | null => {
    if (y < ink.y0 || y >= ink.y1) return null;
    const known = rows.get(y);
    if (known) return known;
    const row = new Float32Array(wide);
    for (let x = 0; x < wide; x += 1) {
      let sum = 0;
      for (let k = 0; k < across.reach; k += 1) {
        const from = (across.first[x] as number) + k;
        const level = from < ink.x0 || from >= ink.x1 ? WHITE : (data[y * width + from] as number);
        sum += level * (across.share[x * across.reach + k] as number);
      }
      row[x] = sum;
    }
    rows.set(y, row);
    return row;
  };
  const line = new Uint8Array(wide * LINE_HEIGHT);
  for (let y = 0; y < LINE_HEIGHT; y += 1) {
    for (let k = 0; k < down.reach; k += 1) {
      const share = down.share[y * down.reach + k] as number;
      if (share === 0) continue;
      const row = rowOf((down.first[y] as number) + k);
      for (let x = 0; x < wide; x += 1) {
        const at = y * wide + x;
        line[at] = (line[at] as number) + share * (row ? (row[x] as number) : WHITE);
      }
    }
  }
  return { data: line, width: wide };
}
