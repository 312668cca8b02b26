import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../generator/generate.ts';
import { describeVerdict } from '../generator/judge.ts';
import { faultsOf, type Outcome, readGenerated, silentErrors, summary, sweep } from '../generator/sweep.ts';

/**
 * Any consistent report, rendered in any of the messy ways, comes back exactly; and whatever comes back otherwise stands
 * under a doubt or a flag that names the cell. A failure names the seed: `generate(seed)` makes the document again.
 */

const SWEEP = 2_000;
/** Failure messages stay readable: the first few, and how many there were. */
const SHOWN = 25;
const TWO_MINUTES = 120_000;

const listed = (faults: readonly string[]): string =>
  [`${faults.length} documents`, ...faults.slice(0, SHOWN)].join('\n');

describe('generated documents', () => {
  let outcomes: readonly Outcome[] = [];
  let clean: readonly Outcome[] = [];

  beforeAll(() => {
    outcomes = sweep(Array.from({ length: SWEEP }, (_, seed) => seed));
    clean = outcomes.filter(({ document }) => document.messes.length === 0);
  }, TWO_MINUTES);

  it('are read exactly where a person could read them, with no arithmetic flag', () => {
    console.info(summary(outcomes));
    const faults = outcomes.filter(({ document }) => document.readable).flatMap(faultsOf);
    expect(faults.length, listed(faults)).toBe(0);
  });

  it('never hold a silent error, readable or not', () => {
    const silent = outcomes.filter((outcome) => silentErrors(outcome) > 0);
    const faults = silent.map(({ document, verdict }) => describeVerdict(document, verdict));
    expect(faults.length, listed(faults)).toBe(0);
  });

  it('raise no doubt where there is no mess', () => {
    expect(clean.length).toBeGreaterThan(SWEEP / 50);
    const doubted = clean.filter(({ verdict }) => verdict.loudDoubts.length > 0);
    const share = `${doubted.length} of ${clean.length} clean documents hold a doubt`;
    expect(
      doubted.map(({ document, verdict }) => [document.seed, verdict.loudDoubts.map(({ rule }) => rule)]),
      share,
    ).toEqual([]);
  });

  it(
    'whatever the seed',
    () => {
      const seeds = fc.noShrink(fc.integer({ min: SWEEP, max: 0x7fffffff }));
      fc.assert(
        fc.property(seeds, (seed) => {
          expect(faultsOf(readGenerated(generate(seed)))).toEqual([]);
        }),
        { numRuns: 200, seed: 20240131 },
      );
    },
    TWO_MINUTES,
  );
});
