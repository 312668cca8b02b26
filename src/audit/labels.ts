import type { Edition, TableRole } from '../model/forms/form.ts';
import { tableOf } from '../model/forms/forms.ts';
import { CODEBOOK } from '../model/forms/variables.ts';
import type { Message } from '../model/report.ts';

/** How messages name tables, rows, columns and cells: as the form prints them, without the notes in brackets. */

const TABLES: Readonly<Record<TableRole, Message>> = {
  proactive: { zh: '第二表', en: 'Table 2' },
  requests: { zh: '第三表', en: 'Table 3' },
  disputes: { zh: '第四表', en: 'Table 4' },
};

export const tableName = (role: TableRole): Message => TABLES[role];

const withoutNote = (label: string): string => label.replace(/（.*$/u, '') || label;

function numbered(number: string | undefined, label: string): string {
  if (!number) return label;
  if (number.startsWith('（')) return `${number}${label}`;
  return /^\d/.test(number) ? `${number}.${label}` : `${number}、${label}`;
}

interface CellNames {
  readonly table: Message;
  readonly row: Message;
  readonly column: Message;
}

/** Names of the figures that the editions have. */
const NAMES = new Map<string, CellNames>(
  CODEBOOK.map(({ key, edition }) => [`${edition}:${key}`, buildNames(key, edition)] as const),
);

/** The names of a figure's table, row and column in an edition; the bare keys for a figure the edition does not have. */
export const namesOf = (key: string, edition: Edition): CellNames =>
  NAMES.get(`${edition}:${key}`) ?? buildNames(key, edition);

function buildNames(key: string, edition: Edition): CellNames {
  const [role, rowKey = '', columnKey = ''] = key.split('.') as [TableRole, string?, string?];
  const block = tableOf(edition, role).blocks.find(({ rows }) => rows.some((row) => row.key === rowKey));
  const row = block?.rows.find((entry) => entry.key === rowKey);
  const column = block?.columns.find((entry) => entry.key === columnKey);
  return {
    table: TABLES[role],
    row: row ? { zh: numbered(row.number, withoutNote(row.label)), en: row.en } : { zh: rowKey, en: rowKey },
    column: column ? { zh: withoutNote(column.label), en: column.en } : { zh: columnKey, en: columnKey },
  };
}

/** One cell in a message: 第三表“（七）总计”一行“自然人”栏. */
export function cellName(key: string, edition: Edition): Message {
  const { table, row, column } = namesOf(key, edition);
  return {
    zh: `${table.zh}“${row.zh}”一行“${column.zh}”栏`,
    en: `${table.en}, row “${row.en}”, column “${column.en}”`,
  };
}
