/** A gray picture: one byte a pixel, row by row, 0 black to 255 white. Every step takes one and changes none. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pixels from `x0`, `y0` up to but without `x1`, `y1`. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const WHITE = 255;

export const boxOf = ({ width, height }: Raster): PixelBox => ({ x0: 0, y0: 0, x1: width, y1: height });

/** The smallest box around several; null around none. */
export function around(boxes: readonly PixelBox[]): PixelBox | null {
  if (boxes.length === 0) return null;
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const box of boxes) {
    x0 = Math.min(x0, box.x0);
    y0 = Math.min(y0, box.y0);
    x1 = Math.max(x1, box.x1);
    y1 = Math.max(y1, box.y1);
  }
  return { x0, y0, x1, y1 };
}

/** Quarters of a circle, clockwise. */
export type Quarters = 0 | 1 | 2 | 3;

/** Turns a picture clockwise by quarters of a circle. */
export function turnQuarters(raster: Raster, quarters: Quarters): Raster {
  const { data, width, height } = raster;
  if (quarters === 0) return raster;
  const turned = new Uint8Array(data.length);
  const [newWidth, newHeight] = quarters === 2 ? [width, height] : [height, width];
  let at = 0;
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const from =
        quarters === 1
          ? (height - 1 - x) * width + y
          : quarters === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : x * width + (width - 1 - y);
      turned[at] = data[from] as number;
      at += 1;
    }
  }
  return { data: turned, width: newWidth, height: newHeight };
}

/** Where a box on a turned page lay before it was turned. */
export function boxBeforeTurn({ x0, y0, x1, y1 }: PixelBox, { width, height }: Raster, quarters: Quarters): PixelBox {
  if (quarters === 1) return { x0: y0, y0: width - x1, x1: y1, y1: width - x0 };
  if (quarters === 2) return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
  return quarters === 3 ? { x0: height - y1, y0: x0, x1: height - y0, y1: x1 } : { x0, y0, x1, y1 };
}

/** Turns a picture about its middle by a small angle in degrees, clockwise, keeping its size; corners become white. */
export function turnDegrees(raster: Raster, degrees: number): Raster {
  const { data, width, height } = raster;
  const turned = new Uint8Array(data.length).fill(WHITE);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y += 1) {
    let fromX = middleX - middleX * cos + (y - middleY) * sin;
    let fromY = middleY + middleX * sin + (y - middleY) * cos;
    for (let at = y * width; at < (y + 1) * width; at += 1, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [right, below] = [fromX - left, fromY - top];
      const corner = top * width + left;
      const upper = (data[corner] as number) * (1 - right) + (data[corner + 1] as number) * right;
      const lower = (data[corner + width] as number) * (1 - right) + (data[corner + width + 1] as number) * right;
      turned[at] = upper * (1 - below) + lower * below + 0.5;
    }
  }
  return { data: turned, width, height };
}
