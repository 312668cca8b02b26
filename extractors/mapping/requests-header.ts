import { APPLICANTS } from '../../src/model/forms/table-requests.ts';
import type { HeaderColumn } from './align-columns.ts';
import { labelSimilarity } from './align-rows.ts';
import type { LabelReading } from './label-index.ts';
import { type HeaderCell, headerCells, namesWithin } from './read-header.ts';
import { knownRows, type LineCell, namedColumns, SHARED_ROWS, type TableLine } from './table-line.ts';

export interface RequestsHeader {
  readonly columns: readonly HeaderColumn[];
  /** Header cells taken for a column of the form by likeness. */
  readonly similar: readonly HeaderCell[];
  /** False where the columns were taken in the order of the form because no header could be read. */
  readonly printed: boolean;
  /** False where the columns stand in another order than the form's, and not as the captions over them ask. */
  readonly sure: boolean;
}

function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The form's own order, from the grid column in which most rows have their first value. */
function defaultHeader(lines: readonly TableLine[]): RequestsHeader {
  const from = lines
    .filter((line) => line.borders !== 'none' && knownRows(line, 'requests').length > 0)
    .flatMap(({ reading }) => reading.values.find(({ text }) => text !== '')?.column ?? []);
  const first = mostCommon(from) ?? 0;
  return {
    columns: APPLICANTS.map(({ key }, index) => ({ key, column: first + index, colSpan: 1 })),
    similar: [],
    printed: false,
    sure: true,
  };
}

const isHeaderLine = (line: TableLine): boolean => {
  if (knownRows(line, 'requests').some((key) => !SHARED_ROWS.has(key))) return false;
  if (namedColumns(line, 'requests') >= 2) return true;
  if (line.reading.labels.some(({ cell }) => namesWithin(cell.text, 'requests'))) return true;
  return line.reading.labels.some(({ reading }) =>
    reading.hits.some((hit) => hit.role === 'requests' && hit.kind === 'head' && hit.key !== 'corner'),
  );
};

const LEGAL_PERSONS = '法人或其他组织';

const isLegalPersons = ({ hits, folded }: LabelReading): boolean =>
  hits.some(({ kind, key }) => kind === 'head' && key === 'legal_persons') ||
  (hits.length === 0 && labelSimilarity(folded, LEGAL_PERSONS) >= 0.6);

/** Names of columns that tables add for remarks. */
const REMARKS = /^(?:备\s*注|说\s*明|备\s*考)$/;

const cellsOf = (line: TableLine, from = 0, to?: number): HeaderCell[] =>
  headerCells(line.reading.labels.slice(from, to), 'requests', APPLICANTS);

/** The cells of the line below that can stand under a cell: what stands left of it is the rest of a label that was cut. */
const cellsUnder = (group: LineCell | undefined, lower: TableLine): HeaderCell[] =>
  cellsOf(lower).filter(
    ({ key, column, colSpan }) => key !== null || lower.borders === 'none' || !group || column + colSpan > group.column,
  );

/**
 * The columns of a header whose line holds 法人或其他组织: what is printed under that cell takes its place. It stands in
 * the next line or, in a text that runs through the cells one by one, behind 总计 in the same line.
 */
function nestHeader(upper: TableLine, lower: TableLine | undefined): HeaderCell[] {
  const group = upper.reading.labels.findIndex(({ reading }) => isLegalPersons(reading));
  if (group === -1) return cellsOf(upper);
  const before = cellsOf(upper, 0, group);
  const after = cellsOf(upper, group + 1);
  if (lower) return [...before, ...cellsUnder(upper.reading.labels[group]?.cell, lower), ...after];
  const total = after.findIndex(({ key }) => key === 'total');
  return [...before, ...after.slice(total + 1), ...after.slice(0, total + 1)];
}

/** Ways to put the header's columns in order, likeliest first. */
function* candidates(header: readonly TableLine[]): Generator<HeaderCell[]> {
  for (const [index, line] of header.entries()) {
    const next = header[index + 1];
    yield nestHeader(line, next);
    if (!line.reading.labels.some(({ reading }) => isLegalPersons(reading))) continue;
    if (next) yield nestHeader(line, undefined);
    yield cellsOf(line);
  }
}

/** Columns of the table's own to the right of 总计 (备注), printed in a header line above. */
function columnsBehind(header: readonly TableLine[], columns: readonly HeaderCell[]): HeaderCell[] {
  const end = Math.max(...columns.map(({ column, colSpan }) => column + colSpan));
  return header
    .filter(({ borders }) => borders !== 'none')
    .flatMap((line) => cellsOf(line))
    .filter((cell) => cell.key === null && (cell.column >= end || REMARKS.test(cell.text)) && !columns.includes(cell));
}

const IN_ORDER = APPLICANTS.map(({ key }) => key);
/** The columns under 法人或其他组织. */
const ORGANISATIONS: ReadonlySet<string> = new Set(IN_ORDER.slice(1, -1));

/** Whether columns stand in the order of the form, 总计 last or first, or else those of 法人或其他组织 right below its cell. */
function isSure(header: readonly TableLine[], columns: readonly HeaderCell[]): boolean {
  const named = columns.filter(({ key }) => key !== null);
  const keys = named.map(({ key }) => key).filter((key) => key !== 'total');
  const edge = named[0]?.key === 'total' || named.at(-1)?.key === 'total';
  if (edge && keys.every((key, index) => key === IN_ORDER[index])) return true;
  const group = header
    .flatMap(({ borders, reading }) => (borders === 'none' ? [] : reading.labels))
    .find(({ reading, cell }) => isLegalPersons(reading) && cell.colSpan > 1)?.cell;
  return group !== undefined && named.every((cell) => isUnder(cell, group) === ORGANISATIONS.has(cell.key ?? ''));
}

const isUnder = ({ column, colSpan }: HeaderCell, group: LineCell): boolean =>
  column >= group.column && column + colSpan <= group.column + group.colSpan;

/** The cells from 自然人 on or, where 总计 stands in front, from there. */
function* valueColumns(cells: readonly HeaderCell[]): Generator<readonly HeaderCell[]> {
  yield cells.slice(
    Math.max(
      0,
      cells.findIndex(({ key }) => key === 'natural'),
    ),
  );
  const total = cells.findIndex(({ key, similarity }) => key === 'total' && similarity === 1);
  if (total !== -1) yield cells.slice(total);
}

/**
 * The value columns of table 3 as its header prints them, over one or two lines, in printed order with columns of its own
 * (小计, 备注). Labels in front of them belong to the rows. Falls back to the form's order where no header can be read.
 */
export function readRequestsHeader(lines: readonly TableLine[]): RequestsHeader {
  const header: TableLine[] = [];
  for (const line of lines) {
    if (isHeaderLine(line)) header.push(line);
    else if (knownRows(line, 'requests').some((key) => !SHARED_ROWS.has(key))) break;
  }
  for (const columns of [...candidates(header)].flatMap((cells) => [...valueColumns(cells)])) {
    const keys = columns.flatMap(({ key }) => (key === null ? [] : [key]));
    if (keys.length === APPLICANTS.length && new Set(keys).size === keys.length) {
      return {
        columns: [...columns, ...columnsBehind(header, columns)],
        similar: columns.filter(({ similarity, key }) => key !== null && similarity < 1),
        printed: true,
        sure: isSure(header, columns),
      };
    }
  }
  return defaultHeader(lines);
}
