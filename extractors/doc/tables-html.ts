import { mergeDownwards, type RowCell, type WordCell } from '../docx/merged-cells.ts';
import type { DocParagraph } from './paragraphs.ts';
import type { RowDefinition } from './table-definition.ts';

/** The HTML of the paragraphs and tables of a cell. */
type Blocks = readonly string[];

interface Row {
  readonly cells: readonly Blocks[];
  readonly definition: RowDefinition | null;
}

interface OpenTable {
  readonly rows: Row[];
  cells: Blocks[];
  cell: string[];
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
    return cells.map((blocks, column) => ({ blocks, column, colSpan: 1, merge: 'none' }));
  }
  const placed: WordCell[] = [];
  const left = columnOf(edges, definition.edges[0] as number);
  if (left > 0) placed.push({ blocks: [], column: 0, colSpan: left, merge: 'none' });
  cells.forEach((blocks, index) => {
    const column = columnOf(edges, definition.edges[index] as number);
    const colSpan = Math.max(1, columnOf(edges, definition.edges[index + 1] as number) - column);
    const { vertical, joinsLeft } = definition.cells[index] as RowDefinition['cells'][number];
    const last = placed.at(-1);
    if (last && joinsLeft) placed[placed.length - 1] = { ...last, colSpan: last.colSpan + colSpan };
    else placed.push({ blocks, column, colSpan, merge: vertical });
  });
  return placed;
}

const isBlank = (blocks: Blocks): boolean => blocks.every((html) => html.replace(/<(?!img)[^>]*>/g, '') === '');

const span = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');

function cellHtml({ cell: { blocks, rowSpan, colSpan }, isContinued }: RowCell): string {
  return isContinued ? '' : `<td${span('rowspan', rowSpan)}${span('colspan', colSpan)}>${blocks.join('')}</td>`;
}

const tableHtml = (rows: readonly (readonly WordCell[])[]): string =>
  `<table>${mergeDownwards(rows)
    .map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`)
    .join('')}</table>`;

interface StoryHtml {
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
    if (table) table.cell.push(block);
    else html += block;
  };
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const { rows, cells, cell } = open.pop() as OpenTable;
      // A row that never ends is still read.
      if (cells.length > 0 || cell.length > 0)
        rows.push({ cells: cell.length === 0 ? cells : [...cells, cell], definition: null });
      unevenRows += rows.filter((row) => row.definition?.cells.length !== row.cells.length).length;
      const edges = columnEdges(rows);
      if (rows.length > 0) add(tableHtml(rows.map((row) => placeCells(row, edges))));
    }
  };
  for (const { html: text, depth, ends, definition, heading } of paragraphs) {
    closeTo(depth);
    while (open.length < depth) open.push({ rows: [], cells: [], cell: [] });
    const table = open.at(-1);
    const tag = heading === undefined ? 'p' : `h${heading}`;
    if (!table || ends === 'nothing' || ends === 'cell') add(`<${tag}>${text}</${tag}>`);
    if (table && ends === 'cell') {
      table.cells.push(table.cell);
      table.cell = [];
    } else if (table && ends !== 'nothing') {
      // A deletion that runs from one cell into the next takes the marks between them, but not the row.
      if (ends === 'row' || !table.cells.every(isBlank)) table.rows.push({ cells: table.cells, definition });
      table.cells = [];
      table.cell = [];
    }
  }
  closeTo(0);
  return { html, unevenRows };
}
