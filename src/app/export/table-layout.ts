import type { FormBlock, FormTable } from '../../model/forms/form.ts';

/** A cell of a table as the form prints it; places are counted from 0, `rows` and `columns` are its spans. */
interface LaidOutCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  /** The figure that stands there; null for a heading. */
  readonly key: string | null;
}

const cell = (row: number, column: number, text: string, more: Partial<LaidOutCell> = {}): LaidOutCell => ({
  ...{ row, column, rows: 1, columns: 1, text, key: null },
  ...more,
});

/** 一、 （一） 1. as the form prints them. */
const numbered = (number: string, label: string): string =>
  `${number}${/[）).]$/.test(number) ? '' : /^\d+$/.test(number) ? '.' : '、'}${label}`;

/** A title over each block, its header with the cells printed above others, its rows behind their groups. */
function layOutRows({ role, groups }: FormTable, block: FormBlock, top: number): LaidOutCell[] {
  const { title, columns, rows } = block;
  const depth = Math.max(0, ...rows.map(({ groups: inside = [] }) => inside.length));
  const width = depth + 1 + columns.length;
  const cells: LaidOutCell[] = title ? [cell(top, 0, title, { columns: width })] : [];
  const header = top + (title ? 1 : 0);
  const isTwoRows = columns.some(({ under }) => under);
  const body = header + (isTwoRows ? 2 : 1);
  cells.push(cell(header, 0, '', { columns: depth + 1, rows: body - header }));
  columns.forEach(({ label, under }, index) => {
    const at = depth + 1 + index;
    if (!under) cells.push(cell(header, at, label, { rows: body - header }));
    else {
      cells.push(cell(header + 1, at, label));
      if (columns[index - 1]?.under !== under) {
        const span = columns.slice(index).findIndex((other) => other.under !== under);
        cells.push(cell(header, at, under, { columns: span < 0 ? columns.length - index : span }));
      }
    }
  });
  rows.forEach((row, index) => {
    const inside = row.groups ?? [];
    inside.forEach((key, level) => {
      if (rows[index - 1]?.groups?.[level] === key) return;
      const group = groups.find((one) => one.key === key);
      const span = rows.slice(index).findIndex((other) => other.groups?.[level] !== key);
      const text = group ? numbered(group.number, group.label) : key;
      cells.push(cell(body + index, level, text, { rows: span < 0 ? rows.length - index : span }));
    });
    const label = row.number ? numbered(row.number, row.label) : row.label;
    cells.push(cell(body + index, inside.length, label, { columns: depth + 1 - inside.length }));
    columns.forEach((column, place) => {
      cells.push(cell(body + index, depth + 1 + place, '', { key: `${role}.${row.key}.${column.key}` }));
    });
  });
  return cells;
}

/** Rows side by side, each over its columns, and one line of figures. */
function layOutAcross({ role }: FormTable, { columns, rows }: FormBlock, top: number): LaidOutCell[] {
  return rows.flatMap((row, index) => {
    const left = index * columns.length;
    return [
      cell(top, left, row.label, { columns: columns.length }),
      ...columns.flatMap((column, place) => [
        cell(top + 1, left + place, column.label),
        cell(top + 2, left + place, '', { key: `${role}.${row.key}.${column.key}` }),
      ]),
    ];
  });
}

/** A table of the form laid out as it is printed. */
export function layOutTable(table: FormTable): LaidOutCell[] {
  const cells: LaidOutCell[] = [];
  for (const block of table.blocks) {
    const top = Math.max(0, ...cells.map(({ row, rows }) => row + rows));
    cells.push(...(table.layout === 'across' ? layOutAcross(table, block, top) : layOutRows(table, block, top)));
  }
  return cells;
}
