import { type Element, isTag } from 'domhandler';
import type { Grid, GridCell } from '../document.ts';
import { type CellText, readCellText } from './cell-text.ts';
import type { PageStyle } from './style/page-style.ts';
import { enter, plainBox, type Scene, sceneWithin } from './style/scene.ts';
import { type CellPlace, placeCells, type SourceCell } from './table-model.ts';
import { readTableParts, type TableRow } from './table-parts.ts';
import { onlyTable, type TableUse } from './table-use.ts';

type Row = SourceCell<CellText>[];

function span(value: string, most: number): number {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) || number < 0 ? 1 : Math.min(number, most);
}

/** A cell that holds only a table becomes that table's cells; what stands beside it spans their rows. */
function flattenRow({ cells, around }: TableRow, style: PageStyle, within: Scene): Row[] {
  const scene = sceneOfRow(around, within, style);
  const inner = cells.map((cell) => {
    const table = onlyTable(cell);
    if (!table) return null;
    return sourceRows(readTableParts(table, style).rows, style, 'nested', sceneWithin(table, style));
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
    const own = sourceCell(cell, scene, style);
    lines[0]?.push(height > 1 ? { ...own, rowSpan: height } : own);
  });
  return lines;
}

function sourceCell(cell: Element, row: Scene, style: PageStyle): SourceCell<CellText> {
  const { rowspan, colspan } = cell.attribs;
  const box = enter(cell, row, style);
  return {
    rowSpan: rowspan === undefined ? 1 : span(rowspan, 65_534),
    colSpan: colspan === undefined ? 1 : Math.max(1, span(colspan, 1_000)),
    content: box ? readCellText(cell, style, box) : EMPTY,
  };
}
const EMPTY: CellText = { text: '', picture: false };

/** How text is seen in the cells of a row, by the section and the row. */
function sceneOfRow(around: readonly Element[], within: Scene, style: PageStyle): Scene {
  let scene = within;
  for (const element of around) scene = enter(element, scene, style)?.scene ?? scene;
  return scene;
}

function sourceRows(rows: readonly TableRow[], style: PageStyle, use: TableUse, within: Scene): Row[] {
  if (use === 'nested') return rows.flatMap((row) => flattenRow(row, style, within));
  return rows.map(({ cells, around }) => {
    const scene = sceneOfRow(around, within, style);
    return cells.map((cell) => sourceCell(cell, scene, style));
  });
}

const toGridCell =
  (path: string) =>
  ({ text, picture, unsure }: CellText, { row, column, rowSpan, colSpan, spanConflict }: CellPlace): GridCell => {
    const cell: GridCell = { row, column, rowSpan, colSpan, text, at: { path, row, column } };
    // Nearly all cells are plain; the copies that optional fields cost are made for the others only.
    if (!spanConflict && !picture && !unsure) return cell;
    return {
      ...cell,
      ...(spanConflict ? { spanConflict } : {}),
      ...(picture ? { picture } : {}),
      ...(unsure ? { unsure } : {}),
    };
  };

/** A data table as a grid, placed by the standard's table model. */
export function tableToGrid(
  table: Element,
  style: PageStyle,
  path: string,
  rows: readonly TableRow[],
  use: TableUse,
): Grid {
  const scene = sceneWithin(table, style);
  const placed = placeCells(sourceRows(rows, style, use, scene), toGridCell(path));
  const caption = table.children.filter(isTag).find(({ name }) => name === 'caption');
  const captionText = caption ? readCellText(caption, style, plainBox(scene)).text : '';
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
