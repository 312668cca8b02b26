import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../samples/generator/generate.ts';
import { describeVerdict } from '../../samples/generator/judge.ts';
import { faultsOf, type Outcome, readGenerated, silentErrors, summary, sweep } from './read-generated.ts';

/** Failure messages stay readable: the first few, and how many there were. */
const SHOWN = 25;
/** Documents without any mess are about so many of all, at least. */
const CLEAN = 1 / 50;

const listed = (faults: readonly string[]): string =>
  [`${faults.length} documents`, ...faults.slice(0, SHOWN)].join('\n');

/**
 * Any consistent report, rendered in any of the messy ways, comes back exactly; and whatever comes back otherwise stands
 * under a doubt or a flag that names the cell. A failure names the seed: `generate(seed)` makes the document again.
 */
export function holdDocuments(seeds: readonly number[]): void {
  describe(`${seeds.length} generated documents`, () => {
    let outcomes: readonly Outcome[] = [];

    beforeAll(() => {
      outcomes = sweep(seeds);
    });

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
      const clean = outcomes.filter(({ document }) => document.messes.length === 0);
      if (seeds.length >= 1 / CLEAN) expect(clean.length).toBeGreaterThan(seeds.length * CLEAN);
      const doubted = clean.filter(({ verdict }) => verdict.loudDoubts.length > 0);
      const share = `${doubted.length} of ${clean.length} clean documents hold a doubt`;
      expect(
        doubted.map(({ document, verdict }) => [document.seed, verdict.loudDoubts.map(({ rule }) => rule)]),
        share,
      ).toEqual([]);
    });
  });
}

/** The same for so many documents whose seeds are of any size; always the same ones. */
export function holdAnyDocuments(count: number): void {
  it(`${count} generated documents, whatever the seed`, () => {
    const seeds = fc.noShrink(fc.integer({ min: 2_000, max: 0x7fffffff }));
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(faultsOf(readGenerated(generate(seed)))).toEqual([]);
      }),
      { numRuns: count, seed: 20240131 },
    );
  });
}
