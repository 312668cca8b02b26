import { describe, expect, it } from 'vitest';
import { countEmptyTotals, isBroken, sumOf, sumTableOf } from '../../../src/model/forms/arithmetic.ts';
import type { Identity } from '../../../src/model/forms/identities.ts';

const TABLE = sumTableOf('2021', 'disputes');
const [SUM] = TABLE.identities as [Identity];
const [TOTAL = ''] = SUM.left;
const [FIRST = '', SECOND = ''] = SUM.right;

/** A procedure of table 4; what is not given is empty. */
const cells = (given: Readonly<Record<string, number>>) => (key: string) => given[key] ?? null;

describe('the sums of the form', () => {
  it.each([
    ['zero', { [FIRST]: 2, [SECOND]: 1 }, null],
    ['unknown', { [FIRST]: 2, [SECOND]: 1 }, Number.NaN],
    ['addends', { [FIRST]: 2, [SECOND]: 1 }, 3],
    ['addends', {}, null],
    ['zero', { [TOTAL]: 5, [FIRST]: 2 }, 5],
    ['unknown', { [TOTAL]: 5, [FIRST]: 2 }, 5],
    ['addends', { [TOTAL]: 5, [FIRST]: 2 }, 5],
  ] as const)('count a total as %s of %j', (emptyTotals, given, counted) => {
    expect(countEmptyTotals(cells(given), TABLE, emptyTotals)(TOTAL)).toBe(counted);
  });

  it('leave empty details empty, however totals are counted', () => {
    for (const emptyTotals of ['zero', 'unknown', 'addends'] as const) {
      expect(countEmptyTotals(cells({}), TABLE, emptyTotals)(FIRST)).toBeNull();
    }
  });

  it.each([
    ['all empty', {}, null],
    ['empty ones for 0', { [FIRST]: 2 }, 2],
    ['nothing where one has no number', { [FIRST]: 2, [SECOND]: Number.NaN }, Number.NaN],
  ])('add up: %s', (_, given, sum) => {
    expect(sumOf(SUM.right, cells(given))).toBe(sum);
  });

  it.each([
    ['an equality that holds', { [TOTAL]: 3, [FIRST]: 2, [SECOND]: 1 }, false],
    ['decimals that add up but for binary rounding', { [TOTAL]: 0.3, [FIRST]: 0.1, [SECOND]: 0.2 }, false],
    ['a difference', { [TOTAL]: 4, [FIRST]: 2, [SECOND]: 1 }, true],
    ['a cell without a number', { [TOTAL]: 4, [FIRST]: Number.NaN }, false],
  ])('find broken: %s', (_, given, broken) => {
    expect(isBroken(SUM, cells(given))).toBe(broken);
  });
});
