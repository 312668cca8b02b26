import { findComponents } from './components.ts';
import { type PixelBox, type Raster, WHITE } from './raster.ts';

/** A dash is at least so many times as wide as high, and no taller than this part of a character. */
export const DASH = 1.8;
export const DASH_HEIGHT = 0.35;
/** A slash leans between these, as width by height, and varies across its line so much less than along it. */
export const LEAST_LEAN = 0.2;
const MOST_LEAN = 2;
const STRAIGHT = 0.05;

/** A thin stroke is pale, and falls into pieces where only its darkest pixels count: the level below which all of it is. */
export const paleThreshold = (threshold: number): number => (threshold + WHITE) / 2;

/**
 * How ink lies along the straight line that fits it best.
 *
 * @returns `lean`, the line's x by its y, negative for one that rises to the right; `spread`, the variance across the line
 *   as a part of that along it
 */
function fitLine({ data, width }: Raster, { x0, y0, x1, y1 }: PixelBox, threshold: number) {
  let [count, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0];
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      if ((data[y * width + x] as number) >= threshold) continue;
      count += 1;
      sumX += x - x0;
      sumY += y - y0;
      sumXX += (x - x0) ** 2;
      sumYY += (y - y0) ** 2;
      sumXY += (x - x0) * (y - y0);
    }
  }
  const across = sumXX / count - (sumX / count) ** 2;
  const down = sumYY / count - (sumY / count) ** 2;
  const both = sumXY / count - (sumX / count) * (sumY / count);
  const middle = (across + down) / 2;
  const apart = Math.hypot((across - down) / 2, both);
  return { lean: both / (middle + apart - across), spread: (middle - apart) / (middle + apart) };
}

/**
 * The placeholder that ink is by its shape: `-` for one level stroke, `/` for one that rises to the right, `\` for one that
 * falls. Null for everything else. Recognition is bad at these: scaled to a line's height a dash has no size, and a slash
 * is a 1.
 */
export function loneStroke(
  page: Raster,
  ink: PixelBox,
  threshold: number,
  textHeight: number,
): '-' | '/' | '\\' | null {
  const [wide, high] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const level = wide >= high * DASH && high <= textHeight * DASH_HEIGHT;
  const leaning = wide >= high * LEAST_LEAN && wide <= high * MOST_LEAN;
  if (!level && !leaning) return null;
  const pale = paleThreshold(threshold);
  if (findComponents(page, ink, pale).filter(({ area }) => area > 3).length !== 1) return null;
  if (level) return '-';
  const { lean, spread } = fitLine(page, ink, pale);
  if (spread > STRAIGHT || Math.abs(lean) < LEAST_LEAN) return null;
  return lean < 0 ? '/' : '\\';
}
