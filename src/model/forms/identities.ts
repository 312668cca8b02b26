import type { Edition, TableRole } from './form.ts';
import { tableOf } from './forms.ts';
import { figureKey } from './variables.ts';

/**
 * An equality that the form itself states between its figures: the sum of `left` equals the sum of `right`.
 * For the three sums `left` is the single total; for the balance both sides are pairs (一+二 = 三+四, corner cell of table 3).
 */
export interface Identity {
  /** Stable name within an edition: `row-sum:received`, `balance:natural`. */
  readonly id: string;
  readonly kind: 'row-sum' | 'result-sum' | 'balance' | 'dispute-sum';
  readonly table: TableRole;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

function requestIdentities(edition: Edition): Identity[] {
  const block = tableOf(edition, 'requests').blocks[0];
  if (!block) return [];
  const key = (row: string, column: string) => figureKey('requests', row, column);
  const parts = block.columns.filter((column) => column.key !== 'total');
  const results = block.rows.filter((row) => row.part === 'result');
  const rowSums = block.rows.map(
    (row): Identity => ({
      id: `row-sum:${row.key}`,
      kind: 'row-sum',
      table: 'requests',
      left: [key(row.key, 'total')],
      right: parts.map((column) => key(row.key, column.key)),
    }),
  );
  const resultSums = block.columns.map(
    (column): Identity => ({
      id: `result-sum:${column.key}`,
      kind: 'result-sum',
      table: 'requests',
      left: [key('total', column.key)],
      right: results.map((row) => key(row.key, column.key)),
    }),
  );
  const balances = block.columns.map(
    (column): Identity => ({
      id: `balance:${column.key}`,
      kind: 'balance',
      table: 'requests',
      left: [key('received', column.key), key('carried_in', column.key)],
      right: [key('total', column.key), key('carried_out', column.key)],
    }),
  );
  return [...rowSums, ...resultSums, ...balances];
}

function disputeIdentities(edition: Edition): Identity[] {
  const block = tableOf(edition, 'disputes').blocks[0];
  if (!block) return [];
  return block.rows.map((row) => ({
    id: `dispute-sum:${row.key}`,
    kind: 'dispute-sum',
    table: 'disputes',
    left: [figureKey('disputes', row.key, 'total')],
    right: block.columns
      .filter((column) => column.key !== 'total')
      .map((column) => figureKey('disputes', row.key, column.key)),
  }));
}

const BUILDERS: Readonly<Record<TableRole, (edition: Edition) => Identity[]>> = {
  proactive: () => [],
  requests: requestIdentities,
  disputes: disputeIdentities,
};

const CACHE = new Map<string, readonly Identity[]>();

/** The identities of one table of an edition: 37 (2019) or 39 (2021) for table 3, three for table 4, none for table 2. */
export function identitiesOf(edition: Edition, role: TableRole): readonly Identity[] {
  const name = `${edition}:${role}`;
  const known = CACHE.get(name) ?? BUILDERS[role](edition);
  CACHE.set(name, known);
  return known;
}
