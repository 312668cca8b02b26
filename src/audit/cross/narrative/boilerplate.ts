/** What so many bodies write that it tells nothing of who copied whom: phrases of the law, of the form, of every report. */

/** More than this share of the bodies. */
const COMMON = 0.2;
/** In fewer narratives nothing is common: a handful that copy one another would hide each other. */
export const FEWEST_BODIES = 30;
/** Enough to tell a fifth from its neighbours; more would only cost time. */
export const MOST_BODIES = 1_500;

/** The runs that more than a fifth of the narratives hold, one narrative a body; none where there are too few. */
export function boilerplateOf(narratives: readonly Uint32Array[]): ReadonlySet<number> {
  if (narratives.length < FEWEST_BODIES) return new Set();
  const held = new Map<number, number>();
  for (const shingles of narratives) for (const digest of shingles) held.set(digest, (held.get(digest) ?? 0) + 1);
  const least = narratives.length * COMMON;
  return new Set([...held].flatMap(([digest, count]) => (count > least ? [digest] : [])));
}
