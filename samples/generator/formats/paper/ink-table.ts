import { SEAM } from '../../draft.ts';
import type { LaidCell, LaidTable } from './laid-table.ts';
import type { PageStyle } from './page-style.ts';
import { ruleCells } from './rule-cells.ts';
import type { Ink, Measure, TextInk } from './sheet.ts';
import type { PieceRow } from './table-pieces.ts';

/** Part of a cell on one page: its box and the lines of text in it. */
interface CellBox {
  readonly one: LaidCell;
  readonly lines: readonly string[];
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Whether a name stands over the names of several columns: 法人或其他组织, 复议后起诉. */
const heads = ({ cell }: LaidCell): boolean => cell.colSpan > 3;

/** Share of the size from the top of a line to its baseline. */
const ASCENT = 0.92;

function sayLine(line: string, x: number, y: number, size: number, weight: TextInk['weight'], measure: Measure): Ink[] {
  let at = x;
  return line.split(SEAM).flatMap((text): Ink[] => {
    const here = at;
    at += measure(text, size);
    return text.trim() === '' ? [] : [{ kind: 'text', x: here, y, size, text, weight }];
  });
}

/**
 * The boxes of one piece. `printed` remembers how many lines of a cell stand on earlier pages: a cell that spans the page
 * break is written where it fits whole, and line by line in a row that is cut.
 */
function boxesOf(
  laid: LaidTable,
  piece: readonly PieceRow[],
  x: number,
  y: number,
  printed: Map<LaidCell, number>,
): CellBox[] {
  const tops = [y];
  for (const { height } of piece) tops.push((tops.at(-1) ?? 0) + height);
  return [true, false].flatMap((again) =>
    laid.cells.flatMap((one): CellBox[] => {
      const covers = (line: PieceRow): boolean =>
        line.again === again && line.row >= one.row && line.row < one.row + one.rowSpan;
      const first = piece.findIndex(covers);
      const last = piece.findLastIndex(covers);
      if (first < 0) return [];
      const [y0 = 0, y1 = 0] = [tops[first], tops[last + 1]];
      const ends = piece[last]?.row === one.row + one.rowSpan - 1 && piece[last]?.part !== 'head';
      const done = again ? 0 : (printed.get(one) ?? 0);
      const room = Math.floor((y1 - y0 - 2 * laid.padding + 0.01) / laid.leading);
      const waiting = one.lines.length - done;
      const now = ends || waiting <= room ? waiting : one.rowSpan > 1 ? 0 : room;
      if (!again) printed.set(one, done + now);
      const [x0 = 0, x1 = 0] = [laid.edges[one.column], laid.edges[one.column + one.colSpan]];
      return [{ one, lines: one.lines.slice(done, done + now), x0: x + x0, y0, x1: x + x1, y1 }];
    }),
  );
}

function textsOf({ one, lines, x0, y0, x1, y1 }: CellBox, laid: LaidTable, style: PageStyle, measure: Measure): Ink[] {
  const high = lines.length * laid.leading;
  const from = style.vertical === 'middle' ? y0 + (y1 - y0 - high) / 2 : y0 + laid.padding;
  const weight = one.cell.kind === 'header' || one.cell.kind === 'title' ? style.headings : 'regular';
  return lines.flatMap((line, place) => {
    const wide = measure(line.replaceAll(SEAM, ''), laid.size);
    const isLabel = one.cell.kind === 'label' || one.cell.kind === 'corner';
    // Without lines a column is only what stands in line, so its name goes where its values go.
    const follows = one.cell.kind === 'value' || (one.cell.kind === 'header' && style.ruling === 'none' && !heads(one));
    const left = x0 + laid.padding;
    const right = x1 - laid.padding - wide;
    const x = isLabel ? left : follows && style.values === 'right' ? right : (x0 + x1 - wide) / 2;
    return sayLine(line, x, from + place * laid.leading + ASCENT * laid.size, laid.size, weight, measure);
  });
}

/** One piece of a table as ink, its top left corner at x and y. */
export function inkPiece(
  laid: LaidTable,
  piece: readonly PieceRow[],
  [x, y]: readonly [number, number],
  printed: Map<LaidCell, number>,
  style: PageStyle,
  measure: Measure,
): Ink[] {
  const boxes = boxesOf(laid, piece, x, y, printed);
  return [...ruleCells(boxes, style.ruling), ...boxes.flatMap((box) => textsOf(box, laid, style, measure))];
}
