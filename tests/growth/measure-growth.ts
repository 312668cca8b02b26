import { countSteps } from './count-steps.ts';

/** The least size; what is added to it dwarfs what any small document needs. */
const SMALL = 125;
const MIDDLE = 4 * SMALL;
const LARGE = 4 * MIDDLE;
/** The sizes that are read. */
export const SIZES = [SMALL, MIDDLE, LARGE] as const;

/**
 * Where the size is multiplied by four, twice, steps in proportion to it add four times as much the second time, steps with
 * its square sixteen times. Between lie limits and caches that are reached at one size or another.
 */
export const MOST_GROWTH = 7;

async function growthOnce(run: (size: number) => unknown): Promise<number> {
  // Once before, so that what is kept between documents is there in each.
  await run(LARGE);
  // The first count after a while holds what V8 does once; it is not used.
  await countSteps(() => run(SMALL));
  const small = await countSteps(() => run(SMALL));
  const middle = await countSteps(() => run(MIDDLE));
  const large = await countSteps(() => run(LARGE));
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
