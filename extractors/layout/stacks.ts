import { type Box, hull } from './box.ts';
import { inEms } from './em.ts';
import { isNumbered } from './figure-text.ts';
import type { LabelOracle } from './label-oracle.ts';
import type { Segment } from './segments.ts';
import type { TextLine } from './text-lines.ts';

/** Lines of text inside one cell follow each other within so many ems; rows stand further apart. */
export const LINE_PITCH = 1.4;
/** In text set wide they follow within so many ems, where a label shows that it goes on, */
export const LOOSE_PITCH = 1.9;
/** and nearer than this part of the pitch of rows. */
const WITHIN_ROW = 0.85;
/** Figures nearer than this (in ems) stand in one row: no two rows are set so close, whatever wraps in their cells. */
export const ONE_ROW = 1;
/** Lines of one cell begin, end or are centred at the same place, give or take so many ems. */
export const ALIGNED = inEms(2);

/** The text of one cell: lines that stand under each other. */
export interface Stack {
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly text: string;
  readonly figure: boolean;
}

const toStack = (segments: readonly Segment[]): Stack => ({
  segments,
  box: hull(segments.map(({ line }) => line.box)),
  text: segments.map(({ line }) => line.text).join('\n'),
  figure: segments.some(({ figure }) => figure),
});

/** A bracket that was opened is closed further down: a note to a figure that needs several lines. */
const hasOpenBracket = (segments: readonly Segment[]): boolean => {
  const text = segments.map(({ line }) => line.text).join('');
  return (text.match(/[（(]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
};

/** The least distance between rows of figures; null where there are not two of them. */
function leastRowPitch(lines: readonly (readonly Segment[])[]): number | null {
  const bases = lines.flatMap((segments) => segments.find(({ figure }) => figure)?.line ?? []);
  const pitches = bases.slice(1).flatMap(({ base, size }, i) => {
    const pitch = base - (bases[i] as TextLine).base;
    return pitch > ONE_ROW * size ? [pitch] : [];
  });
  return pitches.length > 0 ? Math.min(...pitches) : null;
}

/** Whether two lines further apart than lines mostly are hold one label: both begin one that is known, or no row is so low. */
function isLoose(
  stack: readonly Segment[],
  below: Segment,
  pitch: number,
  rowPitch: number | null,
  { isLabel, beginsLabel }: LabelOracle,
): boolean {
  if (pitch > LOOSE_PITCH * Math.max((stack.at(-1) as Segment).line.size, below.line.size)) return false;
  const above = stack.map(({ line }) => line.text).join('');
  if (beginsLabel(above + below.line.text)) return !(isLabel(above) && isLabel(below.line.text));
  return rowPitch !== null && pitch <= WITHIN_ROW * rowPitch && !isLabel(above);
}

/** Whether a segment goes on in the one below it. Two figures never do, nor what begins with a number of its own. */
function goesOn(
  stack: readonly Segment[],
  below: Segment,
  rowPitch: number | null,
  labels: LabelOracle,
  em: number,
): boolean {
  const above = stack.at(-1) as Segment;
  const pitch = below.line.base - above.line.base;
  if (pitch <= 0) return false;
  const tight = pitch <= LINE_PITCH * Math.max(above.line.size, below.line.size);
  const [from, , to] = hull(stack.map(({ line }) => line.box));
  if (hasOpenBracket(stack) && stack[0]?.figure) return tight && below.line.box[0] < to && below.line.box[2] > from;
  if (above.figure || below.figure || (above.withFigures && below.withFigures)) return false;
  if (isNumbered(below.line.text)) return false;
  const [a0, , a1] = above.line.box;
  const [b0, , b1] = below.line.box;
  const near = (p: number, q: number) => Math.abs(p - q) <= ALIGNED * em;
  const aligned = near(a0, b0) || near(a1, b1) || near(a0 + a1, b0 + b1);
  return aligned && (tight || isLoose(stack, below, pitch, rowPitch, labels));
}

/** Gathers the segments of a table, top to bottom, into the texts of its cells. */
export function stackSegments(lines: readonly (readonly Segment[])[], labels: LabelOracle, em: number): Stack[] {
  const stacks: Segment[][] = [];
  const rowPitch = leastRowPitch(lines);
  const reach = LOOSE_PITCH * lines.flat().reduce((most, { line }) => Math.max(most, line.size), 0);
  // Nothing goes on in a line further down than that.
  let near: Segment[][] = [];
  for (const segments of lines) {
    const base = Math.min(...segments.map(({ line }) => line.base));
    near = near.filter((stack) => base - (stack.at(-1) as Segment).line.base <= reach);
    for (const segment of segments) {
      const open = near.find((stack) => goesOn(stack, segment, rowPitch, labels, em));
      if (open) {
        open.push(segment);
        continue;
      }
      const stack = [segment];
      stacks.push(stack);
      near.push(stack);
    }
  }
  return stacks.map(toStack);
}
