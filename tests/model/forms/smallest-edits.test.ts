import { describe, expect, it } from 'vitest';
import { findSmallestEdits, type SearchOutcome } from '../../../src/model/forms/smallest-edits.ts';

const BOUNDS = { least: 1, most: 3, steps: 1_000, solutions: 100 };

/** Sets of amounts that add up to a sum; each may be taken once. */
function setsThatGive(sum: number, amounts: readonly number[], bounds = BOUNDS): { sets: string[] } & SearchOutcome {
  const sets: string[] = [];
  const outcome = findSmallestEdits<readonly number[]>(
    {
      edits: amounts.length,
      start: [],
      branch(taken, _, excluded) {
        const left = sum - taken.reduce((all, edit) => all + (amounts[edit] ?? 0), 0);
        if (left === 0) return null;
        return [...amounts.keys()].filter((edit) => !excluded[edit] && !taken.includes(edit));
      },
      apply: (edit, taken) => [...taken, edit],
      revert: () => undefined,
      keep: (taken) => sets.push(taken.map((edit) => amounts[edit]).join('+')),
    },
    bounds,
  );
  return { sets, ...outcome };
}

describe('the search for the smallest sets of edits', () => {
  it.each([
    ['one edit, and no larger set', 5, [1, 4, 5], ['5'], 1],
    ['every set of the fewest edits, each once', 5, [1, 4, 2, 3], ['1+4', '2+3'], 2],
    ['none where more would be needed', 9, [1, 2, 3], [], 3],
  ])('finds %s', (_, sum, amounts, sets, edits) => {
    expect(setsThatGive(sum, amounts)).toMatchObject({ sets, edits, complete: true });
  });

  it.each([
    ['steps', { ...BOUNDS, steps: 3 }],
    ['solutions', { ...BOUNDS, solutions: 1 }],
  ])('says that it was cut short by its bound on %s', (_, bounds) => {
    expect(setsThatGive(5, [1, 4, 2, 3], bounds).complete).toBe(false);
  });
});
