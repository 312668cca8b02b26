import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import { exLabel } from '../../src/model/doubts/ex-label.ts';
import { exRow } from '../../src/model/doubts/ex-row.ts';
import type { Edition, FormBlock, FormColumn } from '../../src/model/forms/form.ts';
import { EDITIONS, tableOf } from '../../src/model/forms/forms.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { HeaderColumn } from './align-columns.ts';
import type { RowMatch } from './align-rows.ts';
import { type FoundRow, findRows, labelDoubts } from './form-rows.ts';
import { UNION_ROWS } from './label-index.ts';
import type { TableCopy } from './locate-tables.ts';
import type { TableSpecification } from './map-table.ts';
import { type PlacedRow, placeRow } from './place-row.ts';
import { type HeaderCell, headerCells, isHeaderFor } from './read-header.ts';
import { findParts, repeatedRows } from './row-parts.ts';
import { knownRows, type TableLine } from './table-line.ts';
import { findUnlabelled } from './unlabelled-rows.ts';

const ALL_COLUMNS: readonly FormColumn[] = EDITIONS.flatMap((edition) =>
  tableOf(edition, 'proactive').blocks.flatMap((block) => block.columns),
);

/** The columns that a header above a block may name: the block's own first. */
const COLUMNS_FROM = new Map<FormBlock, readonly FormColumn[]>(
  EDITIONS.flatMap((edition) =>
    tableOf(edition, 'proactive').blocks.map((block) => [block, [...block.columns, ...ALL_COLUMNS]] as const),
  ),
);

const isHeaderLine = (line: TableLine): boolean =>
  knownRows(line, 'proactive').length === 0 && isHeaderFor(line, 'proactive');

/** Which edition the labels speak for: each column or row that only one edition has is a vote. */
function editionOf(headers: readonly TableLine[], matches: readonly RowMatch[]): Edition | null {
  const votes = new Map<Edition, number>();
  const vote = (editions: readonly Edition[]) => {
    const only = editions[0];
    if (only && editions.length === 1) votes.set(only, (votes.get(only) ?? 0) + 1);
  };
  for (const line of headers) {
    for (const { reading } of line.reading.labels) {
      for (const hit of reading.hits) if (hit.kind === 'column' && hit.role === 'proactive') vote(hit.editions);
    }
  }
  for (const { row, ground } of matches) {
    if (ground === 'known') vote(UNION_ROWS.proactive.find(({ key }) => key === row)?.editions ?? []);
  }
  // Without a header the number of values tells: 行政许可 has three in 2019 and one in 2021.
  if (votes.size === 0) {
    const licensing = matches.find(({ row }) => row === 'licensing')?.line.reading.values;
    const filled = licensing?.filter(({ text }) => text !== '').length ?? 0;
    if (filled >= 3) return '2019';
    return filled === 1 || licensing?.length === 1 ? '2021' : null;
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  return ranked[0] && ranked[0][1] !== ranked[1]?.[1] ? ranked[0][0] : null;
}

interface BlockHeader {
  readonly columns: readonly HeaderColumn[];
  readonly cells: readonly HeaderCell[];
  /** Units that it prints, by column. */
  readonly units: ReadonlyMap<string, string>;
  readonly printed: boolean;
}

const UNIT_IN_HEADER = /(万元|元)/;

/** The header above a line, where it names exactly the columns of the row's block; else the form's own order. */
function readHeader(above: TableLine | null, block: FormBlock): BlockHeader {
  const wanted = block.columns.map(({ key }) => key);
  if (above) {
    const cells = headerCells(above.reading.labels, 'proactive', COLUMNS_FROM.get(block) ?? ALL_COLUMNS);
    const from = cells.findIndex(({ key }) => key !== null && wanted.includes(key));
    const columns = cells
      .slice(Math.max(0, from))
      .map((cell) => (cell.key !== null && wanted.includes(cell.key) ? cell : { ...cell, key: null }));
    const keys = columns.flatMap(({ key }) => (key === null ? [] : [key]));
    if (keys.length === wanted.length && new Set(keys).size === keys.length) {
      return { columns, cells: columns, units: unitsIn(columns), printed: true };
    }
  }
  const columns = wanted.map((key, column) => ({ key, column, colSpan: 1 }));
  return { columns, cells: [], units: new Map(), printed: false };
}

function unitsIn(cells: readonly HeaderCell[]): Map<string, string> {
  const units = new Map<string, string>();
  for (const { key, text } of cells) {
    const unit = UNIT_IN_HEADER.exec(text)?.[1];
    if (key !== null && unit !== undefined) units.set(key, unit);
  }
  return units;
}

/** The header line that stands last above each line that is none. */
function headersAbove(copy: TableCopy): Map<TableLine, TableLine | null> {
  const above = new Map<TableLine, TableLine | null>();
  let last: TableLine | null = null;
  for (const line of copy) {
    if (isHeaderLine(line)) last = line;
    else above.set(line, last);
  }
  return above;
}

/** The cells of a span-expanded row repeat one text; the header's single column takes it once. */
function dropRepeats(line: TableLine, width: number): TableLine {
  const { values } = line.reading;
  const first = values[0];
  if (width !== 1 || values.length < 2 || !first || !values.every(({ text }) => text === first.text)) return line;
  return { ...line, reading: { ...line.reading, values: [first] } };
}

const isTitleLine = (line: TableLine): boolean =>
  line.reading.labels.length === 1 && (line.reading.label?.hits.some(({ kind }) => kind === 'block') ?? false);

function headerDoubts(header: BlockHeader, { row, form: { block, keys, label } }: FoundRow): Doubt[] {
  const similar = header.cells.flatMap(({ key, text, similarity }) => {
    if (key === null || similarity >= 1) return [];
    const official = block.columns.find((column) => column.key === key)?.label ?? '';
    return [exLabel.similar([figureKey('proactive', row, key)], text, official, similarity)];
  });
  return header.printed ? similar : [exGrid.headerMissing(keys, `主动公开 (proactive) “${label}”`), ...similar];
}

const endOf = (line: TableLine): number => Math.max(0, ...line.cells.map(({ column, colSpan }) => column + colSpan));

/** A row with blanks whose cells do not stand under the columns of its header: one was lost, or another covers it. */
function offColumns(placed: PlacedRow, header: BlockHeader, above: TableLine | null, row: FoundRow): Doubt[] {
  const { line, form } = row;
  const option = placed.options[0] ?? [];
  if (placed.how !== 'counted' || !header.printed || above?.block !== line.block) return [];
  // Cells of a sheet have addresses: none of them moves up where another is lost.
  if (option.every(({ text }) => text !== '') || option.some(({ at }) => at.path?.includes('!'))) return [];
  const columns = header.columns.filter(({ key }) => key !== null);
  const isOff = option.some(
    ({ at }, place) => placed.found.find((cell) => cell.at === at)?.column !== columns[place]?.column,
  );
  return isOff || endOf(line) !== endOf(above) ? [exRow.offColumns(placed.keys, form.label)] : [];
}

/** Table 2: blocks one below the other, each under a header of its own; without sums. */
export const proactiveSpecification: TableSpecification = {
  role: 'proactive',
  totals: false,
  wholeLine: '',
  doubtOrder: ['layout', 'cells', 'missing', 'blanks', 'merges', 'strays'],
  layOut(copy, fallback) {
    const above = headersAbove(copy);
    const lines = [...above.keys()].filter((line) => !isTitleLine(line));
    const headers = copy.filter((line) => !above.has(line));
    const laid = findRows('proactive', lines, fallback, {
      possible: (line) => knownRows(line, 'proactive'),
      width: Number.POSITIVE_INFINITY,
      editionOf: (matches) => editionOf(headers, matches),
    });
    const { edition } = laid;
    const unlabelled = findUnlabelled(lines, laid.found, laid.strays, edition ?? fallback, 'proactive');
    const found = [...laid.found, ...unlabelled].sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line));
    const strays = laid.strays.filter((stray) => !unlabelled.some(({ line }) => line === stray));
    const keyOf = (row: string) => (column: string) => figureKey('proactive', row, column);
    const parts = findParts(copy, found, strays);
    const rows = found.map((row) => {
      const header = readHeader(above.get(row.line) ?? null, row.form.block);
      const { columns } = header;
      const line = dropRepeats(parts.lines.get(row) ?? row.line, columns.length);
      return { ...row, header, placed: placeRow(line, row.row, columns, keyOf(row.row)) };
    });
    return {
      edition,
      lines,
      strays: strays.filter((line) => !parts.used.has(line)),
      placed: rows.map(({ placed }) => placed),
      taken: rows.map(({ line, ground, form: { keys } }) => ({ line, keys, known: ground === 'known' })),
      doubts: [
        ...rows.flatMap((row) => [
          ...labelDoubts(row),
          ...headerDoubts(row.header, row),
          ...offColumns(row.placed, row.header, above.get(row.line) ?? null, row),
        ]),
        ...parts.doubts,
        ...repeatedRows(found, strays),
      ],
      units: new Map(
        rows.flatMap(({ row, header }) =>
          [...header.units].map(([column, unit]) => [keyOf(row)(column), unit] as const),
        ),
      ),
    };
  },
};
