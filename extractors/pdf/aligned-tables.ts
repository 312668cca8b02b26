import { tidyLines } from '../../src/model/text/fold.ts';
import { beginsLabel } from '../mapping/label-index.ts';
import { readHeading } from '../mapping/section-roles.ts';
import { type Column, findColumns } from './aligned-columns.ts';
import { CELL_GAP, type Field, isLabel, LINE_PITCH, LOOSE_PITCH, lineFields, stackFields } from './aligned-fields.ts';
import { type AlignedRow, findRows } from './aligned-rows.ts';
import { isFigure, isNumbered } from './figure-text.ts';
import { hull } from './geometry.ts';
import type { PageTable, TableCell } from './page-table.ts';
import { splitLine, type TextLine } from './text-lines.ts';

/** A line without a gap that takes up more of the width of the text than this is prose. */
const PROSE = 0.6;
/** So many lines may stand over the first row: a title, the first line of a label. */
const LINES_ABOVE = 3;
/** Rows of a table, and labels below its last figures, follow each other within so many ems. */
const ROW_PITCH = 4;
/** A line of so many fields is a row even without figures; in shorter ones words may be spaced out. */
const MANY_FIELDS = 4;

const fieldCount = (line: TextLine): number => splitLine(line, CELL_GAP).length;

function isHeading({ text }: TextLine): boolean {
  const role = readHeading(text)?.role;
  return role !== undefined && role !== 'extra';
}

/** Stretches of lines between headings and prose; a table stands in one of them. */
function stretches(lines: readonly TextLine[]): TextLine[][] {
  const width = Math.max(...lines.map(({ box }) => box[2])) - Math.min(...lines.map(({ box }) => box[0]));
  const found: TextLine[][] = [[]];
  for (const line of lines) {
    const prose = fieldCount(line) < 2 && line.box[2] - line.box[0] > PROSE * width;
    if (prose || isHeading(line)) found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((stretch) => stretch.length > 0);
}

/** Whether a line begins with the numbered label of a row, or with its first words. */
const namesRow = (line: TextLine): boolean =>
  splitLine(line, CELL_GAP).some(({ text }) => isNumbered(text) && beginsLabel(text));

/**
 * The lines of a stretch that make a table: from a little above its first row to the last label below it. A table that goes
 * on from the page before begins with the stretch, its first rows may be labels alone.
 */
function tableLines(stretch: readonly TextLine[], atEdge: boolean, goesOn: boolean): TextLine[] {
  const counts = stretch.map(fieldCount);
  // Where all figures are blank, rows are their labels alone.
  const labels = goesOn ? stretch.filter(namesRow) : [];
  const blank = labels.length >= 2;
  const first = blank ? 0 : counts.findIndex((count) => count >= 2);
  let last = Math.max(
    counts.findLastIndex((count) => count >= 2),
    blank ? stretch.lastIndexOf(labels.at(-1) as TextLine) : -1,
  );
  if (first === -1) return [];
  const figures = (line: TextLine): boolean =>
    splitLine(line, CELL_GAP)
      .slice(1)
      .some(({ text }) => isFigure(text));
  const rows = stretch.filter((_, i) => (counts[i] ?? 0) >= 2);
  if (!blank && !rows.some((row) => figures(row) || fieldCount(row) >= MANY_FIELDS)) return [];
  // A page break may leave a single row by itself.
  if (!blank && rows.length < 2 && fieldCount(rows[0] as TextLine) < MANY_FIELDS && !atEdge) return [];
  const edge = valuesFrom(rows.map(lineFields));
  for (; last + 1 < stretch.length; last += 1) {
    const [line, next] = [stretch[last] as TextLine, stretch[last + 1] as TextLine];
    const pitch = (next.base - line.base) / next.size;
    if (pitch > (next.box[2] > edge && !namesRow(next) ? LINE_PITCH : ROW_PITCH)) break;
  }
  return stretch.slice(goesOn ? 0 : Math.max(0, first - LINES_ABOVE), last + 1);
}

/** Where the columns of figures begin. */
function valuesFrom(lines: readonly (readonly Field[])[]): number {
  const starts = lines.flatMap((fields) => {
    const label = fields.findLastIndex(({ figure }) => !figure);
    const values = fields.slice(label + 1);
    return values.length > 0 && fields.length > 1 ? [values[0]?.line.box[0] ?? 0] : [];
  });
  const seconds = lines.flatMap(([, second]) => (second ? [second.line.box[0]] : []));
  return starts.length > 0 ? Math.min(...starts) : Math.min(...seconds);
}

interface Part {
  /** Where the columns of figures begin in the whole table. */
  readonly edge: number;
  readonly title: readonly Field[] | null;
  readonly lines: readonly (readonly Field[])[];
}

/**
 * Cuts a table at its title lines, which stand alone over the middle of the table (第二十条第（五）项) or of its columns of
 * figures (申请人情况): what follows may have other columns.
 */
function cutAtTitles(lines: readonly TextLine[], middle: number, goesOn: boolean): Part[] {
  const fields = lines.map(lineFields);
  const [left, , right] = hull(lines.map(({ box }) => box));
  const edge = valuesFrom(fields);
  const parts: { edge: number; title: readonly Field[] | null; lines: (readonly Field[])[] }[] = [];
  fields.forEach((row, i) => {
    const line = lines[i] as TextLine;
    const [x0, , x1] = line.box;
    // Where lines of a cell are set wide, only what is known as a title can be one.
    const pitch = isLabel(line.text) ? LINE_PITCH : LOOSE_PITCH;
    const near = (other: TextLine | undefined) =>
      other !== undefined && Math.abs(other.base - line.base) <= pitch * line.size;
    const width = right - left;
    const inMiddle =
      Math.abs(x0 + x1 - left - right) <= 2 * CENTRED * width || Math.abs(x0 + x1 - 2 * middle) <= 2 * ON_PAGE * width;
    const centred = inMiddle && x0 > left + 3 * line.size;
    const inColumn =
      fields.filter((other) => other.length > 1 && other.some((field) => Math.abs(field.line.box[0] - x0) <= 2))
        .length > 1;
    const named = row[0]?.figure === false && !isNumbered(line.text) && !inColumn;
    // The first line of a page may be the rest of a label.
    const rest = goesOn && i === 0 && !isLabel(line.text);
    const alone = row.length === 1 && named && !rest && !near(lines[i - 1]) && !near(lines[i + 1]);
    if (alone && (centred || x0 >= edge - line.size)) parts.push({ edge, title: row, lines: [] });
    else if (parts.length === 0) parts.push({ edge, title: null, lines: [row] });
    else parts.at(-1)?.lines.push(row);
  });
  return parts;
}
/** A title is no further from the middle of the table than this part of its width, */
const CENTRED = 0.06;
/** or from the middle of the page than this. */
const ON_PAGE = 0.01;

/** How far a cell reaches that begins in a column: as far as texts that overlap each other, and a label over all columns of labels. */
function cellEnd({ members }: AlignedRow, column: number, labels: number): number {
  let end = column;
  for (const { first, last } of [...members].sort((a, b) => a.first - b.first)) {
    if (first <= end && last >= column) end = Math.max(end, last);
  }
  const covered = (at: number) => members.some(({ first, last }) => first <= at && last >= at);
  while (covered(column) && end + 1 < labels && !covered(end + 1)) end += 1;
  return end;
}

function rowCells(
  row: AlignedRow,
  index: number,
  columns: readonly Column[],
  page: number,
  labels: number,
): TableCell[] {
  const [, top, , bottom] = hull(row.members.map(({ stack }) => stack.box));
  const cells: TableCell[] = [];
  for (let column = 0; column < columns.length; ) {
    const end = cellEnd(row, column, labels);
    const inside = row.members
      .filter(({ first, last }) => first <= end && last >= column)
      .map(({ stack }) => stack)
      .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
    const { from, to } = columns[column] as Column;
    cells.push({
      row: index,
      column,
      rowSpan: 1,
      colSpan: end - column + 1,
      text: tidyLines(inside.map(({ text }) => text).join('\n')),
      page,
      box: inside.length > 0 ? hull(inside.map(({ box }) => box)) : [from, top, to, bottom],
    });
    column = end + 1;
  }
  return cells;
}

function partToTable({ edge, title, lines }: Part, page: number, known: readonly Column[]): AlignedTable {
  const stacks = stackFields(lines);
  const columns = lines.length > 0 ? findColumns(stacks, title ? [] : known) : [{ from: 0, to: 0 }];
  const titles = title ? stackFields([title]) : [];
  const rows = [
    ...titles.map((stack) => ({ from: 0, to: 0, members: [{ stack, first: 0, last: columns.length - 1 }] })),
    ...findRows(stacks, columns),
  ];
  const labels = columns.findIndex(({ to }) => to > edge);
  const box = hull([...titles, ...stacks].map((stack) => stack.box));
  return {
    kind: 'table',
    page,
    box,
    xs: [...columns.map(({ from }) => from), Math.max(box[2], columns.at(-1)?.to ?? 0)],
    rows: rows.length,
    cells: rows.flatMap((row, i) => rowCells(row, i, columns, page, labels)),
    borders: 'inferred',
    open: { top: true, bottom: true },
    columns,
  };
}

/** A table without lines, and where its columns stand. */
export interface AlignedTable extends PageTable {
  readonly columns: readonly Column[];
}

/**
 * Tables without lines: text that stands in columns, figures among it. Their cells are inferred from how the text is
 * aligned; a text that reaches over several columns spans them, and an empty place is an empty cell.
 *
 * @param known the columns of the table at the foot of the page before, which one at the top of this page goes on with
 */
export function findAlignedTables(
  lines: readonly TextLine[],
  { page, width }: { readonly page: number; readonly width: number },
  known: readonly Column[] = [],
): { tables: AlignedTable[]; rest: TextLine[] } {
  const found = stretches(lines).map((stretch) =>
    tableLines(
      stretch,
      stretch[0] === lines[0] || stretch.at(-1) === lines.at(-1),
      stretch[0] === lines[0] && known.length > 0,
    ),
  );
  const used = new Set(found.flat());
  const tables = found
    .filter((table) => table.length > 0)
    .flatMap((table) => {
      const goesOn = table[0] === lines[0] && known.length > 0;
      return cutAtTitles(table, width / 2, goesOn).map((part, i) =>
        partToTable(part, page, goesOn && i === 0 ? known : []),
      );
    });
  return { tables, rest: lines.filter((line) => !used.has(line)) };
}
