import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { PixelBox, Raster } from '../../../extractors/image/raster.ts';
import { REGULAR_PATH } from '../../../samples/generator/formats/paper/fonts.ts';

/** A raster from rows of characters: `#` is ink, `+` gray, everything else paper. */
export function drawn(...rows: readonly string[]): Raster {
  const width = rows[0]?.length ?? 0;
  const levels = rows.flatMap((row) => [...row].map((mark) => (mark === '#' ? 0 : mark === '+' ? 150 : 255)));
  return { data: Uint8Array.from(levels), width, height: rows.length };
}

/** White paper with black boxes on it. */
export function boxes(width: number, height: number, ink: readonly PixelBox[], level = 0): Raster {
  const data = new Uint8Array(width * height).fill(255);
  for (const { x0, y0, x1, y1 } of ink)
    for (let y = y0; y < y1; y += 1) data.fill(level, y * width + x0, y * width + x1);
  return { data, width, height };
}

export const FAMILY = 'Drawn Noto Sans SC';
GlobalFonts.registerFromPath(REGULAR_PATH, FAMILY);

/** A white page drawn upon, encoded. */
export function drawPage(
  width: number,
  height: number,
  draw: (context: SKRSContext2D) => void,
  format: 'image/png' | 'image/webp' = 'image/png',
): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'black';
  context.strokeStyle = 'black';
  draw(context);
  return new Uint8Array(format === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/webp'));
}

/** Texts in a ruled table, row by row; the first column is four times as wide as the others. */
export function drawTable(
  context: SKRSContext2D,
  rows: readonly (readonly string[])[],
  left: number,
  top: number,
): void {
  const [cell, high] = [80, 44];
  const at = (column: number): number => left + (column === 0 ? 0 : cell * (column + 3));
  const count = rows[0]?.length ?? 0;
  context.font = `26px "${FAMILY}"`;
  context.lineWidth = 2;
  rows.forEach((row, y) => {
    row.forEach((text, x) => {
      context.strokeRect(at(x), top + y * high, at(x + 1) - at(x), high);
      const inset = x === 0 ? 10 : (cell - context.measureText(text).width) / 2;
      context.fillText(text, at(x) + inset, top + y * high + 32);
    });
  });
  if (count === 0) throw new RangeError('drawTable: there is no column; give each row at least one text');
}
