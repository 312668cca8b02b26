import type { Box } from '../layout/box.ts';
import { connectEdges } from '../layout/connect-edges.ts';
import { rulesToEdges } from '../layout/edges.ts';
import { edgesToFrame } from '../layout/edges-to-frame.ts';
import { inEms } from '../layout/em.ts';
import { cellBox, type Frame, frameBox } from '../layout/frame.ts';
import type { RulingLine } from '../layout/ruling-line.ts';
import { LIMITS } from '../limits.ts';
import type { PixelBox } from './raster.ts';
import type { Rule, Rules } from './ruling-lines.ts';

/** A cell of a table in a picture: its place in the grid and the box between its rules, in pixels. */
export interface PictureCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: PixelBox;
  /** The rules around it make no rectangle; it was cut into pieces that do. */
  readonly ragged?: true;
}

export interface PictureTable {
  readonly rows: number;
  readonly columns: number;
  /** In row order, then column order; they do not overlap and leave no slot free. */
  readonly cells: readonly PictureCell[];
  readonly box: PixelBox;
}

/** Fewer cells than this are a frame or a box, no table, unless they stand beside each other in a row this low (in ems). */
const FEWEST_CELLS = 4;
const LOWEST_ROW = inEms(60);
/** Narrower than this (in ems) is no table but a large character (田, 国家). */
const NARROWEST = inEms(84);
/** So many rules must end at one height to make a border there, and no further apart than this, in ems. */
const FEWEST_ENDS = 3;
const TOGETHER = inEms(3);

/** A box of the layout, rounded to whole pixels. */
export const toPixels = ([x0, y0, x1, y1]: Box): PixelBox => ({
  x0: Math.round(x0),
  y0: Math.round(y0),
  x1: Math.round(x1),
  y1: Math.round(y1),
});

/**
 * Upright rules that end at one height where no rule stands: a row cut off at the edge of the page ends all the same.
 */
function openEnds(edges: readonly RulingLine[], end: 'from' | 'to', em: number): RulingLine[] {
  const level = edges.filter(({ vertical }) => !vertical);
  const loose = edges
    .filter((edge) => edge.vertical && !level.some(({ at }) => Math.abs(at - edge[end]) <= TOGETHER * 2 * em))
    .sort((a, b) => a[end] - b[end]);
  const bundles: RulingLine[][] = [];
  for (const edge of loose) {
    const last = bundles.at(-1);
    if (last && edge[end] - (last.at(-1)?.[end] ?? 0) <= TOGETHER * em) last.push(edge);
    else bundles.push([edge]);
  }
  return bundles
    .filter((bundle) => bundle.length >= FEWEST_ENDS)
    .map((bundle) => ({
      vertical: false,
      at: bundle.reduce((sum, edge) => sum + edge[end], 0) / bundle.length,
      from: Math.min(...bundle.map(({ at }) => at)),
      to: Math.max(...bundle.map(({ at }) => at)),
    }));
}

/** Lines at which some cell begins, by their number; the others were strokes, not borders. */
const renumber = (starts: readonly number[]): Map<number, number> =>
  new Map([...new Set(starts)].sort((a, b) => a - b).map((line, index) => [line, index]));

function toTable(frame: Frame, em: number): PictureTable | null {
  const { cells, xs, ys } = frame;
  if ((xs.at(-1) as number) - (xs[0] as number) < NARROWEST * em) return null;
  const isRow = cells.length > 1 && ys.length === 2 && (ys[1] as number) - (ys[0] as number) <= LOWEST_ROW * em;
  if (cells.length < FEWEST_CELLS && !isRow) return null;
  const rows = renumber(cells.map(({ row }) => row));
  const columns = renumber(cells.map(({ column }) => column));
  const between = (numbers: ReadonlyMap<number, number>, from: number, span: number): number =>
    [...numbers.keys()].filter((line) => line >= from && line < from + span).length;
  return {
    rows: rows.size,
    columns: columns.size,
    cells: cells.map(
      (cell): PictureCell => ({
        row: rows.get(cell.row) ?? 0,
        column: columns.get(cell.column) ?? 0,
        rowSpan: between(rows, cell.row, cell.rowSpan),
        colSpan: between(columns, cell.column, cell.colSpan),
        box: toPixels(cellBox(frame, cell)),
        ...(cell.ragged ? { ragged: true } : {}),
      }),
    ),
    box: toPixels(frameBox(frame)),
  };
}

/**
 * The tables that ruling lines draw, top to bottom; a frame around the page and lone lines are none. The rules of a picture
 * are put together to cells as those of a PDF are.
 *
 * @param textHeight height of a character in pixels
 */
export function findTables({ horizontal, vertical }: Rules, textHeight: number): PictureTable[] {
  if (horizontal.length + vertical.length > LIMITS.pictureRules) return [];
  const toLine = ({ across: at, from, to }: Rule, upright: boolean): RulingLine => ({
    vertical: upright,
    at,
    from,
    to,
  });
  const rules = [...vertical.map((rule) => toLine(rule, true)), ...horizontal.map((rule) => toLine(rule, false))];
  const found = connectEdges(rulesToEdges(rules, textHeight), textHeight).flatMap((edges) => {
    const frame = edgesToFrame(
      [...edges, ...openEnds(edges, 'from', textHeight), ...openEnds(edges, 'to', textHeight)],
      textHeight,
    );
    return (frame && toTable(frame, textHeight)) ?? [];
  });
  const inside = (a: PixelBox, b: PixelBox) => a.x0 >= b.x0 && a.y0 >= b.y0 && a.x1 <= b.x1 && a.y1 <= b.y1;
  return found
    .filter((table) => !found.some((other) => other !== table && inside(table.box, other.box)))
    .sort((a, b) => a.box.y0 - b.box.y0);
}
