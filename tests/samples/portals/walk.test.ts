import { describe, it } from 'vitest';
import { walkWhole } from './walk-whole.ts';

/** Every report that is said to be within reach is reached from the home pages, seed by seed. */

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);

describe('the reference walk', () => {
  it.each(SEEDS)('has every report of government %i', (seed) => walkWhole(seed));
});
