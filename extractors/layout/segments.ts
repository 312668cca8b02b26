import { isFigure } from './figure-text.ts';
import type { LabelOracle } from './label-oracle.ts';
import { splitLine, type TextLine, toLine } from './text-lines.ts';

/** Parts of a line that stand so many ems apart are cells. Words of justified prose stay below an em. */
export const CELL_GAP = 1;
/** Inside a table, where it is known that cells are to be found, less will do: headers stand close. */
const TIGHT_GAP = 0.5;
/** A word of two characters may be spread over its cell: 总　计. */
const SPREAD_WORD = 1.6;
const CHINESE = /^\p{Script=Han}$/u;
/** Words that may be spread over their cell though they are no labels of the forms. Of a header set upright, 商 stands beside 科. */
const SPREAD = /^(?:[总總合共][计計]|其他|[备備][注註考]|[说說]明|[项項]目)$/;

/** Part of a line that stands by itself. */
export interface Segment {
  readonly line: TextLine;
  readonly figure: boolean;
  /** How many segments stand in its line. */
  readonly peers: number;
  /** Its line holds a figure. */
  readonly withFigures: boolean;
}

const isSpreadWord = (a: string, b: string, { isLabel }: LabelOracle): boolean =>
  CHINESE.test(a) && CHINESE.test(b) && (SPREAD.test(a + b) || isLabel(a + b));

/** The segments of a line that belongs to a table. */
export function lineSegments(line: TextLine, labels: LabelOracle): Segment[] {
  const whole = splitLine(line, CELL_GAP);
  const parts = whole.length > 1 ? splitLine(line, TIGHT_GAP) : whole;
  const joined: TextLine[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const near = last && part.box[0] - last.box[2] < SPREAD_WORD * line.size;
    if (near && isSpreadWord(last.text, part.text, labels))
      joined[joined.length - 1] = toLine([...last.pieces, ...part.pieces]);
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

/** Where the columns of figures begin. */
export function valuesFrom(lines: readonly (readonly Segment[])[]): number {
  const starts = lines.flatMap((segments) => {
    const label = segments.findLastIndex(({ figure }) => !figure);
    const values = segments.slice(label + 1);
    return values.length > 0 && segments.length > 1 ? [values[0]?.line.box[0] ?? 0] : [];
  });
  const seconds = lines.flatMap(([, second]) => (second ? [second.line.box[0]] : []));
  return starts.length > 0 ? Math.min(...starts) : Math.min(...seconds);
}
