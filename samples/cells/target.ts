import type { Edition, FormBlock, TableRole } from '../../src/model/forms/form.ts';
import { tableOf } from '../../src/model/forms/forms.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Rng } from '../generator/rng.ts';
import { changeFigures, type Truth } from '../generator/truth.ts';
import type { Position } from './effect.ts';

/** The row or column of a report that is to be crafted, and the report, in which it now has numbers worth crafting. */
export interface Target {
  readonly truth: Truth;
  readonly role: TableRole;
  readonly block: FormBlock;
  readonly row: string;
  readonly column: string;
}

interface Place {
  readonly role: TableRole;
  readonly block: FormBlock;
  readonly row: string;
  readonly column: string;
}

const placesOf = (role: TableRole, edition: Edition): Place[] =>
  tableOf(edition, role).blocks.flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => ({ role, block, row: row.key, column: column.key }))),
  );

export const keyOf = ({ role, row, column }: Pick<Place, 'role' | 'row' | 'column'>): string =>
  figureKey(role, row, column);

/** Figures of table 2 are in no sum, so their numbers may be any. */
function withNumbers(truth: Truth, keys: readonly string[], rng: Rng, zero: boolean): Truth {
  return changeFigures(truth, (key, figure) => {
    if (!keys.includes(key)) return figure;
    const value = zero ? 0 : rng.int(11, rng.pick([99, 9_999, 999_999]));
    return { ...figure, value, printed: String(value) };
  });
}

/** Two in five are taken from the tables that add up, where they hold a number of two digits. */
function summedPlace(truth: Truth, rng: Rng): Place | null {
  const role = rng.pick(['requests', 'disputes'] as const);
  const long = placesOf(role, truth.editions[role]).filter((place) => (truth.figures[keyOf(place)]?.value ?? 0) > 9);
  return long.length > 0 && rng.chance(0.4) ? rng.pick(long) : null;
}

export function chooseTarget(plain: Truth, position: Position, rng: Rng): Target {
  const free = placesOf('proactive', plain.editions.proactive);
  const words = position === 'label' || position === 'head';
  const summed = position === 'zero' || position === 'row' || position === 'twin' ? null : summedPlace(plain, rng);
  // Table 4 has no label for its one row, and its heads say the same three times.
  const place = summed && !(words && summed.role === 'disputes') ? summed : rng.pick(free);
  const rowKeys = place.block.columns.map(({ key }) => keyOf({ ...place, column: key }));
  const wide = position === 'row' || position === 'twin' || position === 'label';
  const truth =
    place.role === 'proactive' ? withNumbers(plain, wide ? rowKeys : [keyOf(place)], rng, position === 'zero') : plain;
  return { ...place, truth };
}
