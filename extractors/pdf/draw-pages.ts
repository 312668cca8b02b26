import type { PDFParse } from 'pdf-parse';
import { areaOf } from '../layout/box.ts';
import { LIMITS } from '../limits.ts';
import type { ReadPage } from './lay-out-pages.ts';
import { openPdf } from './open-pdf.ts';
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

/** Draws a page as it is shown and returns it as PNG; null where nothing was drawn. The document must have been opened to draw. */
async function drawPage(parser: PDFParse, content: PageContent): Promise<Uint8Array | null> {
  const wanted = resolutionOf(content) / POINTS_AN_INCH;
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (content.width * content.height)));
  const { pages } = await parser.getScreenshot({ partial: [content.page], scale, imageDataUrl: false });
  return pages[0]?.data ?? null;
}

interface DrawnPages {
  /** The pictures as PNG. */
  readonly pictures: ReadonlyMap<number, Uint8Array>;
  /** Pages that can't be drawn. */
  readonly undrawn: readonly number[];
}

/** Draws the pages without trusted text. */
export async function drawPages(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  onPicture: () => void,
): Promise<DrawnPages> {
  const pictures = new Map<number, Uint8Array>();
  const undrawn: number[] = [];
  const wanted = pages.filter(({ kind }) => kind === 'picture').slice(0, LIMITS.pdfPictures);
  if (wanted.length === 0) return { pictures, undrawn };
  const { parser, close } = await openPdf(bytes, 'draw');
  try {
    for (const { content } of wanted) {
      onPicture();
      const picture = await drawPage(parser, content).catch(() => null);
      if (picture) pictures.set(content.page, picture);
      else undrawn.push(content.page);
    }
  } finally {
    await close();
  }
  return { pictures, undrawn };
}
