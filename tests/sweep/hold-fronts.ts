import { describe, expect, it } from 'vitest';
import { type FrontOutcome, readFront } from './read-fronts.ts';

const SHOWN = 10;
/** Share of pages whose body, and whose year, is right or doubted. */
const LEAST = 0.995;

const share = (outcomes: readonly FrontOutcome[], good: (outcome: FrontOutcome) => boolean): number =>
  outcomes.filter(good).length / outcomes.length;

/** Whose report it is and of when: right or doubted, wherever the page says it. Of the half kept aside only counts are told. */
export function holdFronts(seeds: readonly number[], half: 'open' | 'kept aside'): void {
  describe(`front matter, ${half}`, () => {
    const outcomes = seeds.map((seed) => readFront(seed, half));
    const told = (wrong: readonly FrontOutcome[]): string =>
      half === 'open'
        ? wrong
            .slice(0, SHOWN)
            .map(({ front, read }) => `seed ${front.seed}: ${read}`)
            .join('\n')
        : `${wrong.length} of ${outcomes.length}`;

    it.each(['agency', 'year'] as const)('the %s is right, or doubted', (what) => {
      const wrong = outcomes.filter((outcome) => outcome[what] === 'wrong');
      const right = outcomes.filter((outcome) => outcome[what] === 'right').length;
      console.info(`${half}, ${what}: ${right} of ${outcomes.length} right, ${wrong.length} wrong without a word`);
      expect(
        share(outcomes, (outcome) => outcome[what] !== 'wrong'),
        told(wrong),
      ).toBeGreaterThanOrEqual(LEAST);
    });

    it('no date is made up', () => {
      const wrong = outcomes.filter(({ date }) => date === 'wrong');
      const right = outcomes.filter(({ date }) => date === 'right').length;
      console.info(`${half}, date: ${right} of ${outcomes.length} right, ${wrong.length} wrong`);
      expect(wrong.length, told(wrong)).toBe(0);
    });
  });
}
