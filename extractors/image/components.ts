import type { PixelBox, Raster } from './raster.ts';

/** Ink that hangs together: the box around it and how many pixels it has. */
export interface Component extends PixelBox {
  readonly area: number;
}

/** The connected ink (eight neighbours) inside a box, left to right as met from the top. */
export function findComponents({ data, width }: Raster, box: PixelBox, threshold: number): Component[] {
  const across = box.x1 - box.x0;
  const down = box.y1 - box.y0;
  if (across <= 0 || down <= 0) return [];
  const open = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1) {
    const from = (box.y0 + y) * width + box.x0;
    for (let x = 0; x < across; x += 1) if ((data[from + x] as number) < threshold) open[y * across + x] = 1;
  }
  const found: Component[] = [];
  const stack: number[] = [];
  for (let start = 0; start < open.length; start += 1) {
    if (open[start] === 0) continue;
    let [x0, y0, x1, y1, area] = [across, down, 0, 0, 0];
    open[start] = 0;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop() as number;
      const y = Math.floor(at / across);
      const x = at - y * across;
      area += 1;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny += 1) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx += 1) {
          const next = ny * across + nx;
          if (open[next] === 0) continue;
          open[next] = 0;
          stack.push(next);
        }
      }
    }
    found.push({ x0: box.x0 + x0, y0: box.y0 + y0, x1: box.x0 + x1 + 1, y1: box.y0 + y1 + 1, area });
  }
  return found;
}

/** Heights of ink that can be a character, in pixels. */
const [LOWEST, TALLEST] = [6, 160];
/** What to assume of a picture with hardly any character in it. */
const USUAL = 24;

/** The height of a character in pixels: of most ink that can be one, most is a whole character or a large part of it. */
export function characterHeight(components: readonly Component[]): number {
  const heights = components
    .filter(({ x0, x1, y0, y1, area }) => {
      const [wide, high] = [x1 - x0, y1 - y0];
      return high >= LOWEST && high <= TALLEST && wide <= high * 3 && high <= wide * 6 && area >= 10;
    })
    .map(({ y0, y1 }) => y1 - y0)
    .sort((a, b) => a - b);
  return heights.length < 3 ? USUAL : (heights[Math.floor(heights.length * 0.75)] as number);
}
