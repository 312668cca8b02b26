import type { Rule } from './page-content.ts';

/** Parallel rules nearer than this are one line drawn twice: double borders, and cells that each draw their own frame. */
const SNAP = 3.5;
/** A gap this small in a line is where two strokes meet. */
export const JOIN = 3.5;

/** Numbers in groups that span no more than `reach`; each group as its mean, in order. */
export function clusterPositions(values: readonly number[], reach: number): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && value - (group[0] as number) <= reach) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** How many of some numbers, which ascend, are less than a value. */
export function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the position nearest to a value, of positions that ascend; the first of two that are as near. */
export function nearest(positions: readonly number[], value: number): number {
  const above = countBelow(positions, value);
  if (above === 0) return 0;
  if (above === positions.length) return above - 1;
  return value - (positions[above - 1] as number) <= (positions[above] as number) - value ? above - 1 : above;
}

/** Joins rules along one line: those that overlap or nearly meet become one. */
function joinAlong(rules: readonly Rule[], at: number): Rule[] {
  const joined: { vertical: boolean; at: number; from: number; to: number }[] = [];
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && rule.from - last.to <= JOIN) last.to = Math.max(last.to, rule.to);
    else joined.push({ ...rule, at });
  }
  return joined;
}

/** Snaps nearly collinear rules onto one line and joins what meets. The result has one edge for each visible line. */
export function rulesToEdges(rules: readonly Rule[]): Rule[] {
  return [true, false].flatMap((vertical) => {
    const own = rules.filter((rule) => rule.vertical === vertical);
    const positions = clusterPositions(
      own.map(({ at }) => at),
      SNAP,
    );
    const byPosition = new Map<number, Rule[]>();
    for (const rule of own) {
      const index = nearest(positions, rule.at);
      const group = byPosition.get(index);
      if (group) group.push(rule);
      else byPosition.set(index, [rule]);
    }
    return [...byPosition].flatMap(([index, group]) => joinAlong(group, positions[index] as number));
  });
}
