import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../samples/portals/check-half.ts';
import { SEALED } from '../../../samples/portals/sealed/sealed.ts';
import { walkWhole } from './walk-whole.ts';

/** The sealed half can be drawn from, and a patient person finds everything in it. No crawl is run on it here. */

describe('the sealed half', () => {
  it('has nothing wrong', () => {
    expect(problemsOf(SEALED)).toEqual([]);
  });

  it.each([2, 5, 9, 14])('has every report of government %i within a walk', (seed) =>
    walkWhole(seed, { half: SEALED }),
  );
});
