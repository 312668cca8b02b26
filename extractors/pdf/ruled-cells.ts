import { LIMITS } from '../limits.ts';
import type { Box } from './geometry.ts';
import type { Rule } from './page-content.ts';
import { clusterPositions, countBelow, nearest } from './rule-edges.ts';

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

/** Lines that end this near to each other meet. */
const TOUCH = 4;
/** Rows and columns narrower than this have no room for a letter: a page break cut through a border. */
const SLIVER = 5;
/** A border is there if an edge covers this part of it. */
const COVERS = 0.6;

const crosses = (a: Rule, b: Rule): boolean =>
  a.vertical !== b.vertical &&
  a.at >= b.from - TOUCH &&
  a.at <= b.to + TOUCH &&
  b.at >= a.from - TOUCH &&
  b.at <= a.to + TOUCH;

/** Edges of one direction that belong to no table yet, in order of their places, among which those that cross one are found. */
class FreeEdges {
  readonly #edges: readonly Rule[];
  readonly #places: readonly number[];
  readonly #free: Set<Rule>;

  constructor(edges: readonly Rule[]) {
    this.#edges = [...edges].sort((a, b) => a.at - b.at);
    this.#places = this.#edges.map(({ at }) => at);
    this.#free = new Set(edges);
  }

  take(edge: Rule): boolean {
    return this.#free.delete(edge);
  }

  takeCrossing(edge: Rule): Rule[] {
    const taken: Rule[] = [];
    for (let i = countBelow(this.#places, edge.from - TOUCH); i < this.#edges.length; i += 1) {
      const other = this.#edges[i] as Rule;
      if (other.at > edge.to + TOUCH) break;
      if (crosses(edge, other) && this.#free.delete(other)) taken.push(other);
    }
    return taken;
  }
}

/** Edges that hang together, table by table. */
export function connectEdges(edges: readonly Rule[]): Rule[][] {
  const vertical = edges.filter((edge) => edge.vertical);
  const uprights = new FreeEdges(vertical);
  const levels = new FreeEdges(edges.filter((edge) => !edge.vertical));
  const groups: Rule[][] = [];
  for (const start of vertical) {
    if (!uprights.take(start)) continue;
    const group: Rule[] = [];
    const queue: Rule[] = [start];
    for (let edge = queue.pop(); edge; edge = queue.pop()) {
      group.push(edge);
      queue.push(...(edge.vertical ? levels : uprights).takeCrossing(edge));
    }
    groups.push(group);
  }
  return groups;
}

/** Which borders between neighbouring slots are drawn: `along[line][slot]`. */
function drawnBorders(edges: readonly Rule[], lines: readonly number[], slots: readonly number[]): boolean[][] {
  const covered = lines.map(() => slots.slice(1).map(() => 0));
  for (const { at, from, to } of edges) {
    const line = covered[nearest(lines, at)] as number[];
    for (let i = Math.max(0, countBelow(slots, from) - 1); i + 1 < slots.length && (slots[i] as number) < to; i += 1) {
      const overlap = Math.min(to, slots[i + 1] as number) - Math.max(from, slots[i] as number);
      if (overlap > 0) line[i] = (line[i] as number) + overlap;
    }
  }
  return covered.map((line) =>
    line.map((length, i) => length >= COVERS * ((slots[i + 1] as number) - (slots[i] as number))),
  );
}

/** Rectangles that fill a region of slots: runs of a row, continued downwards while they stay the same. */
function cutRegion(slots: readonly (readonly [number, number])[]): FrameCell[] {
  const rows = new Map<number, number[]>();
  for (const [row, column] of slots) {
    const same = rows.get(row);
    if (same) same.push(column);
    else rows.set(row, [column]);
  }
  const runs: { row: number; from: number; to: number }[] = [];
  for (const [row, columns] of [...rows].sort(([a], [b]) => a - b)) {
    for (const column of columns.sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last?.row === row && last.to === column - 1) last.to = column;
      else runs.push({ row, from: column, to: column });
    }
  }
  const pieces: { row: number; column: number; rowSpan: number; colSpan: number }[] = [];
  /** The last piece of each column and width: only that can end right above. */
  const last = new Map<string, (typeof pieces)[number]>();
  for (const { row, from, to } of runs) {
    const place = `${from} ${to}`;
    const above = last.get(place);
    if (above && above.row + above.rowSpan === row) {
      above.rowSpan += 1;
      continue;
    }
    const piece = { row, column: from, rowSpan: 1, colSpan: to - from + 1 };
    pieces.push(piece);
    last.set(place, piece);
  }
  return pieces.length === 1 ? pieces : pieces.map((piece) => ({ ...piece, ragged: true as const }));
}

/**
 * The cells between the edges of one table: slots of the lattice of all lines, merged where no border is drawn between
 * them. The outer frame counts as drawn, for tables that are open at their sides. Null where there are no two lines each way.
 */
export function edgesToFrame(edges: readonly Rule[]): Frame | null {
  const vertical = edges.filter((edge) => edge.vertical);
  const horizontal = edges.filter((edge) => !edge.vertical);
  const ends = (own: readonly Rule[], other: readonly Rule[]) =>
    clusterPositions([...own.map(({ at }) => at), ...outer(own, other)], SLIVER);
  const xs = ends(vertical, horizontal);
  const ys = ends(horizontal, vertical);
  if (xs.length < 2 || ys.length < 2 || vertical.length < 2) return null;
  if ((xs.length - 1) * (ys.length - 1) > LIMITS.gridSlots) return null;
  const sides = drawnBorders(vertical, xs, ys);
  const levels = drawnBorders(horizontal, ys, xs);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const seen: boolean[] = [];
  const cells: FrameCell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (seen[row * columns + column]) continue;
      seen[row * columns + column] = true;
      const region: [number, number][] = [];
      const queue: [number, number][] = [[row, column]];
      const reach = (r: number, c: number, border: boolean | undefined) => {
        if (border || r < 0 || c < 0 || r >= rows || c >= columns || seen[r * columns + c]) return;
        seen[r * columns + c] = true;
        queue.push([r, c]);
      };
      for (let slot = queue.pop(); slot; slot = queue.pop()) {
        const [r, c] = slot;
        region.push(slot);
        reach(r - 1, c, levels[r]?.[c]);
        reach(r + 1, c, levels[r + 1]?.[c]);
        reach(r, c - 1, sides[c]?.[r]);
        reach(r, c + 1, sides[c + 1]?.[r]);
      }
      cells.push(...cutRegion(region));
    }
  }
  return { xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** How far lines of the other direction reach beyond the outermost line: there the table is open. */
function outer(own: readonly Rule[], other: readonly Rule[]): number[] {
  const low = Math.min(...own.map(({ at }) => at));
  const high = Math.max(...own.map(({ at }) => at));
  const from = Math.min(...other.map((rule) => rule.from));
  const to = Math.max(...other.map((rule) => rule.to));
  return [...(low - from > OPEN ? [from] : []), ...(to - high > OPEN ? [to] : [])];
}
/** Lines that reach further than this beyond the last border show cells without an outer border. */
const OPEN = 6;

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
