import { describe, expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from './measure-growth.ts';

const { readText } = await import('../../extractors/text/read-text.ts');

/** Reads a line; what makes the work is how often. */
const step = () => readText('一');

describe('growth', () => {
  test.each<[string, (size: number) => void, boolean]>([
    ['once for each', (n) => Array.from({ length: n }).forEach(step), true],
    ['as often as there are pairs', (n) => Array.from({ length: (n * n) / 50 }).forEach(step), false],
    [
      'copying what there is for each',
      (n) => Array.from({ length: n }).reduce<number[]>((all) => [...all, 1], []),
      false,
    ],
    [
      'searching all for each',
      (n) => Array.from({ length: n }, (_, i) => i).forEach((i, _, all) => void all.indexOf(i)),
      false,
    ],
    [
      'searching the text for each',
      (n) =>
        Array.from({ length: n })
          .filter(() => /二/.test('一'.repeat(n)))
          .forEach(step),
      false,
    ],
    ['slicing for each', (n) => Array.from({ length: n }).forEach((_, i, all) => void all.slice(i)), false],
  ])('%s', async (_, run, linear) => {
    const growth = await measureGrowth(run);
    expect(growth < MOST_GROWTH).toBe(linear);
  });
});
