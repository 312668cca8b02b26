import { expect } from 'vitest';
import { startGovernment } from '../../../samples/portals/start.ts';
import { walk } from '../../../samples/portals/walk.ts';
import { listener } from './hear.ts';

/** Walks the government of a seed, its servers' clock put on where they ask for time, and expects every report within reach. */
export async function walkWhole(seed: number, options: Parameters<typeof startGovernment>[1] = {}): Promise<void> {
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
