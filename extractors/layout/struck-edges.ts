import { inEms } from './em.ts';
import type { Piece } from './piece.ts';
import { countBelow } from './positions.ts';
import type { RulingLine } from './ruling-line.ts';

/** So many characters must stand on an edge; fewer may hang over a border. */
const STRUCK = 3;
/** The part of a character's height, in its middle, that an edge runs through. */
const MIDDLE = 0.5;

/** Edges further apart than this (in ems) leave room for a line of any size that tables are set in. */
const NEAR = inEms(12);
/** Letters whose middle part reaches further than so many ems are no letters of a table. */
const LARGEST = inEms(300);

/** The edges of one line, apart from each other, from left to right. */
interface Level {
  readonly at: number;
  readonly edges: readonly RulingLine[];
  readonly ends: readonly number[];
}

function levelsOf(edges: readonly RulingLine[]): Level[] {
  const byPlace = new Map<number, RulingLine[]>();
  for (const edge of edges) {
    const same = byPlace.get(edge.at);
    if (same) same.push(edge);
    else byPlace.set(edge.at, [edge]);
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([at, same]) => {
      const sorted = same.sort((a, b) => a.from - b.from);
      return { at, edges: sorted, ends: sorted.map(({ to }) => to) };
    });
}

/** Whether an edge of a line runs beside a part of another. */
function runsBeside({ edges, ends }: Level, { from, to }: RulingLine): boolean {
  let first = countBelow(ends, from);
  if (ends[first] === from) first += 1;
  return (edges[first]?.from ?? Number.POSITIVE_INFINITY) < to;
}

/** How far the nearest line is that runs beside an edge; infinite where none is within reach. */
function gapBeside(levels: readonly Level[], places: readonly number[], edge: RulingLine, reach: number): number {
  let gap = Number.POSITIVE_INFINITY;
  for (let i = countBelow(places, edge.at - reach); i < levels.length; i += 1) {
    const level = levels[i] as Level;
    if (level.at > edge.at + reach) break;
    if (level.at !== edge.at && runsBeside(level, edge)) gap = Math.min(gap, Math.abs(level.at - edge.at));
  }
  return gap;
}

/** Characters that stand upright, from left to right by their middles. */
interface Row {
  readonly pieces: readonly Piece[];
  readonly middles: readonly number[];
}

const middleOf = ({ box }: Piece): number => (box[0] + box[2]) / 2;

/** The upright characters by the bands of the page, each so high, that their middle parts reach into. */
function bandsOf(pieces: readonly Piece[], high: number, em: number): ReadonlyMap<number, Row> {
  const bands = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (piece.turn !== 0) continue;
    const [, y0, , y1] = piece.box;
    const [y, reach] = [(y0 + y1) / 2, (MIDDLE / 2) * (y1 - y0)];
    if (reach > LARGEST * em) continue;
    for (let band = Math.floor((y - reach) / high); band <= Math.floor((y + reach) / high); band += 1) {
      const own = bands.get(band);
      if (own) own.push(piece);
      else bands.set(band, [piece]);
    }
  }
  const sorted = (own: Piece[]): Row => {
    own.sort((a, b) => middleOf(a) - middleOf(b));
    return { pieces: own, middles: own.map(middleOf) };
  };
  return new Map([...bands].map(([band, own]) => [band, sorted(own)]));
}

/** Whether letters too large for the gap beside an edge are struck through by it. */
function isStruck({ at, from, to }: RulingLine, gap: number, bands: ReadonlyMap<number, Row>, high: number): boolean {
  const row = bands.get(Math.floor(at / high));
  let struck = 0;
  for (let i = row ? countBelow(row.middles, from) : 0; row && i < row.pieces.length && struck < STRUCK; i += 1) {
    const piece = row.pieces[i] as Piece;
    const x = middleOf(piece);
    if (x >= to) break;
    const [, y0, , y1] = piece.box;
    if (x > from && gap < piece.size && Math.abs(at - (y0 + y1) / 2) <= (MIDDLE / 2) * (y1 - y0)) struck += 1;
  }
  return struck >= STRUCK;
}

/**
 * Leaves out edges that run through the letters of a line, so near to the next edge that no line of this size has room
 * between the two: browsers draw a border of a cell a second time, at half its height.
 */
export function dropStruckEdges(
  edges: readonly RulingLine[],
  pieces: readonly Piece[],
  em: number,
): readonly RulingLine[] {
  const reach = NEAR * em;
  const levels = levelsOf(edges.filter(({ vertical }) => !vertical));
  const places = levels.map(({ at }) => at);
  const near = levels.flatMap(({ edges: own }) =>
    own.flatMap((edge) => {
      const gap = gapBeside(levels, places, edge, reach);
      return gap <= reach ? [{ edge, gap }] : [];
    }),
  );
  if (near.length === 0) return edges;
  const bands = bandsOf(pieces, reach, em);
  const struck = new Set(near.filter(({ edge, gap }) => isStruck(edge, gap, bands, reach)).map(({ edge }) => edge));
  return struck.size === 0 ? edges : edges.filter((edge) => !struck.has(edge));
}
