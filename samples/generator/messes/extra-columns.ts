import { APPLICANTS } from '../../../src/model/forms/table-requests.ts';
import { figureKey } from '../../../src/model/forms/variables.ts';
import { type Cell, cell, changeTables, type Draft, type Row } from '../draft.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';

/** Columns that the form of table 3 does not have. */

const REMARKS = ['', '', '', '含网上申请', '见附件', '其中2件为信函申请'];

/** Adds cells to the header rows and to each body row of table 3. */
function addColumn(
  draft: Draft,
  header: (row: Row, line: number) => Row,
  body: (row: Row, place: number) => Row,
): Draft {
  return changeTables(
    draft,
    (table) => {
      const headers = table.rows.filter(({ kind }) => kind === 'header');
      const bodies = table.rows.filter(({ kind }) => kind === 'body');
      const rows = table.rows.map((row) =>
        row.kind === 'header'
          ? header(row, headers.indexOf(row))
          : row.kind === 'body'
            ? body(row, bodies.indexOf(row))
            : row,
      );
      return { ...table, rows };
    },
    'requests',
  );
}

const withCells = (row: Row, change: (cells: readonly Cell[]) => readonly Cell[]): Row => ({
  ...row,
  cells: change(row.cells),
});

export const remarksColumn: Mess = {
  name: 'remarks-column',
  readable: true,
  formats: EVERYWHERE,
  holds: ['columns'],
  apply: (draft, rng) =>
    addColumn(
      draft,
      (row, line) => (line === 0 ? withCells(row, (cells) => [...cells, cell('header', '备注', 1, 3)]) : row),
      (row) => withCells(row, (cells) => [...cells, cell('extra', rng.pick(REMARKS))]),
    ),
};

export const serialColumn: Mess = {
  name: 'serial-column',
  readable: true,
  formats: EVERYWHERE,
  holds: ['columns'],
  apply: (draft) =>
    addColumn(
      draft,
      (row, line) => (line === 0 ? withCells(row, (cells) => [cell('header', '序号', 1, 3), ...cells]) : row),
      (row, place) => withCells(row, (cells) => [cell('extra', String(place + 1)), ...cells]),
    ),
};

const LEGAL_PERSONS = APPLICANTS.filter(({ under }) => under);

/** 小计 under 法人或其他组织, before or after its five columns. */
export const subtotalColumn: Mess = {
  name: 'subtotal-column',
  readable: true,
  formats: EVERYWHERE,
  holds: ['columns', 'zeros'],
  apply: (draft, rng) => {
    const first = rng.chance(0.3);
    const put = (cells: readonly Cell[], start: number, one: Cell): Cell[] => {
      const at = first ? start : start + LEGAL_PERSONS.length;
      return [...cells.slice(0, at), one, ...cells.slice(at)];
    };
    const widen = (cells: readonly Cell[]) =>
      cells.map((one) => (one.colSpan >= 5 ? { ...one, colSpan: one.colSpan + 1 } : one));
    return addColumn(
      draft,
      (row, line) => withCells(row, (cells) => (line === 2 ? put(cells, 0, cell('header', '小计')) : widen(cells))),
      (row) => {
        const values = LEGAL_PERSONS.map(
          ({ key }) => draft.truth.figures[figureKey('requests', row.key ?? '', key)]?.value ?? 0,
        );
        const subtotal = cell('extra', String(values.reduce((sum, value) => sum + value, 0)));
        return withCells(row, (cells) => put(cells, cells.findIndex(({ kind }) => kind === 'value') + 1, subtotal));
      },
    );
  },
};
