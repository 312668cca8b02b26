import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import { exLabel } from '../../src/model/doubts/ex-label.ts';
import { exRow } from '../../src/model/doubts/ex-row.ts';
import type { Edition, FormRow } from '../../src/model/forms/form.ts';
import { EDITIONS, tableOf } from '../../src/model/forms/forms.ts';
import { identitiesOf } from '../../src/model/forms/identities.ts';
import { APPLICANTS } from '../../src/model/forms/table-requests.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Doubt } from '../../src/model/report.ts';
import { alignRows, type RowMatch } from './align-rows.ts';
import { checkSubtotals } from './check-subtotals.ts';
import { chooseOptions } from './choose-options.ts';
import { UNION_ROWS } from './label-index.ts';
import type { TableCopy } from './locate-tables.ts';
import { figureStarts, type PlacedRow, placeRow } from './place-row.ts';
import { type RequestsHeader, readRequestsHeader } from './requests-header.ts';
import { settleRows } from './settle-rows.ts';
import { isInferred, knownRows, namedColumns, type TableLine } from './table-line.ts';
import type { TableReading } from './table-reading.ts';
import { hasFigures, unseenMerges, unsureBlanks } from './unsure-blanks.ts';

/** Rows that only one edition has: they tell the edition of the table. */
function editionOf(matches: readonly RowMatch[]): Edition | null {
  const rows = new Set(matches.filter(({ ground }) => ground !== 'position').map(({ row }) => row));
  if (rows.has('other_no_correction') || rows.has('other_no_payment')) return '2021';
  if (rows.has('other')) return '2019';
  return rows.has('other_misc') ? '2021' : null;
}

/**
 * 其他 alone is the row 3.其他 of 2021 or （六）其他 of 2019 or a column; its number tells which. Without a number both
 * stay possible and the neighbours decide.
 */
function possibleRows(line: TableLine): readonly string[] {
  const known = knownRows(line, 'requests');
  if (known.length < 2) return known;
  const enumerator = line.reading.label?.enumerator;
  if (enumerator?.level === 3) return known.filter((key) => key !== 'other');
  if (enumerator && enumerator.value === 6) return known.filter((key) => key === 'other');
  return known;
}

/** Lines that hold no row of the form: headers, groups on their own, subtotals. */
function isRowLine(line: TableLine): boolean {
  const { label, values } = line.reading;
  if (namedColumns(line, 'requests') >= 2) return false;
  if (!label) return values.length > 0;
  if (label.hits.some((hit) => hit.kind === 'row')) return true;
  return !label.hits.some((hit) => hit.kind === 'group' || hit.kind === 'head' || hit.kind === 'subtotal');
}

/** A row cut in two by a page break: its label stands in one line, its values in the next. */
function joinCutRows(lines: readonly TableLine[]): TableLine[] {
  const joined: TableLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const cut = last?.reading.label?.hits.some((hit) => hit.kind === 'row') && last.reading.values.length === 0;
    if (
      last &&
      cut &&
      last.borders !== 'none' &&
      !line.reading.label &&
      line.reading.values.length >= APPLICANTS.length
    ) {
      joined[joined.length - 1] = { ...last, reading: { ...last.reading, values: line.reading.values } };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

const rowKeys = (row: string): string[] => APPLICANTS.map((column) => figureKey('requests', row, column.key));

function matchDoubts(matches: readonly RowMatch[], rows: ReadonlyMap<string, FormRow>): Doubt[] {
  return matches.flatMap(({ row, line, ground, similarity }) => {
    const label = rows.get(row)?.label ?? row;
    if (ground === 'similar') return [exLabel.similar(rowKeys(row), line.reading.labelText, label, similarity)];
    return ground === 'position' ? [exRow.byPosition(rowKeys(row), line.reading.labelText, label)] : [];
  });
}

function headerDoubts(header: RequestsHeader, rows: readonly string[], copy: TableCopy): Doubt[] {
  const columnKeys = (column: string) => rows.map((row) => figureKey('requests', row, column));
  if (!header.printed) {
    return [exGrid.headerMissing(rows.flatMap(rowKeys), '收到和处理申请 (requests)', !copy.some(isInferred))];
  }
  return header.similar.map((cell) =>
    exLabel.similar(
      columnKeys(cell.key as string),
      cell.text,
      APPLICANTS.find(({ key }) => key === cell.key)?.label ?? '',
      cell.similarity,
    ),
  );
}

const ROWS = new Map<Edition, ReadonlyMap<string, FormRow>>(
  EDITIONS.map((edition) => [
    edition,
    new Map(tableOf(edition, 'requests').blocks.flatMap(({ rows }) => rows.map((row) => [row.key, row] as const))),
  ]),
);

/** The rows of an edition's table 3, by key. */
const rowsOf = (edition: Edition): ReadonlyMap<string, FormRow> => ROWS.get(edition) ?? new Map();

/** Reads one copy of table 3. `fallback` is the edition to assume where the table itself does not tell. */
export function mapRequests(copy: TableCopy, fallback: Edition): TableReading {
  const lines = joinCutRows(copy.filter(isRowLine));
  const header = readRequestsHeader(copy);
  const { matches, unmatched } = alignRows(lines, UNION_ROWS.requests, possibleRows, header.columns.length);
  const edition = editionOf(matches);
  const rows = rowsOf(edition ?? fallback);
  const mine = matches.filter(({ row }) => rows.has(row));
  const foreign = matches.filter(({ row }) => !rows.has(row)).map(({ line }) => line);
  const starts = figureStarts(
    mine.map(({ line }) => line),
    header.columns.length,
  );
  const placed: PlacedRow[] = mine.map(({ line, row }) =>
    placeRow(line, row, header.columns, (column) => figureKey('requests', row, column), { starts }),
  );
  const settled = settleRows(
    chooseOptions(placed, identitiesOf(edition ?? fallback, 'requests')),
    (row) => rows.get(row)?.label ?? row,
  );
  const found = new Set(mine.map(({ row }) => row));
  const taken = mine.map(({ line, row, ground }) => ({ line, keys: rowKeys(row), known: ground === 'known' }));
  const strays = [...unmatched, ...foreign].filter(hasFigures);
  const missing = [...rows.values()].filter(({ key }) => !found.has(key));
  return {
    role: 'requests',
    edition,
    cells: settled.cells,
    doubts: [
      ...headerDoubts(header, [...found], copy),
      ...matchDoubts(mine, rows),
      ...missing.map((row) => exRow.missing(rowKeys(row.key), row.label)),
      ...strays.map(({ reading }) =>
        exRow.unmatched(
          reading.labelText,
          reading.values.map(({ text }) => text),
        ),
      ),
      ...unsureBlanks(lines, taken, strays, settled.cells),
      ...unseenMerges(taken, settled.cells, true),
      ...settled.doubts,
      ...checkSubtotals(copy, header.columns, rows, settled.cells),
    ],
  };
}
