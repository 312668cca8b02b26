import { stTableImage } from '../../src/model/doubts/st-table-image.ts';
import type { Doubt, Locator } from '../../src/model/report.ts';
import type { Block } from '../document.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import { decodePicture } from './decode-picture.ts';
import { cutLine } from './line-image.ts';
import { pageBlocks } from './page-blocks.ts';
import { layOutPage, type PageLayout } from './page-layout.ts';
import type { PixelBox, Raster } from './raster.ts';
import { framing, readLayout } from './read-layout.ts';
import type { Recogniser } from './recogniser.ts';

interface PictureReading {
  /** Grids and paragraphs in reading order, each cell and paragraph with its confidence. */
  readonly blocks: readonly Block[];
  readonly doubts: readonly Doubt[];
}

/** The longest lines are read to see whether a page stands upright: so many, and so many characters of each. */
const [SAMPLE, LONGEST] = [6, 10];
/** Widths of such a line in characters, and in its own heights: what is shorter tells little. */
const [SHORTEST, SLENDER] = [3, 2];
/** Text that lies right reads at least so well; below, the page is turned to see. */
const UPRIGHT = 0.4;
/** Another way up that reads so nearly as well, or a best way that reads no better than this, is doubted. */
const [NEARLY, HARDLY] = [0.7, 0.03];

/**
 * How well a page reads, 0 to 1; 0 where it has no lines. Recognition reads characters on their side too, but what then
 * looks like a line is a column of text: short, or wide for the few characters in it.
 */
async function legibility({ page, textHeight, tables, lines }: PageLayout, recogniser: Recogniser): Promise<number> {
  const wide = (ink: PixelBox): number => ink.x1 - ink.x0;
  const high = (ink: PixelBox): number => ink.y1 - ink.y0;
  const sample = [...tables.flatMap(({ ink }) => ink.flat()), ...lines.flat()]
    .filter((ink) => wide(ink) >= textHeight * SHORTEST && wide(ink) > high(ink) * SLENDER)
    .sort((a, b) => wide(b) - wide(a))
    .slice(0, SAMPLE)
    .map((ink) => ({ ...ink, x1: Math.min(ink.x1, ink.x0 + high(ink) * LONGEST) }));
  const readings = await recogniser.read(sample.map((ink) => cutLine(page, ink, framing(textHeight))));
  const scores = readings.map(({ plain: { text, confidence } }, index) => {
    const room = wide(sample[index] as PixelBox) / high(sample[index] as PixelBox);
    return confidence * Math.min(1, text.length / room) ** 2 * (Math.min(text.length, LONGEST) / LONGEST);
  });
  return scores.reduce((sum, score) => sum + score, 0) / SAMPLE;
}

/** The layout of a picture the way up in which it reads best, and whether no other may be right. */
async function uprightLayout(picture: Raster, recogniser: Recogniser): Promise<{ layout: PageLayout; sure: boolean }> {
  let best: { layout: PageLayout; score: number } | null = null;
  let [next, holdsTable] = [0, false];
  for (const quarters of [0, 2, 1, 3] as const) {
    const layout = layOutPage(picture, quarters);
    const score = await legibility(layout, recogniser);
    if (score >= UPRIGHT) return { layout, sure: true };
    next = Math.max(next, Math.min(score, best?.score ?? 0));
    holdsTable ||= layout.tables.length > 0;
    if (best === null || score > best.score) best = { layout, score };
  }
  const { layout, score } = best as { layout: PageLayout; score: number };
  const sure = score === 0 ? !holdsTable : score >= HARDLY && next < score * NEARLY;
  return { layout, sure };
}

/**
 * Reads an encoded picture of a page or table, or of several pages: straightens it, finds its tables and lines, and
 * recognises each cell.
 *
 * @param at where the picture stands; with its box in points the places of cells are given in points too
 * @throws ReadError where the picture can't be decoded or is too large, see `decodePicture`
 */
export async function readPicture(
  image: Uint8Array,
  at: Locator,
  labels: LabelOracle,
  recogniser: Recogniser,
): Promise<PictureReading> {
  const pages = await decodePicture(image);
  const blocks: Block[] = [];
  const doubts: Doubt[] = [];
  for (const [index, page] of pages.entries()) {
    const { layout, sure } = await uprightLayout(page, recogniser);
    const place = pages.length > 1 ? { ...at, page: index + 1 } : at;
    if (!sure) doubts.push(stTableImage.anyWayUp(place));
    blocks.push(...pageBlocks(layout, await readLayout(layout, recogniser), place, labels));
  }
  return { blocks, doubts };
}
