import { LIMITS } from '../limits.ts';
import { inEms } from './em.ts';
import type { Frame, FrameCell } from './frame.ts';
import { clusterPositions, countBelow, nearest } from './positions.ts';
import type { RulingLine } from './ruling-line.ts';

/** Rows and columns narrower than this (in ems) have no room for a letter: a page break cut through a border. */
const SLIVER = inEms(5);
/** A border is there if an edge covers this part of it. */
const COVERS = 0.6;

/** Which borders between neighbouring slots are drawn: `along[line][slot]`. */
function drawnBorders(edges: readonly RulingLine[], lines: readonly number[], slots: readonly number[]): boolean[][] {
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
  const rectangles: { row: number; column: number; rowSpan: number; colSpan: number }[] = [];
  /** The last rectangle of each column and width: only that can end right above. */
  const last = new Map<string, (typeof rectangles)[number]>();
  for (const { row, from, to } of runs) {
    const place = `${from} ${to}`;
    const above = last.get(place);
    if (above && above.row + above.rowSpan === row) {
      above.rowSpan += 1;
      continue;
    }
    const rectangle = { row, column: from, rowSpan: 1, colSpan: to - from + 1 };
    rectangles.push(rectangle);
    last.set(place, rectangle);
  }
  return rectangles.length === 1
    ? rectangles
    : rectangles.map((rectangle) => ({ ...rectangle, ragged: true as const }));
}

/**
 * The cells between the edges of one table: slots of the lattice of all lines, merged where no border is drawn between
 * them. The outer frame counts as drawn, for tables that are open at their sides. Null where there are no two lines each way.
 */
export function edgesToFrame(edges: readonly RulingLine[], em: number): Frame | null {
  const vertical = edges.filter((edge) => edge.vertical);
  const horizontal = edges.filter((edge) => !edge.vertical);
  const ends = (own: readonly RulingLine[], other: readonly RulingLine[]) =>
    clusterPositions([...own.map(({ at }) => at), ...outer(own, other, em)], SLIVER * em);
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
function outer(own: readonly RulingLine[], other: readonly RulingLine[], em: number): number[] {
  const low = Math.min(...own.map(({ at }) => at));
  const high = Math.max(...own.map(({ at }) => at));
  const from = Math.min(...other.map((rule) => rule.from));
  const to = Math.max(...other.map((rule) => rule.to));
  return [...(low - from > OPEN * em ? [from] : []), ...(to - high > OPEN * em ? [to] : [])];
}
/** Lines that reach further than this (in ems) beyond the last border show cells without an outer border. */
const OPEN = inEms(6);
