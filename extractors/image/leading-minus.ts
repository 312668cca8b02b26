import { type Component, findComponents } from './components.ts';
import { DASH, DASH_HEIGHT, paleThreshold } from './lone-stroke.ts';
import type { PixelBox, Raster } from './raster.ts';

/** In heights of a character: how far before a figure its sign may stand, and how long it is at least. */
const [BEFORE, LEAST] = [0.6, 0.2];
/** A minus lies in this part of the height of its figure, from the top. */
const [HIGHEST, LOWEST] = [0.35, 0.75];

/**
 * Whether a minus stands before a figure: a level stroke at half its height, apart from its digits. It is short and pale,
 * and recognition drops it; the ink's own box may leave it out too.
 *
 * @param ink the box around the figure's ink
 */
export function hasLeadingMinus(page: Raster, ink: PixelBox, threshold: number, textHeight: number): boolean {
  const high = ink.y1 - ink.y0;
  const around = { ...ink, x0: Math.max(0, ink.x0 - Math.round(textHeight * BEFORE)) };
  const pale = paleThreshold(threshold);
  const isMinus = (part: Component): boolean => {
    const [wide, thick] = [part.x1 - part.x0, part.y1 - part.y0];
    const middle = ((part.y0 + part.y1) / 2 - ink.y0) / high;
    return (
      part.x0 > around.x0 &&
      wide >= Math.max(textHeight * LEAST, thick * DASH) &&
      thick <= textHeight * DASH_HEIGHT &&
      middle >= HIGHEST &&
      middle <= LOWEST &&
      findComponents(page, part, (threshold + pale) / 2).length > 0
    );
  };
  // Pale, the sign may hang together with the digit behind it; dark, it may fall to pieces.
  return [threshold, pale].some((level) => {
    const [first, ...digits] = findComponents(page, around, level)
      .filter(({ area, x0 }) => area > 3 && x0 > around.x0)
      .sort((a, b) => a.x0 - b.x0);
    return first !== undefined && isMinus(first) && digits.length > 0 && digits.every(({ x0 }) => x0 >= first.x1);
  });
}
