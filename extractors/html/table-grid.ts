import type { Element } from 'domhandler';
import type { Grid, GridCell } from '../document.ts';
import { type CellText, readCellText } from './cell-text.ts';
import { BLOCKS, PREFORMATTED } from './elements.ts';
import { attributesOf } from './page-node.ts';
import { isElement } from './parse-html.ts';
import { type CellPlace, placeCells, type SourceCell } from './table-model.ts';
import { type HiddenSelectors, visibilityOf } from './visibility.ts';

type Row = SourceCell<CellText>[];

const SECTION_ORDER: Readonly<Record<string, number>> = { thead: 0, tbody: 1, tfoot: 2 };

const elementsOf = (parent: Element): Element[] => parent.children.filter(isElement);

/** Visible rows in the order they are shown: head, bodies, foot. */
function tableRows(table: Element, hidden: HiddenSelectors): Element[] {
  const parts: Element[][] = [[], [], []];
  for (const child of table.children) {
    if (!isElement(child)) continue;
    const order = child.name === 'tr' ? 1 : SECTION_ORDER[child.name];
    if (order === undefined || visibilityOf(child, hidden) === 'hidden') continue;
    const rows = child.name === 'tr' ? [child] : elementsOf(child);
    for (const row of rows) {
      if (row.name === 'tr' && (row === child || visibilityOf(row, hidden) !== 'hidden')) parts[order]?.push(row);
    }
  }
  return parts.flat();
}

/** Visible cells of a row. */
export function rowCells(row: Element, hidden: HiddenSelectors): Element[] {
  const cells: Element[] = [];
  for (const child of row.children) {
    if (!isElement(child) || (child.name !== 'td' && child.name !== 'th')) continue;
    if (visibilityOf(child, hidden) !== 'hidden') cells.push(child);
  }
  return cells;
}

function span(value: string, most: number): number {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) || number < 0 ? 1 : Math.min(number, most);
}

/** The table that is all a cell holds, however many wrappers stand around it; null where there is other text. */
function onlyTable(node: Element): Element | null {
  let found: Element | null = null;
  for (const child of node.children) {
    if (child.type === 'text') {
      if (child.data.trim() !== '') return null;
    } else if (isElement(child) && child.name !== 'br') {
      if (found) return null;
      found = child.name === 'table' ? child : onlyTable(child);
      if (!found) return null;
    }
  }
  return found;
}

export function containsTable(node: Element): boolean {
  return node.children.some((child) => isElement(child) && (child.name === 'table' || containsTable(child)));
}

/** Longer than any cell of a form: the text of such a cell is prose, and its table arranges the page. */
const PROSE_LENGTH = 400;

interface Contents {
  table: boolean;
  preformatted: boolean;
  length: number;
}

/** What each table within a table was found to hold: it is asked at every level around it. */
const WITHIN = new WeakMap<Element, Contents>();

function tableContents(table: Element): Contents {
  const known = WITHIN.get(table);
  if (known) return known;
  const contents = contentsOf(table, { table: true, preformatted: false, length: 0 });
  WITHIN.set(table, contents);
  return contents;
}

function contentsOf(node: Element, into: Contents): Contents {
  for (const child of node.children) {
    if (child.type === 'text') {
      into.length += child.data.length;
    } else if (isElement(child)) {
      if (child.name === 'table') {
        const { preformatted, length } = tableContents(child);
        into.table = true;
        into.preformatted ||= preformatted;
        into.length += length;
        continue;
      }
      if (PREFORMATTED.has(child.name)) into.preformatted = true;
      contentsOf(child, into);
    }
  }
  return into;
}

/** What a table is for: figures, figures in tables within its cells, or arranging the page. */
export type TableUse = 'data' | 'nested' | 'page';

/** A cell with prose, preformatted text or a table among other things is a part of the page, not a figure or a label. */
function useOfCell(cell: Element, hidden: HiddenSelectors): TableUse {
  // Most cells are a text or nothing.
  const first = cell.children[0];
  if (cell.children.length <= 1 && (first === undefined || first.type === 'text')) {
    return (first?.data.length ?? 0) > PROSE_LENGTH ? 'page' : 'data';
  }
  const { table, preformatted, length } = contentsOf(cell, { table: false, preformatted: false, length: 0 });
  const only = table ? onlyTable(cell) : null;
  if (!only) return table || preformatted || length > PROSE_LENGTH ? 'page' : 'data';
  return isPageWithin(only, hidden) ? 'page' : 'nested';
}

/** Whether each table that is all a cell holds was found to arrange the page: this too is asked at every level. */
const PAGES_WITHIN = new WeakMap<Element, boolean>();

function isPageWithin(table: Element, hidden: HiddenSelectors): boolean {
  const known = PAGES_WITHIN.get(table);
  if (known !== undefined) return known;
  const cells = tableRows(table, hidden).flatMap((row) => rowCells(row, hidden));
  const page = cells.some((cell) => useOfCell(cell, hidden) === 'page');
  PAGES_WITHIN.set(table, page);
  return page;
}

/** A table arranges the page, and its cells are to be read as a page is, where it has one cell or a cell holds a page. */
export function useOfTable(rows: readonly (readonly Element[])[], hidden: HiddenSelectors): TableUse {
  let use: TableUse = 'data';
  let cells = 0;
  for (const row of rows) {
    for (const cell of row) {
      const own = useOfCell(cell, hidden);
      if (own === 'page') return 'page';
      if (own === 'nested') use = 'nested';
    }
    cells += row.length;
  }
  return cells <= 1 ? 'page' : use;
}

/** A cell that holds only a table becomes that table's cells; what stands beside it spans their rows. */
function flattenRow(cells: readonly Element[], hidden: HiddenSelectors): Row[] {
  const inner = cells.map((cell) => {
    const table = onlyTable(cell);
    return table ? sourceRows(visibleCells(table, hidden), hidden, 'nested') : null;
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
    const own = sourceCell(cell, hidden);
    lines[0]?.push(height > 1 ? { ...own, rowSpan: height } : own);
  });
  return lines;
}

function sourceCell(cell: Element, hidden: HiddenSelectors): SourceCell<CellText> {
  let rowSpan = 1;
  let colSpan = 1;
  for (const { name, value } of attributesOf(cell)) {
    if (name === 'rowspan') rowSpan = span(value, 65_534);
    else if (name === 'colspan') colSpan = Math.max(1, span(value, 1_000));
  }
  return {
    rowSpan,
    colSpan,
    content: visibilityOf(cell, hidden) === 'shown' ? readCellText(cell, hidden) : EMPTY,
  };
}
const EMPTY: CellText = { text: '', picture: false };

function sourceRows(rows: readonly (readonly Element[])[], hidden: HiddenSelectors, use: TableUse): Row[] {
  if (use === 'data') return rows.map((cells) => cells.map((cell) => sourceCell(cell, hidden)));
  return rows.flatMap((cells) => flattenRow(cells, hidden));
}

/** The visible cells of a table, row by row. */
export const visibleCells = (table: Element, hidden: HiddenSelectors): Element[][] =>
  tableRows(table, hidden).map((row) => rowCells(row, hidden));

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
  hidden: HiddenSelectors,
  path: string,
  rows: readonly (readonly Element[])[],
  use: TableUse,
): Grid {
  const placed = placeCells(sourceRows(rows, hidden, use), toGridCell(path));
  const caption = elementsOf(table).find(({ name }) => name === 'caption');
  const captionText = caption ? readCellText(caption, hidden).text : '';
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

export const isBlock = (element: Element): boolean => BLOCKS.has(element.name);
