import type { Identity } from '../../src/model/forms/identities.ts';

/** Numbers by key; a key that is absent is not known, and an identity with such a key says nothing. */
export type Values = ReadonlyMap<string, number>;

/** Other numbers that a figure may be, by key. */
export type Rivals = ReadonlyMap<string, readonly number[]>;

export interface Choice {
  /** What to take in place of the likeliest reading. */
  readonly changes: ReadonlyMap<string, number>;
  /** The identities that hold neither way: misread, or wrong in the report. */
  readonly broken: readonly Identity[];
}

/** More figures than this misread together are not untangled. */
const MOST_CHANGES = 3;
/** Combinations that are tried for one identity. */
const MOST_TRIES = 20_000;

/** Whether an identity holds, true also where it says nothing. */
function holds(values: Values, { left, right }: Identity): boolean {
  let sum = 0;
  for (const [keys, sign] of [[left, 1] as const, [right, -1] as const]) {
    for (const key of keys) {
      const value = values.get(key);
      if (value === undefined) return true;
      sum += sign * value;
    }
  }
  return Math.abs(sum) < 1e-6;
}

const touching = (identities: readonly Identity[]): ReadonlyMap<string, readonly Identity[]> => {
  const byKey = new Map<string, Identity[]>();
  for (const identity of identities) {
    for (const key of [...identity.left, ...identity.right]) byKey.set(key, [...(byKey.get(key) ?? []), identity]);
  }
  return byKey;
};

/** The smallest sets of changes after which an identity, and every other that they touch, holds. */
function smallestRepairs(
  start: Identity,
  values: Map<string, number>,
  rivals: Rivals,
  byKey: ReadonlyMap<string, readonly Identity[]>,
): ReadonlyMap<string, number>[] {
  let found: Map<string, number>[] = [];
  let tries = 0;
  const changes = new Map<string, number>();
  const nextBroken = (): Identity | undefined =>
    [start, ...[...changes.keys()].flatMap((key) => byKey.get(key) ?? [])].find((one) => !holds(values, one));
  const name = (set: ReadonlyMap<string, number>) => JSON.stringify([...set].sort());
  const search = (): void => {
    const broken = nextBroken();
    if (!broken) {
      const least = found[0]?.size ?? Number.POSITIVE_INFINITY;
      if (changes.size < least) found = [];
      if (changes.size <= least && !found.some((set) => name(set) === name(changes))) found.push(new Map(changes));
      return;
    }
    if (changes.size >= Math.min(MOST_CHANGES, found[0]?.size ?? MOST_CHANGES)) return;
    for (const key of [...broken.left, ...broken.right]) {
      if (changes.has(key)) continue;
      const was = values.get(key) as number;
      for (const rival of rivals.get(key) ?? []) {
        tries += 1;
        if (tries > MOST_TRIES) return;
        changes.set(key, rival);
        values.set(key, rival);
        search();
        changes.delete(key);
        values.set(key, was);
      }
    }
  };
  search();
  return tries > MOST_TRIES ? [] : found;
}

/**
 * Chooses among close readings by the sums of the form: where an identity is broken and exactly one smallest set of other
 * readings mends it without breaking another, those are taken. Where several would do, or none, nothing is.
 */
export function chooseReadings(values: Values, rivals: Rivals, identities: readonly Identity[]): Choice {
  const now = new Map(values);
  const changes = new Map<string, number>();
  const byKey = touching(identities);
  for (const identity of identities) {
    if (holds(now, identity)) continue;
    const [repair, ...others] = smallestRepairs(identity, now, rivals, byKey);
    if (!repair || others.length > 0) continue;
    for (const [key, value] of repair) {
      now.set(key, value);
      changes.set(key, value);
    }
  }
  return { changes, broken: identities.filter((identity) => !holds(now, identity)) };
}
