import { rowsToHtml, type WordCell } from '../docx/span-rows.ts';
import type { DocParagraph } from './paragraphs.ts';
import type { RowDefinition } from './table-definition.ts';

interface Row {
  readonly cells: readonly string[];
  readonly definition: RowDefinition | null;
}

interface OpenTable {
  readonly rows: Row[];
  cells: string[];
  cell: string;
}

/** Edges nearer to each other than this (in twips; 3 mm) are one: rows of one table are drawn apart by hand. */
const SAME_EDGE = 60;

/** The edges of a table's columns: those of all rows, near ones as one. */
function columnEdges(rows: readonly Row[]): number[] {
  const all = rows.flatMap(({ definition }) => definition?.edges ?? []).sort((a, b) => a - b);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] as number) > SAME_EDGE);
}

/** The column an edge opens: the last that does not lie behind it. */
function columnOf(edges: readonly number[], edge: number): number {
  let column = 0;
  while (column + 1 < edges.length && (edges[column + 1] as number) <= edge) column += 1;
  return column;
}

function placeCells({ cells, definition }: Row, edges: readonly number[]): WordCell[] {
  if (definition?.cells.length !== cells.length) {
    return cells.map((html, column) => ({ html, column, colSpan: 1, merge: 'none' }));
  }
  const placed: WordCell[] = [];
  const left = columnOf(edges, definition.edges[0] as number);
  if (left > 0) placed.push({ html: '', column: 0, colSpan: left, merge: 'none' });
  cells.forEach((html, index) => {
    const column = columnOf(edges, definition.edges[index] as number);
    const colSpan = Math.max(1, columnOf(edges, definition.edges[index + 1] as number) - column);
    const { vertical, joinsLeft } = definition.cells[index] as RowDefinition['cells'][number];
    const last = placed.at(-1);
    if (last && joinsLeft) placed[placed.length - 1] = { ...last, colSpan: last.colSpan + colSpan };
    else placed.push({ html, column, colSpan, merge: vertical });
  });
  return placed;
}

const isBlank = (html: string): boolean => html.replace(/<(?!img)[^>]*>/g, '') === '';

export interface StoryHtml {
  readonly html: string;
  /** Rows whose cells are not as many as the file defines: their merged cells are lost. */
  readonly unevenRows: number;
}

/** Paragraphs with the tables around them as HTML, each block one element. */
export function paragraphsToHtml(paragraphs: readonly DocParagraph[]): StoryHtml {
  const open: OpenTable[] = [];
  let html = '';
  let unevenRows = 0;
  const add = (block: string): void => {
    const table = open.at(-1);
    if (table) table.cell += block;
    else html += block;
  };
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const { rows, cells, cell } = open.pop() as OpenTable;
      // A row that never ends is still read.
      if (cells.length > 0 || cell !== '')
        rows.push({ cells: cell === '' ? cells : [...cells, cell], definition: null });
      unevenRows += rows.filter((row) => row.definition?.cells.length !== row.cells.length).length;
      const edges = columnEdges(rows);
      if (rows.length > 0) add(rowsToHtml(rows.map((row) => placeCells(row, edges))));
    }
  };
  for (const { html: text, depth, ends, definition, heading } of paragraphs) {
    closeTo(depth);
    while (open.length < depth) open.push({ rows: [], cells: [], cell: '' });
    const table = open.at(-1);
    const tag = heading === undefined ? 'p' : `h${heading}`;
    if (!table || ends === 'nothing' || ends === 'cell') add(`<${tag}>${text}</${tag}>`);
    if (table && ends === 'cell') {
      table.cells.push(table.cell);
      table.cell = '';
    } else if (table && ends !== 'nothing') {
      // A deletion that runs from one cell into the next takes the marks between them, but not the row.
      if (ends === 'row' || !table.cells.every(isBlank)) table.rows.push({ cells: table.cells, definition });
      table.cells = [];
      table.cell = '';
    }
  }
  closeTo(0);
  return { html, unevenRows };
}
