import { type Component, characterHeight, findComponents } from './components.ts';
import { estimateSkew } from './estimate-skew.ts';
import { flatten, inkThreshold } from './flatten.ts';
import { type InkLine, inkLines, linesInCell } from './ink-lines.ts';
import { around, boxOf, type PixelBox, type Quarters, type Raster, turnDegrees, turnQuarters } from './raster.ts';
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
  /** Lines outside of the tables, top to bottom, each in parts from left to right where gaps part it. */
  readonly lines: readonly (readonly InkLine[])[];
}

interface LaidTable extends PictureTable {
  /** The lines of text in each cell, cell by cell. */
  readonly ink: readonly (readonly InkLine[])[];
}

/** A page straighter than this, in degrees, is left as it is: turning blurs. */
const STRAIGHT = 0.06;
/** A gap wider than this many characters parts a line; in a line so parted, and so perhaps of columns, less will do. */
export const WIDE_GAP = 1.6;
const COLUMN_GAP = 1;
/** Ink taller than this many characters is a picture or a seal. */
const PICTURE = 3.5;

const overlaps = (a: PixelBox, b: PixelBox): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

/** Whether ink is a rule, or a part of one. */
const liesOn = (ink: PixelBox, { across, from, to, thickness }: Rule, upright: boolean): boolean => {
  const [near, far, low, high] = upright ? [ink.x0, ink.x1, ink.y0, ink.y1] : [ink.y0, ink.y1, ink.x0, ink.x1];
  const thin = far - near <= thickness + 4;
  return thin && Math.abs((near + far) / 2 - across) <= thickness + 2 && low >= from - 3 && high <= to + 3;
};

/** Height of a character in a table: beside large prose two lines of its print would pass for one large character. */
const heightInside = (box: PixelBox, components: readonly Component[], textHeight: number): number =>
  Math.min(textHeight, characterHeight(components.filter((part) => overlaps(part, box))));

interface Part {
  x1: number;
  readonly ink: Component[];
}

/** Parts a line where gaps wider than `widest` stand in it. */
function partAt(widest: number, ink: readonly Component[]): Part[] {
  const parts: Part[] = [];
  for (const one of ink) {
    const last = parts.at(-1);
    if (last && one.x0 - last.x1 <= widest) {
      last.x1 = Math.max(last.x1, one.x1);
      last.ink.push(one);
    } else {
      parts.push({ x1: one.x1, ink: [one] });
    }
  }
  return parts;
}

/**
 * A line in parts where wide gaps stand in it, and then at narrower ones too, for it may be a row of a table. What is as
 * high as several lines, as a label beside a figure in its middle, is parted line by line.
 */
function partsOf(components: readonly Component[], line: InkLine, textHeight: number): InkLine[] {
  const own = components.filter((part) => part.y0 >= line.y0 && part.y1 <= line.y1).sort((a, b) => a.x0 - b.x0);
  const wide = partAt(textHeight * WIDE_GAP, own);
  const parts = wide.length > 1 ? partAt(textHeight * COLUMN_GAP, own) : wide;
  return parts.flatMap(({ ink }) => {
    const lines = parts.length > 1 ? inkLines(ink, textHeight) : [];
    return lines.length > 1 ? lines : [around(ink) as PixelBox];
  });
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
  const tables = findTables(rules, textHeight).map((table): LaidTable => {
    const height = heightInside(table.box, components, textHeight);
    return { ...table, ink: table.cells.map(({ box }) => linesInCell(page, box, threshold, height)) };
  });
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
