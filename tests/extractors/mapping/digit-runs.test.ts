import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRuns } from '../../../extractors/mapping/digit-runs.ts';

describe('splitting runs of digits over cells', () => {
  it.each([
    [['0000000'], 7, [['0', '0', '0', '0', '0', '0', '0']], 'zeros stand alone'],
    [['0000001'], 7, [['0', '0', '0', '0', '0', '0', '1']], 'one way'],
    [['3', '00000', '3'], 7, [['3', '0', '0', '0', '0', '0', '3']], 'a run between numbers'],
    [['0000010'], 6, [['0', '0', '0', '0', '0', '10']], 'the last part is 10'],
    [['3710000'], 7, [['3', '7', '1', '0', '0', '0', '0']], 'a digit a cell'],
    [
      ['371'],
      2,
      [
        ['3', '71'],
        ['37', '1'],
      ],
      'two ways',
    ],
    [['12', '-', '3'], 3, [['12', '-', '3']], 'other texts fill one cell'],
    [['0012'], 2, [], 'no number begins with 0'],
    [['12'], 3, [], 'too short'],
    [['1', '2', '3'], 2, [], 'too many'],
  ])('%j over %i cells: %j (%s)', (texts, cells, expected) => {
    expect(splitRuns(texts, cells)).toEqual(expected);
  });

  it('does not list what nobody could tell apart', () => {
    expect(splitRuns(['123456789123456789123456789'], 12)).toBeNull();
  });

  it('lists the true cells among its ways, whatever was run together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 300 }), { minLength: 2, maxLength: 7 }),
        fc.array(fc.boolean()),
        (cells, joins) => {
          const texts: string[] = [];
          cells.forEach((cell, index) => {
            if (index > 0 && joins[index]) texts.push(`${texts.pop()}${cell}`);
            else texts.push(String(cell));
          });
          const ways = splitRuns(texts, cells.length);
          expect(ways === null || ways.some((way) => way.join() === cells.join())).toBe(true);
        },
      ),
    );
  });
});
