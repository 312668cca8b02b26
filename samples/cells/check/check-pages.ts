import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../generator/formats/chromium.ts';
import { type CellOrder, craftCell, ordersOf, type Part } from '../mill.ts';
import { type Pair, writeContactSheet } from './contact-sheet.ts';
import { type Ink, inkOf, isAlike } from './ink.ts';

/**
 * Holds the truth of crafted pages against a browser: `node dist/samples/cells/check/check-pages.js FOLDER [open|sealed]
 * [NAME]`, NAME a part of the names of effects.
 * A picture of each crafted cell is compared with one of the same cell in which stands, plainly, what the truth says that a
 * person sees. Those that differ are listed, and stand in FOLDER as pictures for the eye.
 */

const ADDRESS = 'http://cells.test/page.html';
/** Borders of the cell are left out. Pixels. */
const INSET = 3;
/** Positions looked at, of one effect. */
const MOST = 2;
const A_SHEET = 60;

async function photograph(page: Page, html: Uint8Array): Promise<Uint8Array> {
  await page.unroute('**/*');
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ body: Buffer.from(html), contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const [x, y, width, height] = await page.evaluate<number[]>(
    `(() => { const one = document.querySelector('[data-crafted]'); one.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height]; })()`,
  );
  const clip = {
    x: (x ?? 0) + INSET,
    y: (y ?? 0) + INSET,
    width: (width ?? 0) - 2 * INSET,
    height: (height ?? 0) - 2 * INSET,
  };
  return page.screenshot({ clip, animations: 'allow', caret: 'initial' });
}

interface Compared {
  readonly order: CellOrder;
  readonly pair: Pair;
  readonly alike: boolean;
}

async function compare(page: Page, order: CellOrder): Promise<Compared> {
  const crafted = await photograph(page, (await craftCell(order, { marked: true })).bytes);
  const plain = await photograph(page, (await craftCell(order, { marked: true, plainly: true })).bytes);
  const [a, b]: Ink[] = [await inkOf(crafted), await inkOf(plain)];
  const words = `${order.effect.name} · ${order.position}`;
  return { order, pair: { words, crafted, plain }, alike: isAlike(a as Ink, b as Ink) };
}

/** Two positions of each effect, one digit and the whole cell where it takes them; a doubled row is no cell to look at. */
function chosen(part: Part, name: string): CellOrder[] {
  const seen = new Map<string, number>();
  const inside = new Set(['between', 'zero', 'row', 'twin']);
  return ordersOf('html', part, [0]).filter(({ effect, position }) => {
    const before = seen.get(effect.name) ?? 0;
    if (
      !effect.name.includes(name) ||
      before >= MOST ||
      (inside.has(position) && effect.at === undefined) ||
      position === 'twin'
    )
      return false;
    seen.set(effect.name, before + 1);
    return true;
  });
}

async function checkPages(browser: Browser, folder: string, part: Part, name: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const compared: Compared[] = [];
  for (const order of chosen(part, name)) {
    const one = await compare(page, order).catch((error: unknown) => console.log(`${order.effect.name}: ${error}`));
    if (one) compared.push(one);
  }
  // What nobody can read must not look like the plain text.
  const odd = compared.filter(({ order, alike }) => alike === (order.effect.sight === 'unclear'));
  for (const { pair } of odd) console.log(pair.words);
  console.log(`${compared.length} cells, ${odd.length} to look at`);
  for (let at = 0; at < odd.length; at += A_SHEET) {
    const pairs = odd.slice(at, at + A_SHEET).map(({ pair }) => pair);
    await writeContactSheet(join(folder, `${part}-${at / A_SHEET}.png`), pairs);
  }
}

const [folder = 'cells', part = 'open', name = ''] = process.argv.slice(2);
const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium found; install one or name it in CHROMIUM');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await checkPages(browser, folder, part === 'sealed' ? 'sealed' : 'open', name);
} finally {
  await browser.close();
}
