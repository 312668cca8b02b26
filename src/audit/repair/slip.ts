import type { PrintedSums } from './printed-sums.ts';

/** How one slip of the pen, or of the mouse, makes several cells wrong at once. */
export type SlipKind = 'swap' | 'moved' | 'split' | 'row-shift' | 'column-shift' | 'carry-in-twice' | 'carry-out-twice';

/** One slip undone: what its cells would then hold. Counts as one edit, however many cells it changes. */
export interface Slip {
  readonly kind: SlipKind;
  /** By the place of the edge; only cells that change. */
  readonly to: ReadonlyMap<number, number>;
  /** What undoing it adds at the nodes; only nodes where it is not 0. */
  readonly effect: readonly { readonly node: number; readonly change: number }[];
}

export type NewValues = readonly (readonly [place: number, to: number])[];

/** A slip from the values its cells would hold; null where that changes nothing, or a cell to be changed stands for nothing. */
export function slipOf(kind: SlipKind, values: NewValues, sums: PrintedSums, least = 2): Slip | null {
  const { network, free } = sums;
  const to = new Map<number, number>();
  const effect = new Map<number, number>();
  const add = (node: number, change: number) => {
    const sum = (effect.get(node) ?? 0) + change;
    if (sum === 0) effect.delete(node);
    else effect.set(node, sum);
  };
  for (const [place, value] of values) {
    const edge = network.edges[place];
    const change = value - (sums.values[place] ?? 0);
    if (!edge || free[place] || value < 0) return null;
    if (change === 0) continue;
    to.set(place, value);
    add(edge.plus, change);
    add(edge.minus, -change);
  }
  effect.delete(network.ground);
  if (to.size < least || effect.size === 0) return null;
  return { kind, to, effect: [...effect].map(([node, change]) => ({ node, change })) };
}
