import type { Doubt, Locator } from '../../src/report.ts';
import type { Block } from '../document.ts';
import { decodePicture } from './decode-picture.ts';
import { cutLine } from './line-image.ts';
import { pageBlocks } from './page-blocks.ts';
import { layOutPage, type PageLayout } from './page-layout.ts';
import type { Raster } from './raster.ts';
import { framing, readLayout } from './read-layout.ts';
import type { Recogniser } from './recogniser.ts';

export interface PictureReading {
  /** Grids and paragraphs in reading order, each cell and paragraph with its confidence. */
  readonly blocks: readonly Block[];
  readonly doubts: readonly Doubt[];
}

/** Lines that are read to see whether a page stands upright. */
const SAMPLE = 6;
/** Widths of a sampled line in characters: shorter ones tell little, of longer ones the beginning does. */
const [SHORTEST, LONGEST] = [3, 10];
/** Upright text reads at least as surely as this; below, the page is turned to see. */
const UPRIGHT = 0.5;

/** How surely some lines of a page read, 0 to 1; 0 where it has none. */
async function legibility({ page, textHeight, tables, lines }: PageLayout, recogniser: Recogniser): Promise<number> {
  const all = [...tables.flatMap(({ ink }) => ink.flat()), ...lines.flat()];
  const wide = all.filter(({ x0, x1, y0, y1 }) => x1 - x0 >= textHeight * SHORTEST && x1 - x0 > 2 * (y1 - y0));
  if (wide.length === 0) return 0;
  const step = Math.max(1, Math.floor(wide.length / SAMPLE));
  const sample = wide.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  const shortened = sample.map((ink) => ({ ...ink, x1: Math.min(ink.x1, ink.x0 + textHeight * LONGEST) }));
  const readings = await recogniser.read(shortened.map((ink) => cutLine(page, ink, framing(textHeight))));
  return readings.reduce((sum, { plain }) => sum + (plain.text === '' ? 0 : plain.confidence), 0) / readings.length;
}

/** The layout of a picture the way up in which it reads best. */
async function uprightLayout(picture: Raster, recogniser: Recogniser): Promise<PageLayout> {
  const layout = layOutPage(picture);
  let best = { layout, score: await legibility(layout, recogniser) };
  for (const quarters of [2, 1, 3] as const) {
    if (best.score >= UPRIGHT) break;
    const turned = layOutPage(picture, quarters);
    const score = await legibility(turned, recogniser);
    if (score > best.score) best = { layout: turned, score };
  }
  return best.layout;
}

/**
 * Reads an encoded picture of a page or table, or of several pages: straightens it, finds its tables and lines, and
 * recognises each cell.
 *
 * @param at where the picture stands; with its box in points the places of cells are given in points too
 * @throws ReadError where the picture can't be decoded or is too large, see `decodePicture`
 */
export async function readPicture(image: Uint8Array, at: Locator, recogniser: Recogniser): Promise<PictureReading> {
  const pages = await decodePicture(image);
  const blocks: Block[] = [];
  for (const [index, page] of pages.entries()) {
    const layout = await uprightLayout(page, recogniser);
    const place = pages.length > 1 ? { ...at, page: index + 1 } : at;
    blocks.push(...pageBlocks(layout, await readLayout(layout, recogniser), place));
  }
  return { blocks, doubts: [] };
}
