import { countSteps } from './count-steps.ts';

/** The least size; what is added to it dwarfs what any small document needs. */
const SIZE = 125;

/**
 * Where the size is multiplied by four, twice, steps in proportion to it add four times as much the second time, steps with
 * its square sixteen times. Between lie limits and caches that are reached at one size or another.
 */
export const MOST_GROWTH = 7;

async function growthOnce(run: (size: number) => unknown): Promise<number> {
  // Once before, so that what is kept between documents is there in each.
  await run(16 * SIZE);
  // The first count after a while holds what V8 does once; it is not used.
  await countSteps(() => run(SIZE));
  const small = await countSteps(() => run(SIZE));
  const middle = await countSteps(() => run(4 * SIZE));
  const large = await countSteps(() => run(16 * SIZE));
  return (large - middle) / Math.max(1, middle - small);
}

/**
 * By what factor the steps that are added grow where the size is multiplied by four again. What a library still does in the
 * background is counted too and comes by chance: what is too many is counted a second time.
 */
export async function measureGrowth(run: (size: number) => unknown): Promise<number> {
  const growth = await growthOnce(run);
  return growth < MOST_GROWTH ? growth : Math.min(growth, await growthOnce(run));
}
