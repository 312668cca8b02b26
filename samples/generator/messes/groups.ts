import { type Cell, cell, changeTables, type Row } from '../draft.ts';
import { EVERYWHERE, HTML, type Mess } from '../mess.ts';
import { covered } from '../requests-table.ts';

/** Group cells of table 3 that share a cell with a label, or whose row span is wrong. */

const isOuter = (one: Cell): boolean => one.kind === 'group' && one.rowSpan > 15;

type Way = (groups: readonly string[], opens: boolean, label: string) => readonly Cell[];

/** What stands left of the values: `groups` are those the row hangs under, outermost first. */
const WAYS: readonly Way[] = [
  (groups, _, label) => [cell('label', groups.join('') + label, 3)],
  (groups, _, label) => [cell('label', groups.slice(1).join('') + label, 3)],
  (groups, _, label) => [cell('label', groups.slice(1).join('\n') + label, 3)],
  (groups, opens, label) => [cell('label', (opens ? groups.slice(1).join(' ') : '') + label, 3)],
];

export const groupInLabel: Mess = {
  name: 'group-in-label',
  readable: true,
  formats: EVERYWHERE,
  holds: ['groups', 'rows', 'cut'],
  apply: (draft, rng) => {
    const way = rng.pick(WAYS);
    return changeTables(
      draft,
      (table) => {
        const over = table.rows.map((): { text: string; opens: boolean }[] => []);
        for (const [owner, row] of table.rows.entries()) {
          for (const one of row.cells.filter(({ kind }) => kind === 'group')) {
            over[owner]?.push({ text: one.text, opens: true });
            for (const place of covered(table.rows, owner, one)) over[place]?.push({ text: one.text, opens: false });
          }
        }
        const rows = table.rows.map((row, place): Row => {
          const groups = over[place] ?? [];
          if (groups.length === 0) return row;
          const label = row.cells.find(({ kind }) => kind === 'label')?.text ?? '';
          const rest = row.cells.filter(({ kind }) => kind !== 'group' && kind !== 'label');
          const cells = way(
            groups.map(({ text }) => text),
            groups.at(-1)?.opens ?? false,
            label,
          );
          return { ...row, cells: [...cells, ...rest] };
        });
        return { ...table, rows };
      },
      'requests',
    );
  },
};

/** Group cells that reach one or two rows too far, stop short, or do not span at all. */
export const wrongRowSpans: Mess = {
  name: 'wrong-rowspans',
  readable: true,
  formats: HTML,
  holds: ['groups', 'row-spans'],
  apply: (draft, rng) => {
    const outerToo = rng.chance(0.4);
    const changes = [(span: number) => span + 1, (span: number) => span + 2, (span: number) => span - 1, () => 1];
    const change = rng.pick(changes);
    return changeTables(
      draft,
      (table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.map((one) => {
            const wrong = one.kind === 'group' && (isOuter(one) ? outerToo : rng.chance(0.7));
            return wrong ? { ...one, rowSpan: Math.max(1, change(one.rowSpan)) } : one;
          }),
        })),
      }),
      'requests',
    );
  },
};
