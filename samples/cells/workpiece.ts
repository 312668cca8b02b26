import type { Edition } from '../../src/model/forms/form.ts';
import type { Cell, Draft, Row, Table } from '../generator/draft.ts';
import { blankDraft } from '../generator/formats/messy-draft.ts';
import { type Rng, seededRng } from '../generator/rng.ts';
import { randomTruth } from '../generator/truth.ts';
import type { Effect, Position } from './effect.ts';
import { divide, type Pieces, seenIn } from './pieces.ts';
import { type Seen, seenOf } from './seen.ts';
import { chooseTarget, keyOf, type Target } from './target.ts';

/** A clean, filled form before it is written, and the cells of it that an effect is to be put on. */
export interface Workpiece {
  readonly draft: Draft;
  readonly places: ReadonlyMap<Cell, Pieces>;
  /** A row that is in the form a second time, wholly under the effect. */
  readonly twin: Row | null;
  /** What a person reads in the crafted cells, by the name of the figure; of a crafted label or head, all that it names. */
  readonly seen: Readonly<Record<string, Seen>>;
  /** Every other figure. */
  readonly others: Readonly<Record<string, Seen>>;
}

interface Order {
  readonly effect: Effect;
  readonly position: Position;
  readonly seed: number;
  readonly edition?: Edition;
  /** Attributes of the crafted cells, for what is written as HTML. */
  readonly attributes?: string;
}

const tableOfRole = (draft: Draft, role: string): Table => {
  const found = draft.blocks.find(
    (block): block is Table => block.kind === 'table' && block.roles.includes(role as never),
  );
  if (!found) throw new Error(`the draft has no table ${role}`);
  return found;
};

/** The header row over a body row that has a name for the column. */
function headOf(table: Table, { role, row, column, block }: Target): Cell | undefined {
  const label = block.columns.find(({ key }) => key === column)?.label;
  const at = table.rows.findIndex((one) => one.key === row && one.role === role);
  return table.rows
    .slice(0, at)
    .reverse()
    .flatMap(({ kind, cells }) => (kind === 'header' ? cells.filter(({ text }) => text === label) : []))[0];
}

function craftedCells(table: Table, target: Target, position: Position): readonly Cell[] {
  const row = table.rows.find(({ key, cells }) =>
    target.role === 'disputes' ? cells.some((one) => one.key === keyOf(target)) : key === target.row,
  );
  const cells = row?.cells ?? [];
  if (position === 'twin') return [];
  if (position === 'label') return cells.filter(({ kind }) => kind === 'label');
  if (position === 'row') return cells.filter(({ kind }) => kind === 'value');
  if (position === 'head') return [headOf(table, target)].flatMap((one) => one ?? []);
  return cells.filter(({ key }) => key === keyOf(target));
}

/** Words of another row or column of the same table. */
function otherWords(target: Target, position: Position, rng: Rng): string {
  const { rows, columns } = target.block;
  const others =
    position === 'head'
      ? columns.filter(({ key }) => key !== target.column).map(({ label }) => label)
      : rows.filter(({ key }) => key !== target.row).map(({ label }) => label);
  return others.length > 0 ? rng.pick(others) : '上年';
}

function keysUnder(target: Target, position: Position): string[] {
  const { role, block, row, column } = target;
  if (position === 'label' || position === 'row' || position === 'twin') {
    return block.columns.map(({ key }) => keyOf({ role, row, column: key }));
  }
  if (position === 'head') return block.rows.map(({ key }) => keyOf({ role, row: key, column }));
  return [keyOf(target)];
}

/** The row of the target once more, with other numbers. */
function twinOf(table: Table, target: Target, rng: Rng): Row | null {
  const row = table.rows.find(({ key }) => key === target.row);
  if (!row) return null;
  const cells = row.cells.map(({ key: _, ...one }) =>
    one.kind === 'value' ? { ...one, text: String(rng.int(11, 9_999)) } : one,
  );
  return { ...row, cells };
}

/** The same order always gives the same workpiece. */
export function makeWorkpiece({ effect, position, seed, edition, attributes }: Order): Workpiece {
  const rng = seededRng(seed);
  const plain = randomTruth(rng.fork('truth'), edition ?? rng.fork('edition').pick(['2019', '2021'] as const));
  const choice = rng.fork(`${effect.name} ${position}`);
  const target = chooseTarget(plain, position, choice);
  const draft = blankDraft(target.truth);
  const table = tableOfRole(draft, target.role);
  const places = new Map<Cell, Pieces>();
  const seen: Record<string, Seen> = {};
  const all = Object.fromEntries(
    Object.entries(target.truth.figures).map(([key, { printed }]) => [key, seenOf(printed)] as const),
  );
  for (const key of keysUnder(target, position)) seen[key] = all[key] as Seen;

  const crafted = new Set(craftedCells(table, target, position));
  const other = otherWords(target, position, choice);
  const twin = position === 'twin' ? twinOf(table, target, choice) : null;
  const rows = table.rows.flatMap((row): Row[] => {
    const cells = row.cells.map((one) => {
      if (!crafted.has(one)) return one;
      const pieces = divide(position, effect.sight, one.text, other, choice);
      const kept = attributes === undefined ? { ...one } : { ...one, attributes };
      places.set(kept, pieces);
      if (one.key) seen[one.key] = seenIn(pieces, effect.sight);
      return kept;
    });
    const kept = { ...row, cells };
    if (!twin || row.key !== target.row) return [kept];
    return choice.chance(0.5) ? [twin, kept] : [kept, twin];
  });
  const blocks = draft.blocks.map((block) => (block === table ? { ...table, rows } : block));
  const others = Object.fromEntries(Object.entries(all).filter(([key]) => !(key in seen)));
  return { draft: { ...draft, blocks }, places, twin, seen, others };
}
