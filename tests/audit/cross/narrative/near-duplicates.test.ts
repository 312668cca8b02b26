import { expect, it } from 'vitest';
import { measureDuplicates } from '../../../bench/duplicates.ts';

it('finds copies with names, numbers and a tenth of the sentences changed, and next to nothing else', async () => {
  const { recall, falseShare } = await measureDuplicates(2_000, 200);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(falseShare).toBeLessThanOrEqual(0.01);
});
