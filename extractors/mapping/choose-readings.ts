import { type CellNumbers, isBroken } from '../../src/model/forms/arithmetic.ts';
import type { Identity } from '../../src/model/forms/identities.ts';
import { findSmallestEdits } from '../../src/model/forms/smallest-edits.ts';

/** Other numbers that a figure may be, by key. */
type Rivals = ReadonlyMap<string, readonly number[]>;

interface Choice {
  /** What to take in place of the likeliest reading. */
  readonly changes: ReadonlyMap<string, number>;
  /** The identities that hold neither way: misread, or wrong in the report. */
  readonly broken: readonly Identity[];
}

const BOUNDS = {
  least: 1,
  /** More figures than this misread together are not untangled. */
  most: 3,
  /** Sets of readings that are tried for one identity: some tenths of a second. */
  steps: 20_000,
  /** A second set as small leaves nothing to choose. */
  solutions: 2,
};

interface Reading {
  readonly key: string;
  readonly value: number;
}

/** The smallest set of other readings after which an identity, and every other that they touch, holds; null unless there is one only. */
function onlyChange(
  start: Identity,
  numbers: CellNumbers,
  readings: readonly Reading[],
  identities: readonly Identity[],
): ReadonlyMap<string, number> | null {
  const taken = new Map<string, number>();
  const now: CellNumbers = (key) => taken.get(key) ?? numbers(key);
  const isTouched = ({ left, right }: Identity) => [...left, ...right].some((key) => taken.has(key));
  const isAt = ({ left, right }: Identity, key: string) => left.includes(key) || right.includes(key);
  const found: ReadonlyMap<string, number>[] = [];
  const { complete } = findSmallestEdits<null>(
    {
      edits: readings.length,
      start: null,
      branch(_, left, excluded) {
        const broken = [start, ...identities.filter(isTouched)].find((identity) => isBroken(identity, now));
        if (!broken) return null;
        if (left === 0) return [];
        return [...readings.keys()].filter((edit) => {
          const { key } = readings[edit] as Reading;
          return !excluded[edit] && !taken.has(key) && isAt(broken, key);
        });
      },
      apply(edit) {
        const { key, value } = readings[edit] as Reading;
        taken.set(key, value);
        return null;
      },
      revert: (edit) => taken.delete((readings[edit] as Reading).key),
      keep: () => found.push(new Map(taken)),
    },
    BOUNDS,
  );
  return complete ? (found[0] ?? null) : null;
}

/**
 * Chooses among close readings by the sums of the form: where an identity is broken and exactly one smallest set of other
 * readings mends it without breaking another, those are taken. Where several would do, or none, nothing is.
 *
 * @param numbers the likeliest readings; NaN for a figure that is not known
 */
export function chooseReadings(numbers: CellNumbers, rivals: Rivals, identities: readonly Identity[]): Choice {
  const changes = new Map<string, number>();
  const now: CellNumbers = (key) => changes.get(key) ?? numbers(key);
  const readings = [...rivals].flatMap(([key, values]) => values.map((value) => ({ key, value })));
  for (const identity of identities) {
    if (!isBroken(identity, now)) continue;
    for (const [key, value] of onlyChange(identity, now, readings, identities) ?? []) changes.set(key, value);
  }
  return { changes, broken: identities.filter((identity) => isBroken(identity, now)) };
}
