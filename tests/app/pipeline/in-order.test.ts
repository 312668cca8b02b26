import { describe, expect, test } from 'vitest';
import { inOrder, type OrderBounds } from '../../../src/app/pipeline/in-order.ts';

/** Tasks that end when the test says so, and what was begun and yielded. */
function stage(count: number, bounds: Partial<OrderBounds>) {
  const ends = new Map<number, () => void>();
  const begun: number[] = [];
  const yielded: number[] = [];
  const run = (item: number) => {
    begun.push(item);
    return new Promise<number>((resolve) => ends.set(item, () => resolve(item)));
  };
  const all = { underWay: 2, lookAhead: 100, weight: 100, ...bounds };
  const finished = (async () => {
    for await (const result of inOrder(Array(count).keys(), run, () => 1, all)) yielded.push(result);
  })();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (...items: readonly number[]) => {
    for (const item of items) {
      await settle();
      ends.get(item)?.();
    }
    await settle();
  };
  return { begun, yielded, end, finished };
}

describe('inOrder', () => {
  test('runs what stands behind a task that takes long, and yields in order once that is done', async () => {
    const { begun, yielded, end, finished } = stage(5, {});
    await end(1, 2, 3);
    expect({ begun, yielded }).toEqual({ begun: [0, 1, 2, 3, 4], yielded: [] });
    await end(0);
    expect(yielded).toEqual([0, 1, 2, 3]);
    await end(4);
    await finished;
    expect(yielded).toEqual([0, 1, 2, 3, 4]);
  });

  test.each<[string, Partial<OrderBounds>, readonly number[]]>([
    ['tasks under way', { underWay: 3 }, [0, 1, 2]],
    ['items drawn and not taken', { underWay: 9, lookAhead: 4 }, [0, 1, 2, 3]],
  ])('draws no more than its bound on %s', async (_, bounds, expected) => {
    const { begun, end } = stage(9, bounds);
    await end();
    expect(begun).toEqual(expected);
  });

  test('draws no more once the results that wait weigh too much', async () => {
    const { begun, yielded, end } = stage(9, { weight: 2 });
    await end(1, 2);
    expect(begun).toEqual([0, 1, 2]);
    await end(0);
    expect({ begun, yielded }).toEqual({ begun: [0, 1, 2, 3, 4], yielded: [0, 1, 2] });
  });
});
