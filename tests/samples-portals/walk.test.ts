import { describe, expect, it } from 'vitest';
import { startGovernment } from '../../samples/portals/start.ts';
import { walk } from '../../samples/portals/walk.ts';
import { listener } from './hear.ts';

/** Every report that is said to be within reach is reached from the home pages, seed by seed. */

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);

describe('the reference walk', () => {
  it.each(SEEDS)('has every report of government %i', async (seed) => {
    let time = Date.UTC(2026, 1, 1);
    const government = await startGovernment(seed, { now: () => time });
    try {
      const hear = listener(government.connect, (ms) => {
        time += ms;
      });
      const { had, wrong } = await walk(government, hear);
      expect(wrong).toEqual([]);
      expect(had).toHaveLength(government.truth.filter(({ reachable }) => reachable).length);
    } finally {
      await government.close();
    }
  });
});
