import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PARTS } from './parts.ts';
import { parseSeeds } from './seeds.ts';

it.each([
  ['304', [304]],
  ['0-3', [0, 1, 2, 3]],
  ['7, 2-3', [7, 2, 3]],
  ['', null],
  ['3-1', null],
  ['1-', null],
  ['-1', null],
  ['0-99999999', null],
])('seeds %j', (text, seeds) => {
  expect(parseSeeds(text)).toEqual(seeds);
});

it('every part has its file, and every sweep is a part', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.sweep.ts'));
  expect(PARTS.map(({ file }) => file).sort()).toEqual(files.sort());
});
