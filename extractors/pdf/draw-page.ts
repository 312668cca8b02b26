import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { areaOf } from './geometry.ts';
import type { PageContent } from './page-content.ts';

/** Dots an inch at which a page is drawn for recognition; a scan is drawn at its own resolution, within bounds. */
const DRAWN = 200;
const LEAST = 150;
const MOST = 300;
const POINTS_AN_INCH = 72;
/** Pixels of a drawn page; a poster is drawn smaller. */
const MOST_PIXELS = 30_000_000;

/** Dots an inch for a page: those of the largest picture on it. */
function resolutionOf({ images }: PageContent): number {
  const [largest] = [...images].sort((a, b) => areaOf(b.box) - areaOf(a.box));
  if (!largest) return DRAWN;
  return Math.min(MOST, Math.max(LEAST, largest.density * POINTS_AN_INCH));
}

/** Draws a page as it is shown and returns it as PNG. The page must come from a document opened to draw. */
export async function drawPage(page: PDFPageProxy, content: PageContent): Promise<Uint8Array> {
  const plain = page.getViewport({ scale: 1 });
  const wanted = resolutionOf(content) / POINTS_AN_INCH;
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  // Encoding in the background ends the process where the canvas is collected before it is done.
  return new Uint8Array(canvas.toBuffer('image/png'));
}
