import { describe, expect, it } from 'vitest';
import { CELL_FORMATS, type CellOrder, craftCell, effectsOf, ordersOf } from '../../../samples/cells/mill.ts';
import { divide, seenIn } from '../../../samples/cells/pieces.ts';
import { seenOf } from '../../../samples/cells/seen.ts';
import { seededRng } from '../../../samples/generator/rng.ts';
import { isFailure } from '../../../src/model/report.ts';
import { judgeOrder, readCrafted } from '../../sweep/read-cells.ts';

/** The first order of each effect, for one document of it is enough. */
const oneOfEach = (orders: readonly CellOrder[]): CellOrder[] => [
  ...new Map(orders.toReversed().map((order) => [order.effect.name, order])).values(),
];

describe('what a person sees', () => {
  it.each([
    ['12', { as: 'number', value: 12 }],
    ['1,234', { as: 'number', value: 1234 }],
    ['-3', { as: 'number', value: -3 }],
    ['', { as: 'blank', value: null }],
    ['—', { as: 'dash', value: null }],
    ['12 345', { as: 'unclear', value: null }],
    ['1.5E+03', { as: 'unclear', value: null }],
  ])('in %j', (text, seen) => {
    expect(seenOf(text)).toEqual(seen);
  });

  it.each(['before', 'between', 'behind', 'beside'] as const)(
    'a hidden digit %s a number leaves it as it is',
    (position) => {
      const pieces = divide(position, 'nothing', '195', '', seededRng(1));
      expect(pieces.before + pieces.part + pieces.after).not.toBe('195');
      expect(seenIn(pieces, 'nothing')).toEqual({ as: 'number', value: 195 });
    },
  );

  it.each(['before', 'between', 'behind', 'whole'] as const)(
    'an effect that hides nothing %s takes a part of the number',
    (position) => {
      const pieces = divide(position, 'text', '195', '', seededRng(1));
      expect(pieces.before + pieces.part + pieces.after).toBe('195');
      expect(pieces.part).not.toBe('');
    },
  );
});

describe.each(CELL_FORMATS)('crafted cells: %s', (format) => {
  const orders = (['open', 'sealed'] as const).flatMap((part) => oneOfEach(ordersOf(format, part, [0])));

  it('no two effects of a part have one name, and each names its source', () => {
    for (const part of ['open', 'sealed'] as const) {
      const effects = effectsOf(format, part);
      expect(new Set(effects.map(({ name }) => name)).size).toBe(effects.length);
      expect(effects.filter(({ source }) => source === '')).toEqual([]);
    }
  });

  it('the same order gives the same bytes', async () => {
    for (const order of orders.filter((_, at) => at % 15 === 0)) {
      expect((await craftCell(order)).bytes).toEqual((await craftCell(order)).bytes);
    }
  });

  it('the pipeline answers for a document of every effect', async () => {
    const unanswered: string[] = [];
    for (const order of orders) {
      const result = await readCrafted(await craftCell(order));
      if (!result || (isFailure(result) && result.error.code === 'INTERNAL')) unanswered.push(order.effect.name);
    }
    expect(unanswered).toEqual([]);
  });

  it('a cell on which nothing is done is read right wherever it stands', async () => {
    const control = ordersOf(format, 'open', [0, 1]).filter(({ effect }) => effect.name === '(control)');
    const outcomes = await Promise.all(control.map(judgeOrder));
    expect(control.length).toBeGreaterThan(3);
    for (const { judgement } of outcomes) {
      expect(judgement).toMatchObject({ outcome: 'right', harmed: [], othersDoubted: 0, doubtedThough: false });
    }
  });
});
