import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

interface Entry {
  readonly canvas: Canvas;
  readonly context: SKRSContext2D;
}

/** Makes the canvases that pages are drawn on, with a whole row and column of pixels for a part of one: pdf.js cuts them off. */
export class WholePixelCanvases {
  create(width: number, height: number): Entry {
    const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
    return { canvas, context: canvas.getContext('2d') };
  }

  reset({ canvas }: Entry, width: number, height: number): void {
    canvas.width = Math.ceil(width);
    canvas.height = Math.ceil(height);
  }

  /** Frees the pixels at once; the rest is left to garbage collection. */
  destroy({ canvas }: Entry): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}
