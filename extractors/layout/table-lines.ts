import { isFigure, isNumbered } from './figure-text.ts';
import type { LabelOracle } from './label-oracle.ts';
import { CELL_GAP, lineSegments, valuesFrom } from './segments.ts';
import { LINE_PITCH } from './stacks.ts';
import { splitLine, type TextLine } from './text-lines.ts';

/** A line without a gap that takes up more of the width of the text than this is prose. */
const PROSE = 0.6;
/** So many lines may stand over the first row: a title, the first line of a label. */
const LINES_ABOVE = 3;
/** Rows of a table, and labels below its last figures, follow each other within so many ems. */
const ROW_PITCH = 4;
/** A line of so many segments is a row even without figures; in shorter ones words may be spaced out. */
const MANY_SEGMENTS = 4;

const segmentCount = (line: TextLine): number => splitLine(line, CELL_GAP).length;

/** Stretches of lines between headings and prose; a table stands in one of them. */
export function stretches(lines: readonly TextLine[], { isHeading }: LabelOracle): TextLine[][] {
  const width = Math.max(...lines.map(({ box }) => box[2])) - Math.min(...lines.map(({ box }) => box[0]));
  const found: TextLine[][] = [[]];
  for (const line of lines) {
    const prose = segmentCount(line) < 2 && line.box[2] - line.box[0] > PROSE * width;
    if (prose || isHeading(line.text)) found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((stretch) => stretch.length > 0);
}

/** Whether a line begins with the numbered label of a row, or with its first words. */
const namesRow = (line: TextLine, { beginsLabel }: LabelOracle): boolean =>
  splitLine(line, CELL_GAP).some(({ text }) => isNumbered(text) && beginsLabel(text));

/**
 * The lines of a stretch that make a table: from a little above its first row to the last label below it. A table that goes
 * on from the page before begins with the stretch, its first rows may be labels alone.
 */
export function tableLines(
  stretch: readonly TextLine[],
  atEdge: boolean,
  goesOn: boolean,
  labels: LabelOracle,
): TextLine[] {
  const counts = stretch.map(segmentCount);
  // Where all figures are blank, rows are their labels alone.
  const named = goesOn ? stretch.filter((line) => namesRow(line, labels)) : [];
  const blank = named.length >= 2;
  const first = blank ? 0 : counts.findIndex((count) => count >= 2);
  let last = Math.max(
    counts.findLastIndex((count) => count >= 2),
    blank ? stretch.lastIndexOf(named.at(-1) as TextLine) : -1,
  );
  if (first === -1) return [];
  const figures = (line: TextLine): boolean =>
    splitLine(line, CELL_GAP)
      .slice(1)
      .some(({ text }) => isFigure(text));
  const rows = stretch.filter((_, i) => (counts[i] ?? 0) >= 2);
  if (!blank && !rows.some((row) => figures(row) || segmentCount(row) >= MANY_SEGMENTS)) return [];
  // A page break may leave a single row by itself.
  if (!blank && rows.length < 2 && segmentCount(rows[0] as TextLine) < MANY_SEGMENTS && !atEdge) return [];
  const edge = valuesFrom(rows.map((row) => lineSegments(row, labels)));
  for (; last + 1 < stretch.length; last += 1) {
    const [line, next] = [stretch[last] as TextLine, stretch[last + 1] as TextLine];
    const pitch = (next.base - line.base) / next.size;
    if (pitch > (next.box[2] > edge && !namesRow(next, labels) ? LINE_PITCH : ROW_PITCH)) break;
  }
  return stretch.slice(goesOn ? 0 : Math.max(0, first - LINES_ABOVE), last + 1);
}
