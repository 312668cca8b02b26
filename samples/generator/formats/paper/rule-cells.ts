import type { PageStyle } from './page-style.ts';
import type { RuleInk } from './sheet.ts';

/** The lines around cells. */

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const THICKNESS = 0.5;

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

const around = ({ x0, y0, x1, y1 }: Box): Edge[] => [
  [x0, y0, x1, y0],
  [x0, y1, x1, y1],
  [x0, y0, x0, y1],
  [x1, y0, x1, y1],
];

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;

/** Edges of one direction that touch become one. */
function join(edges: readonly Edge[]): Edge[] {
  const flat = edges.filter(([, y0, , y1]) => y0 === y1).sort((a, b) => (near(a[1], b[1]) ? a[0] - b[0] : a[1] - b[1]));
  const upright = edges
    .filter(([, y0, , y1]) => y0 !== y1)
    .sort((a, b) => (near(a[0], b[0]) ? a[1] - b[1] : a[0] - b[0]));
  const joined: Edge[] = [];
  for (const edge of [...flat, ...upright]) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      ((last[1] === last[3] && near(last[1], edge[1]) && edge[1] === edge[3] && edge[0] <= last[2] + 0.05) ||
        (last[1] !== last[3] && near(last[0], edge[0]) && edge[0] === edge[2] && edge[1] <= last[3] + 0.05));
    if (last && goesOn)
      joined.splice(-1, 1, [last[0], last[1], Math.max(last[2], edge[2]), Math.max(last[3], edge[3])]);
    else joined.push(edge);
  }
  return joined;
}

export function ruleCells(boxes: readonly Box[], ruling: PageStyle['ruling']): RuleInk[] {
  if (ruling === 'none') return [];
  const all = boxes.flatMap(around);
  const edges = ruling === 'boxes' ? all : join(all);
  const as = ruling === 'rectangles' ? 'rectangle' : 'stroke';
  return edges.map(([x0, y0, x1, y1]) => ({ kind: 'rule', x0, y0, x1, y1, thickness: THICKNESS, as }));
}
