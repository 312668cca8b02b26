import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../layout/box.ts';
import { fontAppearance } from './appearance/font-appearance.ts';
import { type Annotation, readAnnotations } from './appearance/read-annotations.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { Glyph, PageContent } from './page-content.ts';
import type { Names } from './painter.ts';
import { type OperationList, readOperations } from './read-operations.ts';
import type { FontFacts } from './text-state.ts';

/** Turns a page of the given size back by quarter turns, so that text turned that way stands upright. */
function turnBack(turn: 0 | 1 | 2 | 3, width: number, height: number): Matrix {
  if (turn === 1) return [0, -1, 1, 0, 0, width];
  if (turn === 2) return [-1, 0, 0, -1, width, height];
  if (turn === 3) return [0, 1, -1, 0, height, 0];
  return IDENTITY;
}

/** The inverse of a turn without scaling. */
function undo([a, b, c, d, e, f]: Matrix): Matrix {
  return [a, c, b, d, -(a * e + b * f), -(c * e + d * f)];
}

/** How most of the upright and turned characters of a page stand. */
function commonTurn(glyphs: readonly Glyph[]): 0 | 1 | 2 | 3 {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { turn } of glyphs) if (turn !== null) counts[turn] += 1;
  const most = Math.max(...counts);
  return counts[0] === most ? 0 : (counts.indexOf(most) as 1 | 2 | 3);
}

/** The program of an embedded font, by its name. */
type FontProgram = (name: string) => Uint8Array | null;

/** The fonts of a document: those that were looked at, and how to get at their programs. */
export interface DocumentFonts {
  readonly fonts: Map<string, FontFacts | null>;
  readonly program: FontProgram;
}

function fontFacts(page: PDFPageProxy, known: Map<string, FontFacts | null>, program: FontProgram): Names['font'] {
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    const facts: FontFacts | null = font
      ? {
          vertical: font.vertical === true,
          unit: font.fontMatrix?.[0] || 0.001,
          defaultVMetrics: font.defaultVMetrics ?? null,
          ...fontAppearance(font, () => program(name)),
        }
      : null;
    known.set(name, facts);
    return facts;
  };
}

/** pdf.js's number for pictures that carry their own opacity. */
const WITH_ALPHA = 3;

function pictureKinds(page: PDFPageProxy): Names['isTransparent'] {
  return (name) => {
    const store = name.startsWith('g_') ? page.commonObjs : page.objs;
    // A picture that was not decoded may be anything; it is taken for one that covers.
    return store.has(name) && (store.get(name) as { kind?: number } | null)?.kind === WITH_ALPHA;
  };
}

/**
 * Reads what one page shows out of one pass over its operations. Pages that are turned, by their own mark or by the way
 * their text is drawn, come out upright.
 *
 * @param layerShown whether a layer of the document is switched on
 * @param fonts what was found of the fonts of the document so far
 */
export async function readPaintedPage(
  page: PDFPageProxy,
  layerShown: Names['layerShown'],
  { fonts, program }: DocumentFonts,
): Promise<PageContent> {
  const list = (await page.getOperatorList()) as OperationList;
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const names: Names = { font: fontFacts(page, fonts, program), layerShown, isTransparent: pictureKinds(page) };
  const base = transform as unknown as Matrix;
  const sheet: Box = [0, 0, width, height];
  const read = (matrix: Matrix, seen: Box): Omit<PageContent, 'page' | 'width' | 'height' | 'toPage'> => {
    const drawn = readOperations(list, matrix, seen, names);
    if (annotations.length === 0) return drawn;
    const { glyphs, marks } = readAnnotations(annotations, matrix, drawn.glyphs);
    return { ...drawn, glyphs: [...drawn.glyphs, ...glyphs], marks: [...drawn.marks, ...marks] };
  };
  const upright = read(base, sheet);
  const turn = commonTurn(upright.glyphs);
  if (turn === 0) return { page: page.pageNumber, width, height, ...upright, toPage: IDENTITY };
  const back = turnBack(turn, width, height);
  const across = turn !== 2;
  const [w, h] = across ? [height, width] : [width, height];
  const turned = read(multiply(back, base), [0, 0, w, h]);
  return { page: page.pageNumber, width: w, height: h, ...turned, toPage: undo(back) };
}
