import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { BOLD_PATH, REGULAR_PATH } from './paper/fonts.ts';
import { type Ink, rectangleOf, SHIFT_OF_TWICE, type Sheet } from './paper/sheet.ts';

const POINTS_PER_INCH = 72;

function put(context: SKRSContext2D, ink: Ink): void {
  if (ink.kind === 'rule') {
    context.fillRect(...rectangleOf({ ...ink, thickness: Math.max(ink.thickness, 0.75) }));
    return;
  }
  context.font = `${ink.size}px ${ink.weight === 'bold' ? 'PaperBold' : 'Paper'}`;
  for (const shift of ink.weight === 'twice' ? [0, SHIFT_OF_TWICE] : [0])
    context.fillText(ink.text, ink.x + shift, ink.y);
}

/** A page drawn in pixels, upright, as PNG. */
export function drawSheet(sheet: Sheet, dpi: number): Uint8Array {
  GlobalFonts.registerFromPath(REGULAR_PATH, 'Paper');
  GlobalFonts.registerFromPath(BOLD_PATH, 'PaperBold');
  const scale = dpi / POINTS_PER_INCH;
  const canvas: Canvas = createCanvas(Math.round(sheet.width * scale), Math.round(sheet.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  context.scale(scale, scale);
  for (const ink of sheet.inks) put(context, ink);
  return new Uint8Array(canvas.toBuffer('image/png'));
}
