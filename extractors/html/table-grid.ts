import { type Element, isTag } from 'domhandler';
import type { Grid, GridCell } from '../document.ts';
import { type CellText, readCellText } from './cell-text.ts';
import type { PageStyle } from './style/page-style.ts';
import { type CellPlace, placeCells, type SourceCell } from './table-model.ts';
import { readTableParts, type TableRow } from './table-parts.ts';
import { onlyTable, type TableUse } from './table-use.ts';

type Row = SourceCell<CellText>[];

function span(value: string, most: number): number {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) || number < 0 ? 1 : Math.min(number, most);
}

/** A cell that holds only a table becomes that table's cells; what stands beside it spans their rows. */
function flattenRow({ cells, isBlanked }: TableRow, style: PageStyle): Row[] {
  const inner = cells.map((cell) => {
    const table = onlyTable(cell);
    return table && !isBlanked ? sourceRows(readTableParts(table, style).rows, style, 'nested') : null;
  });
  const height = Math.max(1, ...inner.map((rows) => rows?.length ?? 1));
  const lines: Row[] = Array.from({ length: height }, () => []);
  cells.forEach((cell, index) => {
    const innerRows = inner[index];
    if (innerRows) {
      innerRows.forEach((row, y) => {
        lines[y]?.push(...row);
      });
      return;
    }
    const own = sourceCell(cell, isBlanked, style);
    lines[0]?.push(height > 1 ? { ...own, rowSpan: height } : own);
  });
  return lines;
}

function sourceCell(cell: Element, isBlanked: boolean, style: PageStyle): SourceCell<CellText> {
  const { rowspan, colspan } = cell.attribs;
  return {
    rowSpan: rowspan === undefined ? 1 : span(rowspan, 65_534),
    colSpan: colspan === undefined ? 1 : Math.max(1, span(colspan, 1_000)),
    content: !isBlanked && style.visibilityOf(cell) === 'shown' ? readCellText(cell, style) : EMPTY,
  };
}
const EMPTY: CellText = { text: '', picture: false };

function sourceRows(rows: readonly TableRow[], style: PageStyle, use: TableUse): Row[] {
  if (use === 'nested') return rows.flatMap((row) => flattenRow(row, style));
  return rows.map(({ cells, isBlanked }) => cells.map((cell) => sourceCell(cell, isBlanked, style)));
}

const toGridCell =
  (path: string) =>
  ({ text, picture }: CellText, { row, column, rowSpan, colSpan, spanConflict }: CellPlace): GridCell => {
    const cell: GridCell = { row, column, rowSpan, colSpan, text, at: { path, row, column } };
    // Nearly all cells are plain; the copies that optional fields cost are made for the others only.
    if (!spanConflict && !picture) return cell;
    return { ...cell, ...(spanConflict ? { spanConflict } : {}), ...(picture ? { picture } : {}) };
  };

/** A data table as a grid, placed by the standard's table model. */
export function tableToGrid(
  table: Element,
  style: PageStyle,
  path: string,
  rows: readonly TableRow[],
  use: TableUse,
): Grid {
  const placed = placeCells(sourceRows(rows, style, use), toGridCell(path));
  const caption = table.children.filter(isTag).find(({ name }) => name === 'caption');
  const captionText = caption ? readCellText(caption, style).text : '';
  return {
    kind: 'grid',
    rows: placed.rows,
    columns: placed.columns,
    borders: 'marked',
    at: { path },
    ...(captionText ? { caption: captionText } : {}),
    cells: placed.cells,
  };
}
