import { type Component, findComponents } from './components.ts';
import { DASH, DASH_HEIGHT, LEAST_LEAN, paleThreshold } from './lone-stroke.ts';
import { around, type PixelBox, type Raster } from './raster.ts';

/** A line of text: the box around its ink. */
export type InkLine = PixelBox;

/** Less ink than this many pixels is dirt or noise. */
const SPECK = 4;
/** Parts of a character's height: a gap that still belongs to a letter, a line that is only a part of one, a whole line. */
const [SMALL_GAP, PART_OF_LINE, WHOLE_LINE] = [0.1, 0.45, 1.35];
/** One large character of two parts (告) is about as wide as high, its gap small; no taller than so many characters. */
const [SQUARE, GAP_IN_CHARACTER, LARGEST] = [0.75, 0.2, 2];
/** Ink smaller than this part of a character's height both ways is dirt where it stands alone. */
const DIRT = 0.25;
/** Of a thin stroke: its least length as a part of a character's height, and the most ink in the box around it. */
const [STROKE, HAIR] = [0.5, 0.35];
/** A border is looked for this deep into a cell, in pixels; a line of its pixels belongs to it when so much is dark. */
const BORDER_DEPTH = 7;
const BORDER_DARK = 0.7;
const BORDER_LEVEL = 215;

interface Band {
  y0: number;
  y1: number;
  readonly parts: Component[];
}

/** Whether two bands of ink are the upper and the lower part of one character that stands alone in its line. */
function isOneCharacter(upper: Band, lower: Band, textHeight: number): boolean {
  const { x0, x1, y0, y1 } = around([...upper.parts, ...lower.parts]) as PixelBox;
  const high = y1 - y0;
  const square = x1 - x0 >= high * SQUARE && x1 - x0 <= high / SQUARE;
  return square && lower.y0 - upper.y1 <= high * GAP_IN_CHARACTER && high <= textHeight * LARGEST;
}

/** Ink components as lines of text, top to bottom: those beside each other are one line. */
export function inkLines(components: readonly Component[], textHeight: number): InkLine[] {
  const bands: Band[] = [];
  for (const part of components.filter(({ area }) => area >= SPECK).sort((a, b) => a.y0 - b.y0)) {
    const last = bands.at(-1);
    if (last && part.y0 <= last.y1 + textHeight * SMALL_GAP) {
      last.y1 = Math.max(last.y1, part.y1);
      last.parts.push(part);
    } else {
      bands.push({ y0: part.y0, y1: part.y1, parts: [part] });
    }
  }
  const lines: Band[] = [];
  for (const band of bands) {
    const last = lines.at(-1);
    const part = (one: Band) => one.y1 - one.y0 < textHeight * PART_OF_LINE;
    const near = last && (part(last) || part(band)) && band.y1 - last.y0 <= textHeight * WHOLE_LINE;
    if (last && (near || isOneCharacter(last, band, textHeight))) {
      last.y1 = band.y1;
      last.parts.push(...band.parts);
    } else {
      lines.push({ ...band, parts: [...band.parts] });
    }
  }
  return lines
    .map(({ parts }) => around(parts) as PixelBox)
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 >= textHeight * DIRT || y1 - y0 >= textHeight * DIRT);
}

/** The inside of a cell: its box without the rules that bound it, however thick they are. */
function insideOf({ data, width, height }: Raster, cell: PixelBox): PixelBox {
  const box = {
    x0: Math.max(0, cell.x0),
    y0: Math.max(0, cell.y0),
    x1: Math.min(width, cell.x1),
    y1: Math.min(height, cell.y1),
  };
  const share = (from: number, count: number, step: number): number => {
    let dark = 0;
    for (let at = from, left = count; left > 0; at += step, left -= 1) {
      if ((data[at] as number) < BORDER_LEVEL) dark += 1;
    }
    return dark / Math.max(1, count);
  };
  const isRow = (y: number) => share(y * width + box.x0, box.x1 - box.x0, 1) > BORDER_DARK;
  const isColumn = (x: number) => share(box.y0 * width + x, box.y1 - box.y0, width) > BORDER_DARK;
  /** Just behind the last line that belongs to the border, counted inward from the edge. */
  const depth = (isBorder: (inward: number) => boolean, room: number): number => {
    let deep = 1;
    for (let inward = 0; inward < Math.min(BORDER_DEPTH, room); inward += 1) if (isBorder(inward)) deep = inward + 1;
    return Math.min(deep, Math.floor(room / 2));
  };
  const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
  return {
    x0: box.x0 + depth((inward) => isColumn(box.x0 + inward), wide),
    y0: box.y0 + depth((inward) => isRow(box.y0 + inward), high),
    x1: box.x1 - depth((inward) => isColumn(box.x1 - 1 - inward), wide),
    y1: box.y1 - depth((inward) => isRow(box.y1 - 1 - inward), high),
  };
}

/** What is left of a rule at the edge of a cell: thin, long, and touching it. */
function isRemnant(part: Component, inside: PixelBox, textHeight: number): boolean {
  const [wide, high] = [part.x1 - part.x0, part.y1 - part.y0];
  const thin = Math.max(3, textHeight * 0.15);
  const beside = part.x0 <= inside.x0 + 1 || part.x1 >= inside.x1 - 1;
  const under = part.y0 <= inside.y0 + 1 || part.y1 >= inside.y1 - 1;
  return (beside && wide <= thin && high >= (inside.y1 - inside.y0) * 0.6) || (under && high <= thin);
}

const isInside = (a: PixelBox, b: PixelBox): boolean => a.x0 >= b.x0 && a.y0 >= b.y0 && a.x1 <= b.x1 && a.y1 <= b.y1;

/**
 * A slash as thin as a hair, or a short pale dash, whole: the only ink in a cell that does not touch its borders, and
 * somewhere nearly as dark as ink. Noise is not, and the pale edge of a border touches it.
 */
function thinStroke(page: Raster, inside: PixelBox, threshold: number, textHeight: number): InkLine | null {
  const pale = paleThreshold(threshold);
  const [stroke, ...others] = findComponents(page, inside, pale).filter(
    ({ x0, y0, x1, y1, area }) => area > SPECK && x0 > inside.x0 && y0 > inside.y0 && x1 < inside.x1 && y1 < inside.y1,
  );
  if (!stroke || others.length > 0) return null;
  const { x0, y0, x1, y1, area } = stroke;
  const [wide, high] = [x1 - x0, y1 - y0];
  const tall = Math.min(wide, high) >= textHeight * LEAST_LEAN && Math.max(wide, high) >= textHeight * STROKE;
  const isSlash = tall && area <= wide * high * HAIR;
  const isDash = wide >= Math.max(textHeight * DIRT, high * DASH) && high <= textHeight * DASH_HEIGHT;
  const isInk = findComponents(page, stroke, (threshold + pale) / 2).length > 0;
  return isInk && (isSlash || isDash) ? { x0, y0, x1, y1 } : null;
}

/** The lines of text in a cell. None: the cell is empty. */
export function linesInCell(page: Raster, cell: PixelBox, threshold: number, textHeight: number): InkLine[] {
  const inside = insideOf(page, cell);
  const parts = findComponents(page, inside, threshold).filter((part) => !isRemnant(part, inside, textHeight));
  const lines = inkLines(parts, textHeight);
  if (lines.length > 1 || lines.some(({ x0, x1 }) => x1 - x0 > textHeight * WHOLE_LINE)) return lines;
  const stroke = thinStroke(page, inside, threshold, textHeight);
  return stroke && lines.every((line) => isInside(line, stroke)) ? [stroke] : lines;
}
