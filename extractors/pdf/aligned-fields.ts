import { beginsLabel, readLabel } from '../mapping/label-index.ts';
import { isFigure, isNumbered } from './figure-text.ts';
import { type Box, hull } from './geometry.ts';
import { splitLine, type TextLine, toLine } from './text-lines.ts';

/** Parts of a line that stand so many ems apart are cells. Words of justified prose stay below an em. */
export const CELL_GAP = 1;
/** Inside a table, where it is known that cells are to be found, less will do: headers stand close. */
const TIGHT_GAP = 0.5;
/** A word of two characters may be spread over its cell: 总　计. */
const SPREAD_WORD = 1.6;
/** Lines of text inside one cell follow each other within so many ems; rows stand further apart. */
export const LINE_PITCH = 1.4;
/** In text set wide they follow within so many ems, where a label shows that it goes on, */
export const LOOSE_PITCH = 1.9;
/** and nearer than this part of the pitch of rows. */
const WITHIN_ROW = 0.85;
/** Figures nearer than this (in ems) stand in one row: no two rows are set so close, whatever wraps in their cells. */
export const ONE_ROW = 1;
/** Lines of one cell begin, end or are centred at the same place, give or take so many points. */
const ALIGNED = 2;

const CHINESE = /^\p{Script=Han}$/u;
/** Words that may be spread over their cell though they are no labels of the forms. Of a header set upright, 商 stands beside 科. */
const SPREAD = /^(?:[总總合共][计計]|其他|[备備][注註考]|[说說]明|[项項]目)$/;

/** Part of a line that stands by itself. */
export interface Field {
  readonly line: TextLine;
  readonly figure: boolean;
  /** How many fields stand in its line. */
  readonly peers: number;
  /** Its line holds a figure. */
  readonly withFigures: boolean;
}

/** Whether a text is known as a label of the forms. */
export const isLabel = (text: string): boolean => readLabel(text).hits.length > 0;

const isSpreadWord = (a: string, b: string): boolean =>
  CHINESE.test(a) && CHINESE.test(b) && (SPREAD.test(a + b) || isLabel(a + b));

/** The fields of a line that belongs to a table. */
export function lineFields(line: TextLine): Field[] {
  const whole = splitLine(line, CELL_GAP);
  const parts = whole.length > 1 ? splitLine(line, TIGHT_GAP) : whole;
  const joined: TextLine[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const near = last && part.box[0] - last.box[2] < SPREAD_WORD * line.size;
    if (near && isSpreadWord(last.text, part.text))
      joined[joined.length - 1] = toLine([...last.glyphs, ...part.glyphs]);
    else joined.push(part);
  }
  const figures = joined.map(({ text }) => isFigure(text));
  return joined.map((part, i) => ({
    line: part,
    figure: figures[i] ?? false,
    peers: joined.length,
    withFigures: figures.some(Boolean),
  }));
}

/** The text of one cell: lines that stand under each other. */
export interface Stack {
  readonly fields: readonly Field[];
  readonly box: Box;
  readonly text: string;
  readonly figure: boolean;
}

const toStack = (fields: readonly Field[]): Stack => ({
  fields,
  box: hull(fields.map(({ line }) => line.box)),
  text: fields.map(({ line }) => line.text).join('\n'),
  figure: fields.some(({ figure }) => figure),
});

/** A bracket that was opened is closed further down: a note to a figure that needs several lines. */
const hasOpenBracket = (fields: readonly Field[]): boolean => {
  const text = fields.map(({ line }) => line.text).join('');
  return (text.match(/[（(]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
};

/** The least distance in points between rows of figures; null where there are not two of them. */
function leastRowPitch(lines: readonly (readonly Field[])[]): number | null {
  const bases = lines.flatMap((fields) => fields.find(({ figure }) => figure)?.line ?? []);
  const pitches = bases.slice(1).flatMap(({ base, size }, i) => {
    const pitch = base - (bases[i] as TextLine).base;
    return pitch > ONE_ROW * size ? [pitch] : [];
  });
  return pitches.length > 0 ? Math.min(...pitches) : null;
}

/** Whether two lines further apart than lines mostly are hold one label: both begin one that is known, or no row is so low. */
function isLoose(stack: readonly Field[], below: Field, pitch: number, rowPitch: number | null): boolean {
  if (pitch > LOOSE_PITCH * Math.max((stack.at(-1) as Field).line.size, below.line.size)) return false;
  const above = stack.map(({ line }) => line.text).join('');
  if (beginsLabel(above + below.line.text)) return !(isLabel(above) && isLabel(below.line.text));
  return rowPitch !== null && pitch <= WITHIN_ROW * rowPitch && !isLabel(above);
}

/** Whether a field goes on in the one below it. Two figures never do, nor what begins with a number of its own. */
function goesOn(stack: readonly Field[], below: Field, rowPitch: number | null): boolean {
  const above = stack.at(-1) as Field;
  const pitch = below.line.base - above.line.base;
  if (pitch <= 0) return false;
  const tight = pitch <= LINE_PITCH * Math.max(above.line.size, below.line.size);
  const [from, , to] = hull(stack.map(({ line }) => line.box));
  if (hasOpenBracket(stack) && stack[0]?.figure) return tight && below.line.box[0] < to && below.line.box[2] > from;
  if (above.figure || below.figure || (above.withFigures && below.withFigures)) return false;
  if (isNumbered(below.line.text)) return false;
  const [a0, , a1] = above.line.box;
  const [b0, , b1] = below.line.box;
  const near = (p: number, q: number) => Math.abs(p - q) <= ALIGNED;
  const aligned = near(a0, b0) || near(a1, b1) || near(a0 + a1, b0 + b1);
  return aligned && (tight || isLoose(stack, below, pitch, rowPitch));
}

/** Gathers the fields of a table, top to bottom, into the texts of its cells. */
export function stackFields(lines: readonly (readonly Field[])[]): Stack[] {
  const stacks: Field[][] = [];
  const rowPitch = leastRowPitch(lines);
  const reach = LOOSE_PITCH * lines.flat().reduce((most, { line }) => Math.max(most, line.size), 0);
  // Nothing goes on in a line further down than that.
  let near: Field[][] = [];
  for (const fields of lines) {
    const base = Math.min(...fields.map(({ line }) => line.base));
    near = near.filter((stack) => base - (stack.at(-1) as Field).line.base <= reach);
    for (const field of fields) {
      const open = near.find((stack) => goesOn(stack, field, rowPitch));
      if (open) {
        open.push(field);
        continue;
      }
      const stack = [field];
      stacks.push(stack);
      near.push(stack);
    }
  }
  return stacks.map(toStack);
}
