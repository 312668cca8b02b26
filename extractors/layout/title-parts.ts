import { hull } from './box.ts';
import { isNumbered } from './figure-text.ts';
import type { LabelOracle } from './label-oracle.ts';
import { lineSegments, type Segment, valuesFrom } from './segments.ts';
import { ALIGNED, LINE_PITCH, LOOSE_PITCH } from './stacks.ts';
import type { TextLine } from './text-lines.ts';

/** A title is no further from the middle of the table than this part of its width, */
const CENTRED = 0.06;
/** or from the middle of the page than this. */
const ON_PAGE = 0.01;

/** A table, or a part of one below a title of its own. */
export interface TitledPart {
  /** Where the columns of figures begin in the whole table. */
  readonly edge: number;
  readonly title: readonly Segment[] | null;
  readonly lines: readonly (readonly Segment[])[];
}

/**
 * Cuts a table at its title lines, which stand alone over the middle of the table (第二十条第（五）项) or of its columns of
 * figures (申请人情况): what follows may have other columns.
 */
export function cutAtTitles(
  lines: readonly TextLine[],
  middle: number,
  goesOn: boolean,
  labels: LabelOracle,
  em: number,
): TitledPart[] {
  const { isLabel } = labels;
  const segments = lines.map((line) => lineSegments(line, labels));
  const [left, , right] = hull(lines.map(({ box }) => box));
  const edge = valuesFrom(segments);
  const parts: { edge: number; title: readonly Segment[] | null; lines: (readonly Segment[])[] }[] = [];
  segments.forEach((row, i) => {
    const line = lines[i] as TextLine;
    const [x0, , x1] = line.box;
    // Where lines of a cell are set wide, only what is known as a title can be one.
    const pitch = isLabel(line.text) ? LINE_PITCH : LOOSE_PITCH;
    const near = (other: TextLine | undefined) =>
      other !== undefined && Math.abs(other.base - line.base) <= pitch * line.size;
    const width = right - left;
    const inMiddle =
      Math.abs(x0 + x1 - left - right) <= 2 * CENTRED * width || Math.abs(x0 + x1 - 2 * middle) <= 2 * ON_PAGE * width;
    const centred = inMiddle && x0 > left + 3 * line.size;
    const inColumn =
      segments.filter(
        (other) => other.length > 1 && other.some((segment) => Math.abs(segment.line.box[0] - x0) <= ALIGNED * em),
      ).length > 1;
    const named = row[0]?.figure === false && !isNumbered(line.text) && !inColumn;
    // The first line of a page may be the rest of a label.
    const rest = goesOn && i === 0 && !isLabel(line.text);
    const alone = row.length === 1 && named && !rest && !near(lines[i - 1]) && !near(lines[i + 1]);
    if (alone && (centred || x0 >= edge - line.size)) parts.push({ edge, title: row, lines: [] });
    else if (parts.length === 0) parts.push({ edge, title: null, lines: [row] });
    else parts.at(-1)?.lines.push(row);
  });
  return parts;
}
