import { describe, expect, it } from 'vitest';
import { describeVerdict } from '../../samples/generator/judge.ts';
import { generateLayout } from '../../samples/generator/layouts/generate-layout.ts';
import { TEXT_LAYOUTS } from '../../samples/generator/layouts/text-layouts.ts';
import { readGenerated } from './read-generated.ts';

/** Failure messages stay readable. */
const SHOWN = 5;

/** A clean report whose tables stand as text, in every layout, comes back with every figure. */
export function holdLayouts(seeds: readonly number[]): void {
  describe.each(TEXT_LAYOUTS)('tables as text: $name', ({ name }) => {
    it('are read exactly, and so are agency, year and sections', () => {
      const faults = seeds.flatMap((seed) => {
        const { document, verdict } = readGenerated(generateLayout(seed, name));
        const right = verdict.differences.length + verdict.head.length + verdict.arithmetic.length === 0;
        return right ? [] : [describeVerdict(document, verdict)];
      });
      expect(faults.length, faults.slice(0, SHOWN).join('\n')).toBe(0);
    });
  });
}
