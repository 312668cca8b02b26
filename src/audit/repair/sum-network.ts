import type { Edition, TableRole } from '../../model/forms/form.ts';
import { tableOf } from '../../model/forms/forms.ts';
import { type Identity, identitiesOf } from '../../model/forms/identities.ts';
import { figureKey } from '../../model/forms/variables.ts';

/**
 * The sums of a table as a network: equalities are nodes, and every cell is an edge between the two equalities it stands in.
 * Raising a cell by 1 raises the residual of its `plus` node by 1 and lowers that of its `minus` node. A cell that stands in
 * one equality only leads to `ground`, which takes any amount. So a set of cells can balance the network if, and only if, the
 * residuals cancel out within each part of the network that the set joins together.
 */
export interface SumNetwork {
  readonly nodes: readonly Identity[];
  /** Every equality of these cells: the nodes, and what follows from them. */
  readonly identities: readonly Identity[];
  /** The place of the ground, one past the last node. */
  readonly ground: number;
  readonly edges: readonly Edge[];
  /** Keys of the cells, row by row: `grid[row][column]` is the place of an edge. */
  readonly grid: readonly (readonly number[])[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

interface Edge {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly plus: number;
  readonly minus: number;
}

/** The sum of row （七）总计 follows from the sums of the results and of their columns; without it every cell is in two. */
const IMPLIED = 'row-sum:total';

interface Membership {
  readonly node: number;
  readonly sign: number;
}

function membershipsOf(nodes: readonly Identity[]): Map<string, Membership[]> {
  const byCell = new Map<string, Membership[]>();
  const add = (key: string, node: number, sign: number) =>
    byCell.set(key, [...(byCell.get(key) ?? []), { node, sign }]);
  for (const [node, { left, right }] of nodes.entries()) {
    for (const key of left) add(key, node, 1);
    for (const key of right) add(key, node, -1);
  }
  return byCell;
}

/** Which equalities to read the other way round, so that every cell stands on opposite sides of its two. */
function orient(count: number, memberships: Iterable<readonly Membership[]>): number[] {
  const signs: number[] = Array.from({ length: count }, (_, node) => (node === 0 ? 1 : 0));
  const pairs = [...memberships].filter((pair) => pair.length === 2) as [Membership, Membership][];
  for (let pass = 0; pass < count; pass += 1) {
    for (const [one, two] of pairs) {
      const [a = 0, b = 0] = [signs[one.node], signs[two.node]];
      if (a !== 0 && b === 0) signs[two.node] = -a * one.sign * two.sign;
      if (b !== 0 && a === 0) signs[one.node] = -b * one.sign * two.sign;
    }
  }
  return signs.map((sign) => sign || 1);
}

function buildNetwork(
  edition: Edition,
  role: TableRole,
  rows: readonly string[],
  identities: readonly Identity[],
): SumNetwork {
  const nodes = identities.filter(({ id }) => id !== IMPLIED);
  const ground = nodes.length;
  const columns = tableOf(edition, role).blocks[0]?.columns.map(({ key }) => key) ?? [];
  const memberships = membershipsOf(nodes);
  const signs = orient(ground, memberships.values());
  const ends = (key: string) => {
    const seen = (memberships.get(key) ?? []).map(({ node, sign }) => ({ node, sign: sign * (signs[node] ?? 1) }));
    const [plus, ...more] = seen.filter(({ sign }) => sign > 0);
    const [minus, ...others] = seen.filter(({ sign }) => sign < 0);
    if (seen.length === 0 || more.length > 0 || others.length > 0) {
      throw new Error(`sum network: ${key} of edition ${edition} does not stand on opposite sides of at most two sums`);
    }
    return { plus: plus?.node ?? ground, minus: minus?.node ?? ground };
  };
  const edges = rows.flatMap((rowKey, row) =>
    columns.map((columnKey, column): Edge => {
      const key = figureKey(role, rowKey, columnKey);
      return { key, row, column, ...ends(key) };
    }),
  );
  const grid = rows.map((_, row) => columns.map((__, column) => row * columns.length + column));
  return { nodes, identities, ground, edges, grid, rows, columns };
}

function buildNetworks(edition: Edition, role: TableRole): SumNetwork[] {
  const rows = tableOf(edition, role).blocks[0]?.rows.map(({ key }) => key) ?? [];
  const identities = identitiesOf(edition, role);
  if (identities.length === 0) return [];
  if (role === 'requests') return [buildNetwork(edition, role, rows, identities)];
  return rows.map((row) =>
    buildNetwork(
      edition,
      role,
      [row],
      identities.filter(({ id }) => id.endsWith(`:${row}`)),
    ),
  );
}

const CACHE = new Map<string, readonly SumNetwork[]>();

/** The networks of a table: one for table 3, one for each procedure of table 4 (they share no cell), none for table 2. */
export function sumNetworksOf(edition: Edition, role: TableRole): readonly SumNetwork[] {
  const name = `${edition}:${role}`;
  const known = CACHE.get(name) ?? buildNetworks(edition, role);
  CACHE.set(name, known);
  return known;
}
