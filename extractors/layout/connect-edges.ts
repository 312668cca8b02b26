import { inEms } from './em.ts';
import { countBelow } from './positions.ts';
import type { RulingLine } from './ruling-line.ts';

/** Edges that end this near (in ems) to each other meet. */
const TOUCH = inEms(4);

/** Whether two edges cross or meet, where they end no further than `reach` from each other. */
const crosses = (a: RulingLine, b: RulingLine, reach: number): boolean =>
  a.vertical !== b.vertical &&
  a.at >= b.from - reach &&
  a.at <= b.to + reach &&
  b.at >= a.from - reach &&
  b.at <= a.to + reach;

/** Edges of one direction that belong to no table yet, in order of their places, among which those that cross one are found. */
class FreeEdges {
  readonly #edges: readonly RulingLine[];
  readonly #places: readonly number[];
  readonly #free: Set<RulingLine>;

  readonly #reach: number;

  constructor(edges: readonly RulingLine[], reach: number) {
    this.#reach = reach;
    this.#edges = [...edges].sort((a, b) => a.at - b.at);
    this.#places = this.#edges.map(({ at }) => at);
    this.#free = new Set(edges);
  }

  take(edge: RulingLine): boolean {
    return this.#free.delete(edge);
  }

  takeCrossing(edge: RulingLine): RulingLine[] {
    const taken: RulingLine[] = [];
    for (let i = countBelow(this.#places, edge.from - this.#reach); i < this.#edges.length; i += 1) {
      const other = this.#edges[i] as RulingLine;
      if (other.at > edge.to + this.#reach) break;
      if (crosses(edge, other, this.#reach) && this.#free.delete(other)) taken.push(other);
    }
    return taken;
  }
}

/** Edges that hang together, table by table. */
export function connectEdges(edges: readonly RulingLine[], em: number): RulingLine[][] {
  const vertical = edges.filter((edge) => edge.vertical);
  const uprights = new FreeEdges(vertical, TOUCH * em);
  const levels = new FreeEdges(
    edges.filter((edge) => !edge.vertical),
    TOUCH * em,
  );
  const groups: RulingLine[][] = [];
  for (const start of vertical) {
    if (!uprights.take(start)) continue;
    const group: RulingLine[] = [];
    const queue: RulingLine[] = [start];
    for (let edge = queue.pop(); edge; edge = queue.pop()) {
      group.push(edge);
      queue.push(...(edge.vertical ? levels : uprights).takeCrossing(edge));
    }
    groups.push(group);
  }
  return groups;
}
