import type { Glyph, Rule } from './page-content.ts';

/** So many characters must stand on an edge; fewer may hang over a border. */
const STRUCK = 3;
/** The part of a character's height, in its middle, that an edge runs through. */
const MIDDLE = 0.5;

/** Edges further apart than this leave room for a line of any size that tables are set in. */
const NEAR = 12;

const overlap = (a: Rule, b: Rule): boolean => a.from < b.to && b.from < a.to;

function runsThrough({ at, from, to }: Rule, { box: [x0, y0, x1, y1], turn }: Glyph): boolean {
  const x = (x0 + x1) / 2;
  return turn === 0 && x > from && x < to && Math.abs(at - (y0 + y1) / 2) <= (MIDDLE / 2) * (y1 - y0);
}

/**
 * Leaves out edges that run through the letters of a line, so near to the next edge that no line of this size has room
 * between the two: browsers draw a border of a cell a second time, at half its height.
 */
export function dropStruckEdges(edges: readonly Rule[], glyphs: readonly Glyph[]): readonly Rule[] {
  const level = edges.filter(({ vertical }) => !vertical);
  const struck = new Set(
    level.filter((edge) => {
      const gaps = level
        .filter((other) => other !== edge && overlap(edge, other))
        .map(({ at }) => Math.abs(at - edge.at));
      const gap = Math.min(...gaps);
      if (gap > NEAR) return false;
      return glyphs.filter((glyph) => gap < glyph.size && runsThrough(edge, glyph)).length >= STRUCK;
    }),
  );
  return struck.size === 0 ? edges : edges.filter((edge) => !struck.has(edge));
}
