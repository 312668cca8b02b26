import type { Cell, Row } from './draft.ts';
import type { Rng } from './rng.ts';

/** Helpers for messes of table 3, whose rows hang under group cells that span them. */

export const isValue = (one: Cell): boolean => one.kind === 'value';

/** Row places, in a table's rows, that a group cell of row `owner` covers below its own. */
export function covered(rows: readonly Row[], owner: number, one: Cell): number[] {
  return Array.from({ length: one.rowSpan - 1 }, (_, down) => owner + 1 + down).filter((place) => place < rows.length);
}

/** The rows without those at `places`; group cells that spanned them grow shorter. None of them may open a group. */
export function removeRows(rows: readonly Row[], places: readonly number[]): Row[] {
  return rows.flatMap((row, owner) => {
    if (places.includes(owner)) return [];
    const cells = row.cells.map((one) => {
      const lost = covered(rows, owner, one).filter((place) => places.includes(place)).length;
      return { ...one, rowSpan: one.rowSpan - lost };
    });
    return [{ ...row, cells }];
  });
}

/** A row put in below place `after`; group cells that reach beyond it (or, if it joins the group, end there) grow longer. */
export function insertRow(rows: readonly Row[], after: number, row: Row, joins: (group: Cell) => boolean): Row[] {
  return rows.flatMap((old, owner) => {
    const cells = old.cells.map((one) => {
      const last = owner + one.rowSpan - 1;
      const grows = owner <= after && one.rowSpan > 1 && (last > after || (last === after && joins(one)));
      return grows ? { ...one, rowSpan: one.rowSpan + 1 } : one;
    });
    const changed = { ...old, cells };
    return owner === after ? [changed, row] : [changed];
  });
}

export const opensGroup = (row: Row): boolean => row.cells.some(({ kind }) => kind === 'group');

/** Numbers that stand nowhere in the report, for cells nobody sees. */
export const junk = (rng: Rng): string => String(rng.int(1, 99) * 1000 + 777);
