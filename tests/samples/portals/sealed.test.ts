import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../samples/portals/check-half.ts';
import { SEALED } from '../../../samples/portals/sealed/sealed.ts';
import { holdWalks } from '../../sweep/hold-walks.ts';

/** The sealed half can be drawn from, and a patient person finds everything in it. No crawl is run on it here. */

describe('the sealed half', () => {
  it('has nothing wrong', () => {
    expect(problemsOf(SEALED)).toEqual([]);
  });
});

holdWalks([2, 5, 9, 14], { half: SEALED });
