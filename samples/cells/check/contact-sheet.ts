import { writeFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** Two pictures that are to be compared by eye, under a line of words. */
export interface Pair {
  readonly words: string;
  readonly crafted: Uint8Array;
  readonly plain: Uint8Array;
}

const WIDE = 330;
const HIGH = 74;
const ACROSS = 4;

/** Pictures side by side, the crafted one to the left of what the truth says. */
export async function writeContactSheet(path: string, pairs: readonly Pair[]): Promise<void> {
  const canvas = createCanvas(ACROSS * WIDE, Math.ceil(pairs.length / ACROSS) * HIGH);
  const context = canvas.getContext('2d');
  context.fillStyle = '#dde';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '13px sans-serif';
  for (const [at, { words, crafted, plain }] of pairs.entries()) {
    const [x, y] = [(at % ACROSS) * WIDE, Math.floor(at / ACROSS) * HIGH];
    context.fillStyle = 'black';
    context.fillText(words.slice(0, 52), x + 3, y + 13);
    for (const [place, png] of [crafted, plain].entries()) {
      const image = await loadImage(Buffer.from(png));
      const scale = Math.min(1, (WIDE / 2 - 8) / image.width, (HIGH - 20) / image.height);
      context.drawImage(image, x + 3 + (place * WIDE) / 2, y + 18, image.width * scale, image.height * scale);
    }
  }
  writeFileSync(path, canvas.toBuffer('image/png'));
}
