import { type Element, isTag } from 'domhandler';
import type { Grid } from '../document.ts';
import { readCellText } from './cell-text.ts';
import { BLOCKS } from './elements.ts';
import type { PageStyle } from './style/page-style.ts';
import { boxAt } from './style/scene.ts';
import { containsTable } from './table-use.ts';

/** Cells of a form are short; anything longer is prose in boxes. */
const CELL_LENGTH = 120;
/** So many rows of boxes are a table; of only two, both must have at least three boxes and as many. */
const LEAST_ROWS = 3;

/** One row of so many boxes is table 4, with or without its header. */
const LEAST_ALONE = 12;

const SHOWN = /\S/;
const CELL_STYLE = /display\s*:\s*(?:table-cell|inline-block|inline-flex)|float\s*:\s*left|flex\s*:/i;
const CELL_CLASS = /(?:^|[\s_-])(?:td|th|cell|col|column)(?:$|[\s\d_-])/i;

const isBlock = ({ name }: Element): boolean => BLOCKS.has(name);

/** Whether an element may be one cell of a table drawn with boxes. */
function isCell(element: Element): boolean {
  if (isBlock(element)) return true;
  const { style, class: classes, role } = element.attribs;
  return (
    (style !== undefined && CELL_STYLE.test(style)) ||
    (classes !== undefined && CELL_CLASS.test(classes)) ||
    role === 'cell' ||
    role === 'gridcell' ||
    role === 'columnheader' ||
    role === 'rowheader'
  );
}

function ownCells(row: Element, style: PageStyle): Element[] | null {
  const cells: Element[] = [];
  for (const child of row.children) {
    if (child.type === 'text') {
      if (SHOWN.test(child.data)) return null;
    } else if (isTag(child)) {
      if (style.visibilityOf(child) === 'hidden') continue;
      if (!isCell(child) || child.name === 'table') return null;
      cells.push(child);
    }
  }
  return cells;
}

/** A leaf holds text only, or text in one wrapper. */
function isLeaf(cell: Element): boolean {
  return cell.children.every(
    (child) => !isTag(child) || !isBlock(child) || child.children.every((inner) => !isTag(inner) || !isBlock(inner)),
  );
}

/**
 * Rows of a table drawn with boxes: an element whose children are all short leaf boxes, at least two, is a row; several
 * such rows side by side are a table. Row wrappers in between (a box for the head, one for the body) are read through.
 */
function boxRows(container: Element, style: PageStyle, depth: number): Element[][] | null {
  const rows: Element[][] = [];
  for (const child of container.children) {
    if (child.type === 'text') {
      if (SHOWN.test(child.data)) return null;
      continue;
    }
    if (!isTag(child) || style.visibilityOf(child) === 'hidden') continue;
    if (!isBlock(child) || child.name === 'table') return null;
    const cells = ownCells(child, style);
    if (cells && cells.length >= 2 && cells.every(isLeaf)) {
      rows.push(cells);
    } else if (cells && cells.length === 1 && isLeaf(child)) {
      rows.push(cells);
    } else if (child.children.every((inner) => !isTag(inner) || !isBlock(inner))) {
      rows.push([child]);
    } else {
      const inner = depth > 0 ? boxRows(child, style, depth - 1) : null;
      if (!inner) return null;
      rows.push(...inner);
    }
  }
  return rows;
}

/** Reads an element as a table drawn with boxes; null where it is none. */
export function boxesToGrid(container: Element, style: PageStyle, pathOf: () => string): Grid | null {
  if (!container.children.some(isTag)) return null;
  const rows = boxRows(container, style, 2);
  const wide = rows?.filter((row) => row.length >= 2) ?? [];
  if (!rows || wide.length * 2 < rows.length || containsTable(container)) return null;
  const [first, second] = wide;
  const pair = wide.length === 2 && first && first.length >= 3 && first.length === second?.length;
  const alone = rows.some((row) => row.length >= LEAST_ALONE);
  if (wide.length < LEAST_ROWS && !pair && !alone) return null;
  const texts = rows.map((row) => row.map((cell) => readCellText(cell, style, boxAt(cell, style))));
  if (texts.some((row) => row.some(({ text }) => text.length > CELL_LENGTH))) return null;
  const columns = Math.max(...rows.map((row) => row.length));
  const path = pathOf();
  return {
    kind: 'grid',
    rows: rows.length,
    columns,
    borders: 'marked',
    at: { path },
    cells: texts.flatMap((row, rowIndex) =>
      row.map(({ text, unsure }, column) => ({
        row: rowIndex,
        column,
        rowSpan: 1,
        colSpan: row.length === 1 ? columns : 1,
        text,
        at: { path, row: rowIndex, column },
        ...(unsure ? { unsure } : {}),
      })),
    ),
  };
}
