import { figureValue, type PanelColumn, panelColumns, quoted } from './panel-value.ts';
import type { VariableRow } from './schema.ts';

/**
 * The views. They follow the codebook, not the migrations: opening a corpus for writing drops and makes again those whose
 * text has changed. They show current versions only; the tables hold all of them.
 *
 * Whoever opens the file with another tool brings the SQLite of that tool, and one view that it can't parse keeps it from
 * every table. So they are written for SQLite 3.31 (2020): no `iif` (3.32), no `->>` (3.38), no ORDER BY in an aggregate (3.44).
 */

const SEVERITIES = ['error', 'warning', 'info'] as const;

const REPORT_COLUMNS = `report.id AS report_id, report_version.id AS version_id, agency.id AS agency_id,
  agency.name AS agency, agency.region_code, agency.level, agency.kind, report.year`;

const CURRENT = `report JOIN report_version ON report_version.id = report.current_version_id`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const counts = (table: 'flag' | 'doubt'): string[] =>
  SEVERITIES.map(
    (severity) =>
      `(SELECT count(*) FROM ${table} WHERE ${table}.version_id = report_version.id AND severity = '${severity}') AS ${table}s_${severity}`,
  );

/** A figure's value from the version's row of `panel_value`, else from the figure itself. */
const valueColumn = ({ column, ids }: PanelColumn): string =>
  `CASE WHEN panel_value.version_id IS NULL THEN ${figureValue('report_version.id', ids)} ELSE panel_value.${quoted(column)} END AS ${quoted(column)}`;

/** Amounts are printed in yuan here and in ten thousand yuan there, so each has its unit beside it. */
function unitColumn({ variables: [first], ids }: PanelColumn): string[] {
  if (first?.kind !== 'amount') return [];
  return [
    `(SELECT coalesce(figure.unit, variable.unit) FROM figure JOIN variable ON variable.id = figure.variable_id
    WHERE version_id = report_version.id AND variable_id IN (${ids}) AND value IS NOT NULL) AS ${quoted(`unit_of_${first.row_key}_${first.column_key}`)}`,
  ];
}

function panel(variables: readonly VariableRow[]): string {
  const figures = panelColumns(variables);
  const columns = [
    REPORT_COLUMNS,
    'report_version.edition, report_version.title, published_on, period_start, period_end',
    ...counts('flag'),
    ...counts('doubt'),
    ...figures.map(valueColumn),
    ...figures.flatMap(unitColumn),
  ];
  return `CREATE VIEW panel AS SELECT
  ${columns.join(',\n  ')}
FROM ${CURRENT}
JOIN agency ON agency.id = report.agency_id
LEFT JOIN panel_value ON panel_value.version_id = report_version.id
WHERE report.year IS NOT NULL`;
}

const PATH_NUMBER = "json_extract(figure.locator, '$.path')";

/** The locator with the path itself in place of its number. */
const LOCATOR = `CASE WHEN ${PATH_NUMBER} IS NULL THEN figure.locator ELSE json_set(figure.locator, '$.path',
    json_extract(report_version.paths, '$[' || ${PATH_NUMBER} || ']')) END`;

const FIGURES_LONG = `CREATE VIEW figures_long AS SELECT
  ${REPORT_COLUMNS},
  variable.key, variable.edition, table_key, row_key, column_key, label_zh, label_en,
  figure.value, coalesce(figure.unit, variable.unit) AS unit, figure.status, figure.raw, figure.note, ${LOCATOR} AS locator
FROM ${CURRENT}
LEFT JOIN agency ON agency.id = report.agency_id
JOIN figure ON figure.version_id = report_version.id
JOIN variable ON variable.id = figure.variable_id`;

/**
 * The labels of a flag's cells in the edition of the report, or the key of a cell that the report does not hold. A window over
 * all rows keeps the order of the cells, which an aggregate of SQLite before 3.44 does not promise.
 */
const labels = (language: 'zh' | 'en', separator: string): string =>
  `(SELECT group_concat(label, ${literal(separator)}) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    FROM (SELECT cell.key AS place, coalesce(
      (SELECT label_${language} FROM variable JOIN figure ON figure.variable_id = variable.id
       WHERE variable.key = cell.value AND figure.version_id = flag.version_id),
      cell.value) AS label FROM json_each(flag.cells) AS cell)
    LIMIT 1) AS labels_${language}`;

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
  coalesce(nullif(${lastReview('decision')}, 'open'), CASE WHEN ${lastSwitch('is_off')} THEN 'switched_off' END, 'open') AS review,
  coalesce(${lastReview('note')}, CASE WHEN ${lastSwitch('is_off')} THEN ${lastSwitch('note')} END) AS review_note,
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
