import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DigestFilter } from '../../../../src/app/pipeline/crawl/digest-filter.ts';

const digest = (name: string): string => createHash('sha256').update(name).digest('hex');

test('never says no of a digest that was added, and seldom maybe of another', () => {
  const filter = new DigestFilter(100_000);
  for (let n = 0; n < 100_000; n += 1) filter.add(digest(`in ${n}`));
  for (let n = 0; n < 100_000; n += 97) expect(filter.mayHave(digest(`in ${n}`))).toBe(true);
  const maybe = Array.from({ length: 20_000 }, (_, n) => filter.mayHave(digest(`out ${n}`))).filter(Boolean).length;
  expect(maybe / 20_000).toBeLessThan(0.02);
});

test('holds nothing at first', () => {
  expect(new DigestFilter(0).mayHave(digest('a'))).toBe(false);
});
