import { randomBody } from '../../../samples/generator/bodies.ts';
import { randomNumbers } from '../../../samples/generator/numbers.ts';
import { type Rng, seededRng } from '../../../samples/generator/rng.ts';
import type { SumNetwork } from '../../../src/audit/repair/sum-network.ts';
import { sumNetworksOf } from '../../../src/audit/repair/sum-network.ts';
import type { Facts } from '../../../src/audit/rule.ts';
import type { Edition } from '../../../src/model/forms/form.ts';
import { buildReading } from '../build-reading.ts';
import type { SlipInjector, Values } from './inject-slips.ts';

/** A table 3 with slips in it, and what it would say without them. */
export interface SlippedTable {
  readonly facts: Facts;
  readonly network: SumNetwork;
  readonly truth: Values;
  readonly printed: Values;
  /** The cells that say something else than they should, as `key=right number`; an empty cell for 0 is none. */
  readonly wrong: readonly string[];
}

/** Table 3 of an edition with the slips of some kinds, or null where they don't fit or change nothing. */
export function slippedTable(edition: Edition, seed: number, kinds: readonly SlipInjector[]): SlippedTable | null {
  const [network] = sumNetworksOf(edition, 'requests');
  if (!network) return null;
  const rng = seededRng(seed);
  const editions = { proactive: edition, requests: edition, disputes: edition };
  const numbers = randomNumbers(rng.fork('numbers'), editions, randomBody(rng.fork('body')));
  const truth = network.edges.map(({ key }) => numbers[key] ?? 0);
  const printed = withSlips(truth, network, kinds, rng.fork('slips'));
  if (!printed) return null;
  const wrong = network.edges.flatMap(({ key }, place) =>
    (printed[place] ?? 0) === truth[place] ? [] : [`${key}=${truth[place]}`],
  );
  const cells = Object.fromEntries(network.edges.map(({ key }, place) => [key, printed[place] ?? '']));
  return wrong.length === 0
    ? null
    : { facts: buildReading({ edition, cells }) as Facts, network, truth, printed, wrong };
}

function withSlips(truth: Values, network: SumNetwork, kinds: readonly SlipInjector[], rng: Rng): Values | null {
  let printed: (number | null)[] = [...truth];
  for (const { inject } of kinds) {
    const changes = inject(printed, network, rng);
    if (!changes) return null;
    printed = printed.map((value, place) => {
      const change = changes.find(([changed]) => changed === place);
      return change ? change[1] : value;
    });
  }
  return printed;
}

/** So many tables with slips of the kinds that `kindsOf` draws, alternating the editions. */
export function slippedTables(count: number, kindsOf: (rng: Rng) => readonly SlipInjector[]): SlippedTable[] {
  const tables: SlippedTable[] = [];
  for (let seed = 1; tables.length < count && seed < 100 * count; seed += 1) {
    const edition = tables.length % 2 === 0 ? '2019' : '2021';
    const table = slippedTable(edition, seed, kindsOf(seededRng(seed).fork('kinds')));
    if (table) tables.push(table);
  }
  return tables;
}
