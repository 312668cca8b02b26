import { describe, expect, it } from 'vitest';
import { OPEN } from '../../samples/portals/open.ts';
import { startGovernment } from '../../samples/portals/start.ts';
import { walk } from '../../samples/portals/walk.ts';
import { listener } from '../samples/portals/hear.ts';

type Options = Parameters<typeof startGovernment>[1];

/** Walks the government of a seed, its servers' clock put on where they ask for time, and expects every report within reach. */
async function walkWhole(seed: number, options: Options): Promise<void> {
  let time = Date.UTC(2026, 1, 1);
  const government = await startGovernment(seed, { ...options, now: () => time });
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
}

/** Every report that is said to be within reach is reached from the home pages, seed by seed. */
export function holdWalks(seeds: readonly number[], options: Options = {}): void {
  describe(`the reference walk, with the half “${options.half?.name ?? OPEN.name}”`, () => {
    it.each(seeds)('has every report of government %i', (seed) => walkWhole(seed, options));
  });
}
