import { describe, expect, it } from 'vitest';
import { seededRng } from '../../../samples/generator/rng.ts';
import { sumNetworksOf } from '../../../src/audit/repair/sum-network.ts';
import { EDITIONS } from '../../../src/model/forms/forms.ts';
import { identitiesOf } from '../../../src/model/forms/identities.ts';
import { variablesOfTable } from '../../../src/model/forms/variables.ts';

describe.each(EDITIONS)('the sums of edition %s as networks', (edition) => {
  it.each([
    ['requests', 1, 1],
    ['disputes', 3, 0],
    ['proactive', 0, 0],
  ] as const)('%s: %i networks, %i sum implied by the others', (role, count, implied) => {
    const networks = sumNetworksOf(edition, role);
    expect(networks).toHaveLength(count);
    const nodes = networks.reduce((sum, { ground }) => sum + ground, 0);
    expect(nodes).toBe(identitiesOf(edition, role).length - implied);
    const keys = networks.flatMap(({ edges }) => edges.map(({ key }) => key));
    expect(keys).toEqual(count === 0 ? [] : variablesOfTable(edition, role).map(({ key }) => key));
  });

  it('say of any values just what the equalities say', () => {
    const rng = seededRng(7);
    for (const network of [...sumNetworksOf(edition, 'requests'), ...sumNetworksOf(edition, 'disputes')]) {
      const values = network.edges.map(() => rng.int(0, 99));
      const amiss = network.nodes.map(() => 0);
      for (const [place, { plus, minus }] of network.edges.entries()) {
        if (plus < network.ground) amiss[plus] = (amiss[plus] ?? 0) + (values[place] ?? 0);
        if (minus < network.ground) amiss[minus] = (amiss[minus] ?? 0) - (values[place] ?? 0);
      }
      const byKey = new Map(network.edges.map(({ key }, place) => [key, values[place] ?? 0]));
      const sum = (keys: readonly string[]) => keys.reduce((all, key) => all + (byKey.get(key) ?? Number.NaN), 0);
      const differences = network.nodes.map(({ left, right }) => Math.abs(sum(left) - sum(right)));
      expect(amiss.map(Math.abs)).toEqual(differences);
    }
  });
});
