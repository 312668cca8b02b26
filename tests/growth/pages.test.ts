import { describe, expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from './measure-growth.ts';
import { HTML_SHAPES, type Shape, TEXT_SHAPES } from './page-shapes.ts';

const { extractPage } = await import('../../src/pipeline/extract.ts');

const read = (shape: Shape) => (size: number) => extractPage(Buffer.from(shape(size)), 'page');

describe.each([
  ['a page with', HTML_SHAPES],
  ['a text with', TEXT_SHAPES],
])('the steps of reading and auditing %s', (_, shapes) => {
  test.each(Object.entries(shapes))('%s grow with it', { timeout: 120_000 }, async (_name, shape) => {
    expect(await measureGrowth(read(shape))).toBeLessThan(MOST_GROWTH);
  });
});
