/** Statistics that a few wild values can't move. */

/** The value below which a share of the numbers lies, between its neighbours where it falls between two; numbers sorted. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export interface Spread {
  readonly count: number;
  readonly median: number;
  /** The median distance from the median. */
  readonly deviation: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const distances = sorted.map((number) => Math.abs(number - median)).sort((a, b) => a - b);
  return {
    count: sorted.length,
    median,
    deviation: quantile(distances, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
  };
}

/** Scales the median distance to what the standard deviation of a normal distribution would be. */
const NORMAL = 0.6745;

/** How far a number is from like ones (Iglewicz and Hoaglin's modified z); null where like ones don't differ at all. */
export const robustZ = (number: number, { median, deviation }: Spread): number | null =>
  deviation > 0 ? (NORMAL * (number - median)) / deviation : null;
