import { inEms } from './em.ts';
import type { PageTable, TableCell } from './page-table.ts';
import { clusterPositions, nearest } from './positions.ts';

/** The sides of two parts of one table stand at the same place, give or take so many ems. */
const SIDES = inEms(8);
/** Column borders of two parts nearer than this (in ems) are the same border. */
const BORDERS = inEms(5);

const width = ({ xs }: PageTable): readonly [number, number] => [xs[0] as number, xs.at(-1) as number];

/**
 * Whether a table at the top of a page goes on from the parts on the pages before it. A part may show the right of the table
 * only, so the left side is that of the widest part, or of the last.
 */
export function continues(parts: readonly PageTable[], below: PageTable, em: number): boolean {
  const last = parts.at(-1);
  if (!last || below.page !== last.page + 1 || last.borders !== below.borders) return false;
  const [b0, b1] = width(below);
  if (Math.abs(width(last)[1] - b1) > SIDES * em) return false;
  const widest = parts.reduce((wide, part) => (width(part)[0] < width(wide)[0] ? part : wide));
  return [last, widest].some((above) => {
    const [a0] = width(above);
    return Math.abs(a0 - b0) <= SIDES * em || (b0 > a0 && isRightPart(above, below, BORDERS * em));
  });
}

/** A group's cell that goes on without a line or a word is not seen: what lines there are stand where they stood above. */
function isRightPart(above: PageTable, below: PageTable, reach: number): boolean {
  const from = below.xs[0] as number;
  const inside = above.xs.filter((x) => x > from - reach);
  const stand = (some: readonly number[], among: readonly number[]): boolean =>
    some.every((x) => among.some((known) => Math.abs(known - x) <= reach));
  if (below.borders !== 'marked' || inside.length < 3 || !stand([from], inside)) return false;
  return stand(inside, below.xs) || stand(below.xs, inside);
}

/** The columns that the parts of one table share, and the cells of each part set over them. */
export function shareColumns(
  parts: readonly PageTable[],
  em: number,
): { columns: number; cells: readonly (readonly TableCell[])[] } {
  const [first, ...others] = parts;
  const all = parts.flatMap(({ xs }) => xs);
  const shared = first && others.length === 0 ? first.xs : clusterPositions(all, BORDERS * em);
  const cells = parts.map((part) =>
    part.cells.map((cell) => {
      const from = nearest(shared, part.xs[cell.column] as number);
      const to = Math.max(from + 1, nearest(shared, part.xs[cell.column + cell.colSpan] as number));
      return { ...cell, column: from, colSpan: to - from };
    }),
  );
  return { columns: shared.length - 1, cells };
}
