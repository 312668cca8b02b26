import { cell, changeTables, type Draft, type Row, type Table } from '../draft.ts';
import { cutRows } from '../grid.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';
import type { Rng } from '../rng.ts';

/** Header rows that are missing, merged into one cell, or repeated among the rows. */

const isHeader = (row: Row): boolean => row.kind === 'header';

function changeSome(draft: Draft, rng: Rng, change: (table: Table) => Table): Draft {
  const roles = rng.shuffle(['proactive', 'requests', 'disputes'] as const).slice(0, rng.int(1, 3));
  return changeTables(draft, (table) => (table.roles.some((role) => roles.includes(role)) ? change(table) : table));
}

export const missingHeader: Mess = {
  name: 'missing-header',
  readable: true,
  formats: EVERYWHERE,
  holds: ['header', 'columns', 'disputes'],
  apply: (draft, rng) =>
    changeSome(draft, rng, (table) => {
      const first = table.rows.findIndex(isHeader);
      const keepFirst = table.roles[0] !== 'proactive' && rng.chance(0.3);
      const rows = table.rows.filter((row, place) => !isHeader(row) || (keepFirst && place === first));
      const flat = rows.map((row) =>
        isHeader(row) ? { ...row, cells: row.cells.map((one) => ({ ...one, rowSpan: 1 })) } : row,
      );
      return { ...table, rows: flat };
    }),
};

/** The names of the columns all in one cell, one after the other. */
function mergeNames(row: Row, from: number, gap: string): Row {
  const kept = row.cells.slice(0, from);
  const merged = row.cells.slice(from);
  const width = merged.reduce((sum, one) => sum + one.colSpan, 0);
  return { ...row, cells: [...kept, cell('header', merged.map(({ text }) => text).join(gap), width)] };
}

export const mergedHeader: Mess = {
  name: 'merged-header',
  readable: true,
  formats: EVERYWHERE,
  holds: ['header', 'columns', 'disputes', 'marks'],
  apply: (draft, rng) => {
    const gap = rng.pick([' ', '\u3000', '\n', '、']);
    return changeSome(draft, rng, (table) => {
      const headers = table.rows.filter(isHeader);
      if (table.roles[0] === 'requests') {
        const [first, second, third] = headers;
        if (!first || !second || !third) return table;
        const [natural, , total] = second.cells;
        const names = [natural, ...third.cells, total].flatMap((one) =>
          one ? [{ ...one, rowSpan: 1, colSpan: 1 }] : [],
        );
        const corner = first.cells.map((one) => ({ ...one, rowSpan: one.kind === 'corner' ? 2 : 1 }));
        const merged = mergeNames({ ...second, cells: names }, 0, gap);
        return { ...table, rows: [{ ...first, cells: corner }, merged, ...table.rows.slice(3)] };
      }
      if (table.roles[0] === 'proactive') {
        return { ...table, rows: table.rows.map((row) => (isHeader(row) ? mergeNames(row, 1, gap) : row)) };
      }
      const third = headers[2];
      return { ...table, rows: table.rows.map((row) => (row === third ? mergeNames(row, 0, gap) : row)) };
    });
  },
};

/** The header of table 3 printed again where a page ended. */
export const repeatedHeader: Mess = {
  name: 'repeated-header',
  readable: true,
  formats: EVERYWHERE,
  holds: ['header', 'cut', 'groups'],
  apply: (draft, rng) =>
    changeTables(
      draft,
      (table) => {
        const headers = table.rows.filter(isHeader);
        const again = rng.pick(['text', 'empty', 'none'] as const);
        const at = rng.int(headers.length + 2, table.rows.length - 2);
        const [top, bottom] = cutRows(table.rows, at, again);
        return { ...table, rows: [...top, ...headers, ...bottom] };
      },
      'requests',
    ),
};
