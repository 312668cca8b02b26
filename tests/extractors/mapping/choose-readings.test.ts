import { describe, expect, it } from 'vitest';
import { chooseReadings } from '../../../extractors/mapping/choose-readings.ts';
import type { Identity } from '../../../src/model/forms/identities.ts';

const sum = (id: string, left: string[], right: string[]): Identity => ({
  id,
  kind: 'row-sum',
  table: 'requests',
  left,
  right,
});
const IDENTITIES = [sum('row', ['t'], ['a', 'b']), sum('column', ['c'], ['a', 'd'])];
const numbersOf = (values: Readonly<Record<string, number>>) => (key: string) => values[key] ?? Number.NaN;
const values = (a: number, b: number, t: number, c: number, d: number) => numbersOf({ a, b, t, c, d });

describe('choosing among readings by the sums', () => {
  it.each([
    ['nothing where all holds', values(1, 2, 3, 5, 4), { a: [7] }, {}, 0],
    ['the only reading that mends both sums', values(7, 2, 3, 5, 4), { a: [1], b: [6] }, { a: 1 }, 0],
    ['nothing that would break another sum', values(1, 2, 4, 5, 4), { a: [2] }, {}, 1],
    ['two readings together', values(1, 7, 3, 8, 4), { b: [2], c: [5] }, { b: 2, c: 5 }, 0],
    ['nothing where two would do', values(1, 2, 9, 5, 4), { b: [8], t: [3] }, {}, 1],
    ['nothing where no reading helps', values(1, 2, 9, 5, 4), { b: [5] }, {}, 1],
  ] as const)('%s', (_, known, rivals, changes, broken) => {
    const choice = chooseReadings(known, new Map(Object.entries(rivals)), IDENTITIES);
    expect(Object.fromEntries(choice.changes)).toEqual(changes);
    expect(choice.broken).toHaveLength(broken);
  });

  it('lets a sum with an unknown figure say nothing', () => {
    expect(chooseReadings(numbersOf({ t: 3 }), new Map(), IDENTITIES)).toEqual({ changes: new Map(), broken: [] });
  });
});
