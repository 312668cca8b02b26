import type { Edition, FormColumn, FormRow, FormTable, TableRole, Unit, ValueKind } from './form.ts';
import { TABLE_ROLES } from './form.ts';
import { FORMS, tableOf } from './forms.ts';

/** One figure the form asks for: an entry of the codebook. */
export interface Variable {
  /** `group.row.column`, the project's public name (see the canonical form); never changes meaning. */
  readonly key: string;
  readonly table: TableRole;
  readonly row: string;
  readonly column: string;
  readonly edition: Edition;
  /** Row and column labels as printed, joined by ` · `. */
  readonly zh: string;
  readonly en: string;
  readonly unit: Unit;
  readonly kind: ValueKind;
}

const KEYS = new Map<string, Map<string, string>>();

/** The name of a figure. Always the same string: a nation's figures are looked up by these, and they are built once. */
export function figureKey(role: TableRole, row: string, column: string): string {
  let ofRow = KEYS.get(row);
  if (!ofRow) {
    ofRow = new Map();
    KEYS.set(row, ofRow);
  }
  // Rows of two tables share a name (other), columns too (total).
  const place = role === 'requests' ? column : `${role}.${column}`;
  let key = ofRow.get(place);
  if (key === undefined) {
    key = `${role}.${row}.${column}`;
    ofRow.set(place, key);
  }
  return key;
}

/** A key's database column: `requests.received.total` is `requests__received__total`. */
export const columnName = (key: string): string => key.replaceAll('.', '__');

function rowLabel(table: FormTable, row: FormRow): string {
  const groups = (row.groups ?? []).map((key) => table.groups.find((group) => group.key === key)?.label ?? '');
  return [...groups.filter(Boolean), row.label].join(' ');
}

function variable(table: FormTable, row: FormRow, column: FormColumn): Variable {
  return {
    key: figureKey(table.role, row.key, column.key),
    table: table.role,
    row: row.key,
    column: column.key,
    edition: table.edition,
    zh: `${rowLabel(table, row)} · ${column.label}`,
    en: `${row.en} · ${column.en}`,
    unit: column.unit,
    kind: column.kind,
  };
}

function tableVariables(table: FormTable): Variable[] {
  return table.blocks.flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => variable(table, row, column))),
  );
}

const BY_TABLE = new Map<string, readonly Variable[]>(
  FORMS.flatMap((form) =>
    TABLE_ROLES.map((role) => [`${form.edition}:${role}`, tableVariables(form.tables[role])] as const),
  ),
);

/** The variables of one table of an edition, in printed order: row by row, left to right. */
export function variablesOfTable(edition: Edition, role: TableRole): readonly Variable[] {
  return BY_TABLE.get(`${edition}:${role}`) ?? tableVariables(tableOf(edition, role));
}

/** The variables of an edition, in printed order: 198 for 2019, 200 for 2021. */
export function variablesOf(edition: Edition): readonly Variable[] {
  return TABLE_ROLES.flatMap((role) => variablesOfTable(edition, role));
}

/** Every variable of every edition; a key shared by editions stands once per edition. */
export const CODEBOOK: readonly Variable[] = FORMS.flatMap((form) => variablesOf(form.edition));
