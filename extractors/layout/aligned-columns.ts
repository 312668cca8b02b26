import type { Stack } from './stacks.ts';

export interface Column {
  from: number;
  to: number;
}

const widthOf = ({ box }: Stack): number => box[2] - box[0];

/** The columns that a text stands in or over. */
const overlapped = ({ box }: Stack, columns: readonly Column[]): number[] =>
  columns.flatMap(({ from, to }, i) => (from < box[2] && to > box[0] ? [i] : []));

/**
 * The columns of a table without lines, left to right. The narrowest texts mark them out, figures first; what reaches over
 * several is a header or label that spans them. A header with few beside it marks no column where there is no figure.
 *
 * @param known the columns of the part of the table on the page before, which may hold the header and fuller rows
 */
export function findColumns(stacks: readonly Stack[], known: readonly Column[] = []): Column[] {
  const columns: Column[] = known.map((column) => ({ ...column }));
  const order = [...stacks].sort((a, b) => Number(b.figure) - Number(a.figure) || widthOf(a) - widthOf(b));
  const inLine = (stack: Stack): number => Math.max(...stack.segments.map((segment) => segment.peers));
  const most = Math.max(...stacks.map(inLine));
  // Names of one, two and three lines in the middle of their cells share no line, and yet stand beside each other.
  const beside = ({ box: [, top, , bottom] }: Stack): number =>
    stacks.filter(({ box, figure }) => !figure && box[1] < bottom && box[3] > top).length;
  const isOneOfMany = (stack: Stack): boolean => inLine(stack) * 2 >= most || beside(stack) * 2 >= most;
  const valuesFrom = Math.min(...stacks.filter(({ figure }) => figure).map(({ box }) => box[0]));
  for (const stack of order) {
    const [from, , to] = stack.box;
    const over = overlapped(stack, columns);
    const own = columns[over[0] ?? -1];
    if (over.length === 1 && own) {
      own.from = Math.min(own.from, from);
      own.to = Math.max(own.to, to);
    } else if (over.length === 0 && (stack.figure || to <= valuesFrom || isOneOfMany(stack))) {
      columns.push({ from, to });
    }
  }
  return columns.sort((a, b) => a.from - b.from);
}

/** The first and last column of a text: those it overlaps, else the one nearest to its middle. */
export function columnsOf(stack: Stack, columns: readonly Column[]): { first: number; last: number } {
  const over = overlapped(stack, columns);
  if (over.length > 0) return { first: over[0] as number, last: over.at(-1) as number };
  const middle = (stack.box[0] + stack.box[2]) / 2;
  const distance = ({ from, to }: Column) => Math.max(from - middle, middle - to);
  const best = columns.reduce(
    (nearest, column, i) => (distance(column) < distance(columns[nearest] as Column) ? i : nearest),
    0,
  );
  return { first: best, last: best };
}
