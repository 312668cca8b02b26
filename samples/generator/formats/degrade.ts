import { createCanvas, loadImage } from '@napi-rs/canvas';
import { seededRng } from '../rng.ts';

/** What a scanner does to a page. */
interface Degradation {
  /** Degrees the paper lies askew, clockwise. */
  readonly angle: number;
  /** Quarters of a circle that it lies turned, clockwise. */
  readonly quarters?: number;
  /** Standard deviation of the sensor's noise, in gray levels of 256. */
  readonly noise: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  readonly seed: number;
}

/**
 * A page as a scanner would give it: turned about its middle on white, the paper a little gray and unevenly lit, noisy,
 * and saved as JPEG. The same seed always gives the same bytes.
 *
 * @param page an encoded picture (PNG, JPEG)
 */
export async function degrade(
  page: Uint8Array,
  { angle, quarters = 0, noise, quality, seed }: Degradation,
): Promise<Uint8Array> {
  const picture = await loadImage(page);
  const [width, height] = quarters % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(((angle + quarters * 90) * Math.PI) / 180);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  const image = context.getImageData(0, 0, width, height);
  const rng = seededRng(seed);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    // The sum of three draws is close enough to a bell curve.
    const bell = (rng.next() + rng.next() + rng.next() - 1.5) * 2 * noise;
    const light = 1 - (0.06 * ((at / 4) % width)) / width;
    for (let channel = at; channel < at + 3; channel += 1) data[channel] = (data[channel] ?? 0) * light + bell;
  }
  context.putImageData(image, 0, 0);
  // Encoding in the background ends the process where the canvas is collected before it is done.
  return new Uint8Array(canvas.toBuffer('image/jpeg', quality));
}
