import { APPLICANTS } from '../../../src/model/forms/table-requests.ts';
import { figureKey } from '../../../src/model/forms/variables.ts';
import { cell, changeTables, type Row, retell, valueKeys } from '../draft.ts';
import { gridWidth } from '../grid.ts';
import { EVERYWHERE, HTML, type Mess } from '../mess.ts';
import { covered, insertRow, opensGroup, removeRows } from '../requests-table.ts';

/** 不予公开 小计 and the like below the rows of a group of table 3. */
export const subtotalRows: Mess = {
  name: 'subtotal-rows',
  readable: true,
  formats: EVERYWHERE,
  holds: ['rows', 'zeros', 'groups'],
  apply: (draft, rng) => {
    const short = rng.chance(0.5);
    return changeTables(
      draft,
      (table) => {
        const owners = table.rows.flatMap((row) => row.cells.filter((one) => one.kind === 'group' && one.rowSpan < 15));
        const chosen = owners.filter(() => rng.chance(0.6));
        const rows = (chosen.length > 0 ? chosen : owners.slice(0, 1)).reduce((all: readonly Row[], group) => {
          const owner = all.findIndex(({ cells }) => cells.some(({ text }) => text === group.text));
          const here = all[owner]?.cells.find(({ text }) => text === group.text);
          if (!here) return all;
          const members = [owner, ...covered(all, owner, here)].flatMap((place) => all[place]?.key ?? []);
          const sums = APPLICANTS.map(({ key }) =>
            members.reduce((sum, row) => sum + (draft.truth.figures[figureKey('requests', row, key)]?.value ?? 0), 0),
          );
          const label = short ? '小计' : `${group.text.replace(/^（.）/, '')}小计`;
          const subtotal: Row = {
            kind: 'body',
            role: 'requests',
            cells: [cell('label', label), ...sums.map((sum) => cell('extra', String(sum)))],
          };
          return insertRow(all, owner + here.rowSpan - 1, subtotal, () => true);
        }, table.rows);
        return { ...table, rows };
      },
      'requests',
    );
  },
};

/** Result rows that are all zero are left out of the table: the report does not hold them. */
export const lostRows: Mess = {
  name: 'lost-rows',
  readable: true,
  formats: EVERYWHERE,
  holds: ['rows', 'zeros', 'numbers', 'words'],
  apply: (draft, rng) => {
    const zero = (row: Row) => row.cells.every(({ key }) => !key || draft.truth.figures[key]?.value === 0);
    const table = draft.blocks.find((block) => block.kind === 'table' && block.roles.includes('requests'));
    if (table?.kind !== 'table') return draft;
    const places = table.rows.flatMap((row, place) =>
      row.key && /^(refused|unable|declined)_/.test(row.key) && !opensGroup(row) && zero(row) ? [place] : [],
    );
    const lost = rng.shuffle(places).slice(0, rng.int(1, 3));
    const keys = lost.flatMap((place) => valueKeys(table.rows[place] ?? { kind: 'body', role: 'requests', cells: [] }));
    const removed = changeTables(draft, (one) => ({ ...one, rows: removeRows(one.rows, lost) }), 'requests');
    return retell(removed, keys, () => ({ value: null, printed: '', statuses: ['missing'] }));
  },
};

/** Rows without contents between the others, for looks. */
export const spacerRows: Mess = {
  name: 'spacer-rows',
  readable: true,
  formats: HTML,
  holds: ['cut'],
  apply: (draft, rng) =>
    changeTables(draft, (table) => {
      const width = gridWidth(table);
      const spacer = (role: Row['role']): Row => ({
        kind: 'title',
        role,
        cells: [cell('extra', rng.pick(['', '\u00a0']), width)],
      });
      const free = table.rows.flatMap((row, place) => {
        const open = table.rows.some(
          (above, owner) => owner <= place && above.cells.some((one) => owner + one.rowSpan - 1 > place),
        );
        return row.kind !== 'header' && !open ? [place] : [];
      });
      const after = rng.shuffle(free).slice(0, rng.int(1, 3));
      const rows = table.rows.flatMap((row, place) => (after.includes(place) ? [row, spacer(row.role)] : [row]));
      return { ...table, rows };
    }),
};
