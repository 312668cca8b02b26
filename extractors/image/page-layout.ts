import { characterHeight, findComponents } from './components.ts';
import { estimateSkew } from './estimate-skew.ts';
import { flatten, inkThreshold } from './flatten.ts';
import { type InkLine, inkLines, linesInCell } from './ink-lines.ts';
import { boxOf, type PixelBox, type Quarters, type Raster, turnDegrees, turnQuarters } from './raster.ts';
import { findRules, type Rule } from './ruling-lines.ts';
import { findTables, type PictureTable } from './table-cells.ts';

/** A page made upright and even, and where on it something stands. */
export interface PageLayout {
  readonly page: Raster;
  /** How far the picture was turned before it was straightened. */
  readonly quarters: Quarters;
  /** The level below which a pixel of it is ink. */
  readonly threshold: number;
  /** Height of a character in pixels. */
  readonly textHeight: number;
  readonly tables: readonly LaidTable[];
  /** Lines outside of the tables, top to bottom, each in parts from left to right where wide gaps part it. */
  readonly lines: readonly (readonly InkLine[])[];
}

export interface LaidTable extends PictureTable {
  /** The lines of text in each cell, cell by cell. */
  readonly ink: readonly (readonly InkLine[])[];
}

/** A page straighter than this, in degrees, is left as it is: turning blurs. */
const STRAIGHT = 0.06;
/** A gap wider than this many characters parts a line. */
const WIDE_GAP = 1.6;
/** Ink taller than this many characters is a picture or a seal. */
const PICTURE = 3.5;

const overlaps = (a: PixelBox, b: PixelBox): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

/** Whether ink is a rule, or a part of one. */
const liesOn = (ink: PixelBox, { across, from, to, thickness }: Rule, upright: boolean): boolean => {
  const [near, far, low, high] = upright ? [ink.x0, ink.x1, ink.y0, ink.y1] : [ink.y0, ink.y1, ink.x0, ink.x1];
  const thin = far - near <= thickness + 4;
  return thin && Math.abs((near + far) / 2 - across) <= thickness + 2 && low >= from - 3 && high <= to + 3;
};

/** Parts a line where wide gaps stand in it. */
function partsOf(components: readonly PixelBox[], line: InkLine, textHeight: number): InkLine[] {
  const own = components.filter((part) => part.y0 >= line.y0 && part.y1 <= line.y1).sort((a, b) => a.x0 - b.x0);
  const parts: { x0: number; y0: number; x1: number; y1: number }[] = [];
  for (const { x0, y0, x1, y1 } of own) {
    const last = parts.at(-1);
    if (last && x0 - last.x1 <= textHeight * WIDE_GAP) {
      last.x1 = Math.max(last.x1, x1);
      last.y0 = Math.min(last.y0, y0);
      last.y1 = Math.max(last.y1, y1);
    } else {
      parts.push({ x0, y0, x1, y1 });
    }
  }
  return parts;
}

/** Turns and straightens a gray picture and finds its tables, their cells and the lines of text in and around them. */
export function layOutPage(picture: Raster, quarters: Quarters = 0): PageLayout {
  const flat = flatten(turnQuarters(picture, quarters));
  const threshold = inkThreshold(flat);
  const skew = estimateSkew(flat, threshold);
  const page = Math.abs(skew) < STRAIGHT ? flat : turnDegrees(flat, -skew);
  const components = findComponents(page, boxOf(page), threshold);
  const textHeight = characterHeight(components);
  const rules = findRules(page, textHeight);
  const tables = findTables(rules, textHeight).map(
    (table): LaidTable => ({
      ...table,
      ink: table.cells.map(({ box }) => linesInCell(page, box, threshold, textHeight)),
    }),
  );
  const outside = components.filter(
    (part) =>
      part.y1 - part.y0 <= textHeight * PICTURE &&
      !tables.some(({ box }) => overlaps(part, box)) &&
      !rules.horizontal.some((rule) => liesOn(part, rule, false)) &&
      !rules.vertical.some((rule) => liesOn(part, rule, true)),
  );
  const lines = inkLines(outside, textHeight).map((line) => partsOf(outside, line, textHeight));
  return { page, quarters, threshold, textHeight, tables, lines };
}
