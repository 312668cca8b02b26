import { findComponents } from './components.ts';
import type { InkLine } from './ink-lines.ts';
import { type Raster, WHITE } from './raster.ts';

/** A dash is at least so many times as wide as high; a slash leans at least so much and is as straight as this. */
const DASH = 2.2;
const LEAN = 0.2;
const STRAIGHT = 0.9;
/** No taller than this many characters is a dash. */
const DASH_HEIGHT = 0.35;

/** How well the ink lies on one straight line: the correlation of its x and y, negative for one that rises. */
function correlation({ data, width }: Raster, { x0, y0, x1, y1 }: InkLine, threshold: number): number {
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
  const across = sumXX - sumX ** 2 / count;
  const down = sumYY - sumY ** 2 / count;
  return across > 0 && down > 0 ? (sumXY - (sumX * sumY) / count) / Math.sqrt(across * down) : 0;
}

/**
 * The placeholder that ink is by its shape: `-` for one level stroke, `/` for one that rises to the right. Null for
 * everything else. Recognition is bad at these: scaled to a line's height a dash has no size, and a slash is a 1.
 */
export function loneStroke(page: Raster, ink: InkLine, threshold: number, textHeight: number): '-' | '/' | null {
  const [wide, high] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const level = wide >= high * DASH && high <= textHeight * DASH_HEIGHT;
  const leaning = wide >= high * LEAN && wide <= high * 2;
  if (!level && !leaning) return null;
  // A thin stroke is pale, and falls into pieces where only its darkest pixels count.
  const pale = (threshold + WHITE) / 2;
  if (findComponents(page, ink, pale).filter(({ area }) => area > 3).length !== 1) return null;
  if (level) return '-';
  return correlation(page, ink, pale) <= -STRAIGHT ? '/' : null;
}
