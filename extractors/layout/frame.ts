import type { Box } from './box.ts';
import { countBelow } from './positions.ts';

/** A table's frame: the positions of its lines and the cells between them. */
export interface Frame {
  /** Positions of the column borders, left to right, and of the row borders, top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly FrameCell[];
}

export interface FrameCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The borders around it do not make a rectangle; it was cut into pieces that do. */
  readonly ragged?: true;
}

/** The box of a cell of a frame. */
export function cellBox({ xs, ys }: Frame, { row, column, rowSpan, colSpan }: FrameCell): Box {
  return [xs[column] as number, ys[row] as number, xs[column + colSpan] as number, ys[row + rowSpan] as number];
}

/** The box of a frame. */
export const frameBox = ({ xs, ys }: Frame): Box => [
  xs[0] as number,
  ys[0] as number,
  xs.at(-1) as number,
  ys.at(-1) as number,
];

/** Finds the cell that a place lies in, by its index; the first of those that share a border. -1 where there is none. */
export function cellFinder({ xs, ys, cells }: Frame): (x: number, y: number) => number {
  const columns = xs.length - 1;
  const owners = new Int32Array(columns * (ys.length - 1)).fill(-1);
  cells.forEach(({ row, column, rowSpan, colSpan }, index) => {
    for (let at = row * columns + column; at < (row + rowSpan) * columns; at += columns) {
      owners.fill(index, at, at + colSpan);
    }
  });
  /** The slots that a place lies in or on the border of. */
  const slots = (lines: readonly number[], at: number): number[] => {
    const line = countBelow(lines, at);
    return [line - 1, ...(lines[line] === at ? [line] : [])].filter((slot) => slot >= 0 && slot < lines.length - 1);
  };
  return (x, y) => {
    const across = slots(xs, x);
    const found = slots(ys, y).flatMap((row) => across.map((column) => owners[row * columns + column] ?? -1));
    return found.length > 0 ? Math.min(...found) : -1;
  };
}
