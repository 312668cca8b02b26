import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CellOrder, craftCell, ordersOf, type Part } from '../mill.ts';
import { type Pair, writeContactSheet } from './contact-sheet.ts';
import { cut, isAlike } from './ink.ts';

/**
 * Holds the truth of crafted PDFs against pictures of their pages: `node dist/samples/cells/check/check-print.js FOLDER
 * [open|sealed]`. The crafted page is compared with the same page on which stands, plainly, what the truth says that a person
 * sees; cells in which the two differ are listed, and stand in FOLDER as pictures for the eye.
 */

const SCALE = 2;
/** Positions looked at, of one effect. */
const MOST = 2;
const A_SHEET = 60;
/** A difference of brightness that is none. */
const SAME = 40;

async function draw(bytes: Uint8Array): Promise<Canvas[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: true });
  const file = await task.promise;
  const pages: Canvas[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
    pages.push(canvas);
  }
  await task.destroy();
  return pages;
}

const pixelsOf = (canvas: Canvas): Uint8ClampedArray =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;

/** The rectangle in which two pictures differ; null if they don't. */
function whereDifferent(a: Canvas, b: Canvas): readonly [number, number, number, number] | null {
  const [one, other] = [pixelsOf(a), pixelsOf(b)];
  let [x0, y0, x1, y1] = [a.width, a.height, -1, -1];
  for (let at = 0; at < one.length; at += 4) {
    if (Math.abs((one[at] ?? 0) - (other[at] ?? 0)) <= SAME) continue;
    const [x, y] = [(at / 4) % a.width, Math.floor(at / 4 / a.width)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
  return x1 < 0 ? null : [x0, y0, x1 - x0 + 1, y1 - y0 + 1];
}

function piece(canvas: Canvas, [x, y, width, height]: readonly [number, number, number, number]): Canvas {
  const small = createCanvas(width + 8, height + 8);
  const context = small.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, small.width, small.height);
  context.drawImage(canvas, x, y, width, height, 4, 4, width, height);
  return small;
}

interface Compared {
  readonly alike: boolean;
  readonly pair: Pair | null;
}

async function compare(order: CellOrder): Promise<Compared> {
  const crafted = await draw((await craftCell(order)).bytes);
  const plain = await draw((await craftCell(order, { plainly: true })).bytes);
  for (const [at, page] of crafted.entries()) {
    const other = plain[at];
    const where = other ? whereDifferent(page, other) : null;
    if (!other || !where) continue;
    const [a, b] = [piece(page, where), piece(other, where)];
    const alike = isAlike(cut(pixelsOf(a), a.width, a.height), cut(pixelsOf(b), b.width, b.height));
    const words = `${order.effect.name} · ${order.position}`;
    return { alike, pair: { words, crafted: a.toBuffer('image/png'), plain: b.toBuffer('image/png') } };
  }
  return { alike: true, pair: null };
}

const [folder = 'cells', named = 'open'] = process.argv.slice(2);
const part: Part = named === 'sealed' ? 'sealed' : 'open';
mkdirSync(folder, { recursive: true });
const taken = new Map<string, number>();
const odd: Pair[] = [];
let count = 0;
for (const order of ordersOf('pdf', part, [0])) {
  const before = taken.get(order.effect.name) ?? 0;
  if (before >= MOST || order.position === 'between' || order.position === 'zero') continue;
  taken.set(order.effect.name, before + 1);
  count += 1;
  const { alike, pair } = await compare(order);
  if (alike !== (order.effect.sight === 'unclear')) continue;
  console.log(`${order.effect.name} · ${order.position}${pair ? '' : ': the pages are the same'}`);
  if (pair) odd.push(pair);
}
console.log(`${count} cells, ${odd.length} to look at`);
for (let at = 0; at < odd.length; at += A_SHEET) {
  await writeContactSheet(join(folder, `print-${part}-${at / A_SHEET}.png`), odd.slice(at, at + A_SHEET));
}
