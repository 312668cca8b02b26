import { columnName } from '../src/forms/variables.ts';
import type { VariableRow } from './schema.ts';

/**
 * The views. They follow the codebook, not the migrations: opening a corpus for writing drops and makes again those whose
 * text has changed. They show current versions only; the tables hold all of them.
 */

const SEVERITIES = ['error', 'warning', 'info'] as const;

const REPORT_COLUMNS = `report.id AS report_id, report_version.id AS version_id, agency.id AS agency_id,
  agency.name AS agency, agency.region_code, agency.level, agency.kind, report.year`;

const CURRENT = `report JOIN report_version ON report_version.id = report.current_version_id`;

/** Names and keys come from the forms of this program; quoted all the same. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const counts = (table: 'flag' | 'doubt'): string[] =>
  SEVERITIES.map(
    (severity) =>
      `(SELECT count(*) FROM ${table} WHERE ${table}.version_id = report_version.id AND severity = '${severity}') AS ${table}s_${severity}`,
  );

/** A figure's value as a subquery: a query that asks for three columns looks up three figures a report and no more. */
function valueColumn(key: string, rows: readonly VariableRow[]): string {
  const ids = rows.map((row) => row.id).join(', ');
  return `(SELECT value FROM figure WHERE version_id = report_version.id AND variable_id IN (${ids})) AS ${quoted(columnName(key))}`;
}

/** Amounts are printed in yuan here and in ten thousand yuan there, so each has its unit beside it. */
function unitColumn(rows: readonly VariableRow[]): string[] {
  const first = rows[0];
  if (first?.kind !== 'amount') return [];
  const ids = rows.map((row) => row.id).join(', ');
  return [
    `(SELECT coalesce(figure.unit, variable.unit) FROM figure JOIN variable ON variable.id = figure.variable_id
    WHERE version_id = report_version.id AND variable_id IN (${ids}) AND value IS NOT NULL) AS ${quoted(`unit_of_${first.row_key}_${first.column_key}`)}`,
  ];
}

function panel(variables: readonly VariableRow[]): string {
  const byKey = new Map<string, VariableRow[]>();
  for (const row of variables) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const columns = [
    REPORT_COLUMNS,
    'report_version.edition, report_version.title, published_on, period_start, period_end',
    ...counts('flag'),
    ...counts('doubt'),
    ...[...byKey].map(([key, rows]) => valueColumn(key, rows)),
    ...[...byKey.values()].flatMap(unitColumn),
  ];
  return `CREATE VIEW panel AS SELECT
  ${columns.join(',\n  ')}
FROM ${CURRENT}
JOIN agency ON agency.id = report.agency_id
WHERE report.year IS NOT NULL`;
}

/** The locator with the path itself in place of its number. */
const LOCATOR = `iif(figure.locator ->> 'path' IS NULL, figure.locator, json_set(figure.locator, '$.path',
    json_extract(report_version.paths, '$[' || (figure.locator ->> 'path') || ']')))`;

const FIGURES_LONG = `CREATE VIEW figures_long AS SELECT
  ${REPORT_COLUMNS},
  variable.key, variable.edition, table_key, row_key, column_key, label_zh, label_en,
  figure.value, coalesce(figure.unit, variable.unit) AS unit, figure.status, figure.raw, figure.note, ${LOCATOR} AS locator
FROM ${CURRENT}
LEFT JOIN agency ON agency.id = report.agency_id
JOIN figure ON figure.version_id = report_version.id
JOIN variable ON variable.id = figure.variable_id`;

/** The labels of a flag's cells in the edition of the report, or the key of a cell that the report does not hold. */
const labels = (language: 'zh' | 'en', separator: string): string =>
  `(SELECT group_concat(coalesce(
    (SELECT label_${language} FROM variable JOIN figure ON figure.variable_id = variable.id
     WHERE variable.key = cell.value AND figure.version_id = flag.version_id),
    cell.value), ${literal(separator)} ORDER BY cell.key) FROM json_each(flag.cells) AS cell) AS labels_${language}`;

const lastReview = (column: string): string =>
  `(SELECT ${column} FROM review WHERE review.fingerprint = flag.fingerprint ORDER BY review.id DESC LIMIT 1)`;

const isNumber = (column: string): string => `typeof(flag.${column}) IN ('integer', 'real')`;

const lastSwitch = (column: string): string =>
  `(SELECT ${column} FROM rule_switch
    WHERE rule_switch.rule = flag.rule AND rule_switch.agency_id = report.agency_id ORDER BY id DESC LIMIT 1)`;

const ANOMALIES = `CREATE VIEW anomalies AS SELECT
  flag.id AS flag_id, ${REPORT_COLUMNS},
  flag.rule, flag.severity, flag.cells,
  ${labels('zh', '；')},
  ${labels('en', '; ')},
  flag.message_zh, flag.message_en, flag.observed, flag.expected,
  CASE WHEN ${isNumber('observed')} AND ${isNumber('expected')} THEN abs(flag.observed - flag.expected) END AS off_by,
  coalesce(nullif(${lastReview('decision')}, 'open'), iif(${lastSwitch('is_off')}, 'switched_off', NULL), 'open') AS review,
  coalesce(${lastReview('note')}, iif(${lastSwitch('is_off')}, ${lastSwitch('note')}, NULL)) AS review_note,
  flag.fingerprint, report_version.title,
  (SELECT place FROM sighting WHERE sighting.document_id = report_version.document_id ORDER BY id DESC LIMIT 1) AS place
FROM ${CURRENT}
LEFT JOIN agency ON agency.id = report.agency_id
JOIN flag ON flag.version_id = report_version.id`;

/** The text of every view by its name, in the spelling in which SQLite keeps it. */
export function viewStatements(variables: readonly VariableRow[]): ReadonlyMap<string, string> {
  return new Map([
    ['panel', panel(variables)],
    ['figures_long', FIGURES_LONG],
    ['anomalies', ANOMALIES],
  ]);
}
