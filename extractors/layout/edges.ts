import { inEms } from './em.ts';
import { clusterPositions, nearest } from './positions.ts';
import type { RulingLine } from './ruling-line.ts';

/** Parallel lines nearer than this (in ems) are one drawn twice: double borders, and cells that each draw their own frame. */
const SNAP = inEms(3.5);
/** A gap this small (in ems) in a line is where two strokes meet. */
const JOIN = inEms(3.5);

/** Joins rules along one line: those that overlap or nearly meet become one. */
function joinAlong(rules: readonly RulingLine[], at: number, em: number): RulingLine[] {
  const joined: { vertical: boolean; at: number; from: number; to: number }[] = [];
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && rule.from - last.to <= JOIN * em) last.to = Math.max(last.to, rule.to);
    else joined.push({ ...rule, at });
  }
  return joined;
}

/**
 * Snaps nearly collinear ruling lines onto one and joins what meets. The result has one edge for each visible line.
 *
 * @param em the size of the letters, in the units of the lines
 */
export function rulesToEdges(rules: readonly RulingLine[], em: number): RulingLine[] {
  return [true, false].flatMap((vertical) => {
    const own = rules.filter((rule) => rule.vertical === vertical);
    const positions = clusterPositions(
      own.map(({ at }) => at),
      SNAP * em,
    );
    const byPosition = new Map<number, RulingLine[]>();
    for (const rule of own) {
      const index = nearest(positions, rule.at);
      const group = byPosition.get(index);
      if (group) group.push(rule);
      else byPosition.set(index, [rule]);
    }
    return [...byPosition].flatMap(([index, group]) => joinAlong(group, positions[index] as number, em));
  });
}
