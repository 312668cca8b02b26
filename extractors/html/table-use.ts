import { type Element, isTag } from 'domhandler';
import { PREFORMATTED } from './elements.ts';
import type { PageStyle } from './style/page-style.ts';
import { readTableParts, type TableRow } from './table-parts.ts';

/** The table that is all a cell holds, however many wrappers stand around it; null where there is other text. */
export function onlyTable(node: Element): Element | null {
  let found: Element | null = null;
  for (const child of node.children) {
    if (child.type === 'text') {
      if (child.data.trim() !== '') return null;
    } else if (isTag(child) && child.name !== 'br') {
      if (found) return null;
      found = child.name === 'table' ? child : onlyTable(child);
      if (!found) return null;
    }
  }
  return found;
}

export function containsTable(node: Element): boolean {
  return node.children.some((child) => isTag(child) && (child.name === 'table' || containsTable(child)));
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
    } else if (isTag(child)) {
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
function useOfCell(cell: Element, style: PageStyle): TableUse {
  // Most cells are a text or nothing.
  const first = cell.children[0];
  if (cell.children.length <= 1 && (first === undefined || first.type === 'text')) {
    return (first?.data.length ?? 0) > PROSE_LENGTH ? 'page' : 'data';
  }
  const { table, preformatted, length } = contentsOf(cell, { table: false, preformatted: false, length: 0 });
  const only = table ? onlyTable(cell) : null;
  if (!only) return table || preformatted || length > PROSE_LENGTH ? 'page' : 'data';
  return isPageWithin(only, style) ? 'page' : 'nested';
}

/** Whether each table that is all a cell holds was found to arrange the page: this too is asked at every level. */
const PAGES_WITHIN = new WeakMap<Element, boolean>();

function isPageWithin(table: Element, style: PageStyle): boolean {
  const known = PAGES_WITHIN.get(table);
  if (known !== undefined) return known;
  const { rows } = readTableParts(table, style);
  const page = rows.some(({ cells }) => cells.some((cell) => useOfCell(cell, style) === 'page'));
  PAGES_WITHIN.set(table, page);
  return page;
}

/** A table arranges the page, and its cells are to be read as a page is, where it has one cell or a cell holds a page. */
export function useOfTable(rows: readonly TableRow[], style: PageStyle): TableUse {
  let use: TableUse = 'data';
  let cells = 0;
  for (const row of rows) {
    for (const cell of row.cells) {
      const own = useOfCell(cell, style);
      if (own === 'page') return 'page';
      if (own === 'nested') use = 'nested';
    }
    cells += row.cells.length;
  }
  return cells <= 1 ? 'page' : use;
}
