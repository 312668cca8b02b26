import { type Block, cell, changeTables, type Prose, type Row, type Table } from '../draft.ts';
import { cutRows, gridWidth } from '../grid.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';

/** Tables that are cut in two, and tables that grew together. */

export const splitTable: Mess = {
  name: 'split-table',
  readable: true,
  formats: EVERYWHERE,
  holds: ['cut', 'groups'],
  apply: (draft, rng) =>
    changeTables(
      draft,
      (table) => {
        const headers = table.rows.filter(({ kind }) => kind === 'header');
        const at = rng.int(headers.length + 2, table.rows.length - 2);
        const [top, bottom] = cutRows(table.rows, at, rng.pick(['text', 'empty', 'none'] as const));
        const between: Prose = { kind: 'prose', as: 'note', text: rng.pick(['', '（续表）', '续表', '— 4 —']) };
        const second: Table = { ...table, rows: rng.chance(0.5) ? [...headers, ...bottom] : bottom };
        return [{ ...table, rows: top }, ...(between.text ? [between] : []), second];
      },
      'requests',
    ),
};

const isTable = (block: Block | undefined): block is Table => block?.kind === 'table';

/** A heading between joined tables becomes a row of the table. */
function headingRow(heading: Prose, table: Table): Row {
  const role = table.roles[0] ?? 'requests';
  return { kind: 'title', role, cells: [cell('title', heading.text, gridWidth(table))] };
}

/** Two or all three tables in one `<table>`, the headings between them as rows across. */
export const joinedTables: Mess = {
  name: 'joined-tables',
  readable: true,
  formats: EVERYWHERE,
  holds: ['cut', 'disputes', 'header'],
  apply: (draft, rng) => {
    const starts = rng.pick([['requests'], ['disputes'], ['requests', 'disputes']]);
    const blocks: Block[] = [];
    for (const block of draft.blocks) {
      const heading = blocks.at(-1);
      const above = blocks.at(-2);
      const joins = isTable(block) && starts.includes(block.roles[0] ?? '');
      if (isTable(block) && joins && heading?.kind === 'prose' && isTable(above)) {
        const rows = [...above.rows, headingRow(heading, block), ...block.rows];
        blocks.splice(-2, 2, { kind: 'table', roles: [...above.roles, ...block.roles], rows });
      } else {
        blocks.push(block);
      }
    }
    return { ...draft, blocks, headings: 'lost' };
  },
};
