import { diagnose } from '../../src/audit/repair/diagnose.ts';
import { repairReport } from '../../src/audit/repair/repair-report.ts';
import type { Facts } from '../../src/audit/rule.ts';
import { SLIPS } from '../audit/repair/inject-slips.ts';
import { type SlippedTable, slippedTables } from '../audit/repair/slip-table.ts';

/** What a diagnosis of table 3 costs, in milliseconds a table. */
export interface RepairMeasurement {
  readonly tables: number;
  readonly median: number;
  /** 99 of 100 tables take no longer. */
  readonly percentile99: number;
  readonly longest: number;
  /** The median of tables in which nothing is wrong: what every report pays. */
  readonly faultless: number;
}

const now = (): number => performance.now();
const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

/** A new object each time: what is known of a report is kept with it. */
function timesOf(tables: readonly SlippedTable[], change: (table: SlippedTable) => Facts): number[] {
  const times = tables.map((table) => {
    const facts = change(table);
    const started = now();
    diagnose(facts);
    repairReport(facts);
    return now() - started;
  });
  return times.sort((one, other) => one - other);
}

const printed = ({ facts }: SlippedTable): Facts => ({ ...facts });

function undone({ facts, network, truth }: SlippedTable): Facts {
  const cells = network.edges.map(({ key }, place) => {
    const value = truth[place] ?? 0;
    return [key, { value, raw: String(value), status: 'reported', at: {} }] as const;
  });
  return { ...facts, figures: { ...facts.figures, ...Object.fromEntries(cells) } };
}

/** Measures tables with one slip and as many with two, of every kind and both editions, after a round to warm up. */
export function measureRepair(count = 1_000): RepairMeasurement {
  const one = slippedTables(count / 2, (rng) => [rng.pick(SLIPS)]);
  const two = slippedTables(count / 2, (rng) => [rng.pick(SLIPS), rng.pick(SLIPS)]);
  const tables = [...one, ...two];
  timesOf(tables, printed);
  const times = timesOf(tables, printed);
  const faultless = timesOf(tables, undone);
  return {
    tables: tables.length,
    median: at(times, 0.5),
    percentile99: at(times, 0.99),
    longest: at(times, 1),
    faultless: at(faultless, 0.5),
  };
}
