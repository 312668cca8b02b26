import { expect, test } from 'vitest';
import { drawGovernment } from '../../../samples/portals/government.ts';
import { OPEN } from '../../../samples/portals/open.ts';
import { holdWalks } from '../../sweep/hold-walks.ts';
import { range } from '../../sweep/seeds.ts';

/** A few governments that between them show every value of every dimension. Two hundred: `npm run sweep -- walks`. */
const SEEDS = [2, 4, 7, 8, 13, 20, 40];

/** What the government of a seed shows: each value that was drawn for it or for one of its hosts. */
function shownBy(seed: number): string[] {
  const { drawn, hosts } = drawGovernment(seed, { half: OPEN });
  const common = Object.entries(drawn);
  const ofHosts = hosts.flatMap(({ drawn, addresses, words, template }) => [
    ...Object.entries(drawn),
    ...Object.entries({ addresses, words, template }).map(([name, value]) => [name, value.name]),
  ]);
  return [...common, ...ofHosts].map(([name, value]) => `${name}: ${value}`);
}

holdWalks(SEEDS);

test('nothing is drawn in the first hundred governments that is not walked through', () => {
  const shown = new Set(SEEDS.flatMap(shownBy));
  const drawn = new Set(range(1, 101).flatMap(shownBy));
  expect([...drawn].filter((one) => !shown.has(one))).toEqual([]);
});
