import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readBuiltIn } from '../../../crawlers/declarations/built-in.ts';
import { mergeDeclarations } from '../../../crawlers/declarations/parse-declarations.ts';

const FOLDER = fileURLToPath(new URL('../../../crawlers/portals', import.meta.url));

it('the columns of the 31 provinces come with the program', async () => {
  const { portals, connect } = mergeDeclarations(await readBuiltIn(FOLDER));
  const provinces = portals.filter(({ level }) => level === 'province');
  expect(provinces).toHaveLength(31);
  expect(new Set(provinces.map(({ region }) => region)).size).toBe(31);
  expect(provinces.filter(({ columns }) => columns.length === 0)).toEqual([]);
  expect(connect).toEqual({});
});
