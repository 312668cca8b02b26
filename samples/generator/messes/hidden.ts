import { type Cell, cell, changeRows, changeTables, type Draft, type Row, writeMore } from '../draft.ts';
import { HTML, type Mess } from '../mess.ts';
import { isValue, junk } from '../requests-table.ts';
import type { Rng } from '../rng.ts';

/** Cells, columns and rows that are in the markup but not on the page. */

const WAYS = [
  ' style="display:none"',
  ' style="DISPLAY: none; width:40px"',
  ' hidden',
  ' hidden="hidden"',
  ' class="gone"',
];

/** Picks a way of hiding and brings along the style sheet rule that it needs. */
function hiding(draft: Draft, rng: Rng): { draft: Draft; attributes: string } {
  const attributes = rng.pick(WAYS);
  const styles = attributes.includes('gone') ? ['.title { text-align: center }', '.gone { display: none; }'] : [];
  return { draft: writeMore(draft, { styles }), attributes };
}

const body = (row: Row): boolean => row.kind === 'body';

function insertAt<T>(list: readonly T[], at: number, item: T): T[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

export const hiddenCells: Mess = {
  name: 'hidden-cells',
  readable: true,
  formats: HTML,
  holds: ['hidden'],
  apply: (start, rng) => {
    const { draft, attributes } = hiding(start, rng);
    const likely = rng.pick([0.15, 0.5]);
    return changeRows(draft, (row) => {
      if (!body(row) || !rng.chance(likely)) return row;
      const hidden: Cell = { ...cell('extra', junk(rng)), attributes };
      return { ...row, cells: insertAt(row.cells, rng.int(0, row.cells.length), hidden) };
    });
  },
};

export const hiddenColumns: Mess = {
  name: 'hidden-columns',
  readable: true,
  formats: HTML,
  holds: ['hidden'],
  apply: (start, rng) => {
    const { draft, attributes } = hiding(start, rng);
    const fromEnd = rng.int(0, 7);
    return changeTables(
      draft,
      (table) => {
        const header = table.rows.filter(({ kind }) => kind === 'header').at(-1);
        const rows = table.rows.map((row) => {
          if (!body(row) && row !== header) return row;
          const values = row.cells.filter(isValue).length;
          const hidden: Cell = { ...cell('extra', row === header ? '上年数' : junk(rng)), attributes };
          const at = row === header ? row.cells.length : row.cells.length - Math.min(fromEnd, values);
          return { ...row, cells: insertAt(row.cells, at, hidden) };
        });
        return { ...table, rows };
      },
      'requests',
    );
  },
};

/** Rows kept from last year's page, hidden above or below those that count. */
export const hiddenRows: Mess = {
  name: 'hidden-rows',
  readable: true,
  formats: HTML,
  holds: ['hidden'],
  apply: (start, rng) => {
    const { draft, attributes } = hiding(start, rng);
    return changeRows(draft, (row) => {
      const free = row.role !== 'requests' || /^(received|carried_in|carried_out)$/.test(row.key ?? '');
      if (!body(row) || !free || row.cells.some(({ kind }) => kind === 'group') || !rng.chance(0.6)) return row;
      const cells = row.cells.map((one): Cell => {
        const { key: _, ...rest } = one;
        return one.kind === 'value' ? { ...rest, kind: 'extra', text: junk(rng) } : rest;
      });
      const old: Row = { kind: row.kind, role: row.role, cells, attributes };
      return rng.chance(0.5) ? [old, row] : [row, old];
    });
  },
};
