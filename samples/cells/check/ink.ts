import { createCanvas, loadImage } from '@napi-rs/canvas';

/** What is drawn in a picture, cut to what is not ground: 1 where it is dark. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

/** Brighter is ground; of 255. */
const GROUND = 170;

export async function inkOf(png: Uint8Array): Promise<Ink> {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return cut(context.getImageData(0, 0, image.width, image.height).data, image.width, image.height);
}

export function cut(pixels: Uint8ClampedArray, width: number, height: number): Ink {
  const isDark = (x: number, y: number): boolean => {
    const at = 4 * (y * width + x);
    return ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255)) / 3 < GROUND;
  };
  let [x0, y0, x1, y1] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isDark(x, y)) [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
  }
  if (x1 < 0) return { width: 0, height: 0, dark: new Uint8Array() };
  const [wide, high] = [x1 - x0 + 1, y1 - y0 + 1];
  const dark = Uint8Array.from({ length: wide * high }, (_, at) =>
    isDark(x0 + (at % wide), y0 + Math.floor(at / wide)) ? 1 : 0,
  );
  return { width: wide, height: high, dark };
}

/** Edges fall on pixels by fractions; more than that is another picture. */
const PIXELS_OFF = 1;
const SHARE_OFF = 0.12;

export function isAlike(a: Ink, b: Ink): boolean {
  if (Math.abs(a.width - b.width) > PIXELS_OFF || Math.abs(a.height - b.height) > PIXELS_OFF) return false;
  const all = a.dark.reduce((sum, one) => sum + one, 0) + b.dark.reduce((sum, one) => sum + one, 0);
  let off = 0;
  for (let y = 0; y < Math.max(a.height, b.height); y += 1) {
    for (let x = 0; x < Math.max(a.width, b.width); x += 1) {
      const [one, other] = [a, b].map(({ width, height, dark }) => (x < width && y < height ? dark[y * width + x] : 0));
      if (one !== other) off += 1;
    }
  }
  return off <= SHARE_OFF * all;
}
