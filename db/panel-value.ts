import { columnName } from '../src/model/forms/variables.ts';
import type { VariableRow } from './schema.ts';

/**
 * `panel_value` holds the figures of a version once more, side by side in one row, so that the panel reads one row a report
 * instead of looking up some two hundred. It is derived: whatever changes a figure, by whatever program, takes the version's
 * row away by a trigger, and the panel then looks the figures up one by one. Like the views it follows the codebook.
 */

/** A key of the codebook as a column, with the variables (one an edition) that it stands for. */
export interface PanelColumn {
  readonly column: string;
  readonly variables: readonly VariableRow[];
  /** Their ids, as an SQL list. */
  readonly ids: string;
}

/** Names and keys come from the forms of this program; quoted all the same. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** In the order of the codebook. */
export function panelColumns(variables: readonly VariableRow[]): PanelColumn[] {
  const byKey = new Map<string, VariableRow[]>();
  for (const row of variables) {
    const rows = byKey.get(row.key);
    if (rows) rows.push(row);
    else byKey.set(row.key, [row]);
  }
  return [...byKey].map(([key, rows]) => ({
    column: columnName(key),
    variables: rows,
    ids: rows.map((row) => row.id).join(', '),
  }));
}

/** The value of the one figure that a version has under these variables. */
export const figureValue = (version: string, ids: string): string =>
  `(SELECT value FROM figure WHERE version_id = ${version} AND variable_id IN (${ids}))`;

const forget = (event: 'INSERT' | 'UPDATE' | 'DELETE', rows: readonly ('old' | 'new')[]): [string, string] => {
  const name = `figure_${event.toLowerCase()}_panel`;
  const deletions = rows.map((row) => `DELETE FROM panel_value WHERE version_id = ${row}.version_id;`);
  return [name, `CREATE TRIGGER ${name} AFTER ${event} ON figure BEGIN\n  ${deletions.join('\n  ')}\nEND`];
};

/** The text of the table. */
export function panelTable(variables: readonly VariableRow[]): string {
  const columns = panelColumns(variables).map(({ column }) => `${quoted(column)} NUMERIC`);
  return `CREATE TABLE panel_value (
  version_id INTEGER PRIMARY KEY REFERENCES report_version (id) ON DELETE CASCADE,
  ${columns.join(',\n  ')}
)`;
}

/** The text of every trigger by its name. */
export const PANEL_TRIGGERS: ReadonlyMap<string, string> = new Map([
  forget('INSERT', ['new']),
  forget('UPDATE', ['old', 'new']),
  forget('DELETE', ['old']),
]);

/** Gives every version that has figures and no row its row. */
export function fillPanelTable(variables: readonly VariableRow[]): string {
  const columns = panelColumns(variables);
  return `INSERT INTO panel_value (version_id, ${columns.map(({ column }) => quoted(column)).join(', ')})
SELECT id, ${columns.map(({ ids }) => figureValue('report_version.id', ids)).join(',\n  ')}
FROM report_version
WHERE EXISTS (SELECT 1 FROM figure WHERE version_id = report_version.id)
  AND NOT EXISTS (SELECT 1 FROM panel_value WHERE version_id = report_version.id)`;
}
