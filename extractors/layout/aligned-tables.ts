import { tidyLines } from '../../src/model/text/fold.ts';
import { type Column, findColumns } from './aligned-columns.ts';
import { type AlignedRow, findRows } from './aligned-rows.ts';
import { hull } from './box.ts';
import type { LabelOracle } from './label-oracle.ts';
import type { PageTable, TableCell } from './page-table.ts';
import { stackSegments } from './stacks.ts';
import { stretches, tableLines } from './table-lines.ts';
import type { TextLine } from './text-lines.ts';
import { cutAtTitles, type TitledPart } from './title-parts.ts';

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

function partToTable(
  { edge, title, lines }: TitledPart,
  { page, em }: AlignedPage,
  known: readonly Column[],
  labels: LabelOracle,
): AlignedTable {
  const stacks = stackSegments(lines, labels, em);
  const columns = lines.length > 0 ? findColumns(stacks, title ? [] : known) : [{ from: 0, to: 0 }];
  const titles = title ? stackSegments([title], labels, em) : [];
  const rows = [
    ...titles.map((stack) => ({ from: 0, to: 0, members: [{ stack, first: 0, last: columns.length - 1 }] })),
    ...findRows(stacks, columns),
  ];
  const firstValue = columns.findIndex(({ to }) => to > edge);
  const box = hull([...titles, ...stacks].map((stack) => stack.box));
  return {
    page,
    box,
    xs: [...columns.map(({ from }) => from), Math.max(box[2], columns.at(-1)?.to ?? 0)],
    rows: rows.length,
    cells: rows.flatMap((row, i) => rowCells(row, i, columns, page, firstValue)),
    borders: 'inferred',
    open: { top: false, bottom: false },
    columns,
  };
}

/** The page that lines stand on; its width and the size of its letters are in the units of the lines. */
interface AlignedPage {
  readonly page: number;
  readonly width: number;
  readonly em: number;
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
  page: AlignedPage,
  labels: LabelOracle,
  known: readonly Column[] = [],
): { tables: AlignedTable[]; rest: TextLine[] } {
  const found = stretches(lines, labels).map((stretch) =>
    tableLines(
      stretch,
      stretch[0] === lines[0] || stretch.at(-1) === lines.at(-1),
      stretch[0] === lines[0] && known.length > 0,
      labels,
    ),
  );
  const used = new Set(found.flat());
  const tables = found
    .filter((table) => table.length > 0)
    .flatMap((table) => {
      const goesOn = table[0] === lines[0] && known.length > 0;
      return cutAtTitles(table, page.width / 2, goesOn, labels, page.em).map((part, i) =>
        partToTable(part, page, goesOn && i === 0 ? known : [], labels),
      );
    });
  return { tables, rest: lines.filter((line) => !used.has(line)) };
}
