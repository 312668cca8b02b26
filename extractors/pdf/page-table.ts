import { tidyLines } from '../../src/model/text/fold.ts';
import { FreeGlyphs } from './free-glyphs.ts';
import type { Box } from './geometry.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { rulesToEdges } from './rule-edges.ts';
import { cellBox, connectEdges, edgesToFrame, frameBox } from './ruled-cells.ts';
import { dropStruckEdges } from './struck-edges.ts';
import { glyphsToLines, type TextLine } from './text-lines.ts';
import { isDigit } from './tied-digits.ts';

/** A table as it stands on one page. */
export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly TableCell[];
  readonly borders: 'marked' | 'inferred';
  /** No line closes the first row above or the last row below. */
  readonly open: { readonly top: boolean; readonly bottom: boolean };
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  readonly ragged?: true;
  /** It stands in the last row on its page, its last line ends in a digit and has no room for one more. */
  readonly full?: true;
}

/** A cell with more text is prose, and its frame arranges the page. */
const PROSE_LENGTH = 400;

/** Turns characters that stand on their side upright, so that they can be read line by line. */
function upright(glyph: Glyph): Glyph {
  const [x0, y0, x1, y1] = glyph.box;
  if (glyph.turn === 1) return { ...glyph, box: [y0, -x1, y1, -x0], base: -x0, turn: 0 };
  if (glyph.turn === 3) return { ...glyph, box: [-y1, x0, -y0, x1], base: x1, turn: 0 };
  return glyph;
}

/**
 * The text of a cell, line by line; text on its side comes behind the rest. A number that had to go on in the next line,
 * because not one digit more had room between the cell's borders, is one number.
 */
export function cellText(glyphs: readonly Glyph[], width = Number.POSITIVE_INFINITY): string {
  const sideways = glyphs.filter(({ turn }) => turn === 1 || turn === 3);
  const lines = glyphsToLines(glyphs.filter(({ turn }) => turn === 0 || turn === 2));
  const joined = lines.reduce((text, line, i) => {
    const above = lines[i - 1];
    return above ? text + (isWrapped(above, line, width) ? '' : '\n') + line.text : line.text;
  }, '');
  const beside = sideways.length > 0 ? glyphsToLines(sideways.map(upright)).map(({ text }) => text) : [];
  return tidyLines([joined, ...beside].join('\n'));
}

function isWrapped(above: TextLine, below: TextLine, width: number): boolean {
  const start = below.glyphs[0];
  return start !== undefined && isDigit(start) && isFull(above, width);
}

/** The borders of a cell take so many points of it. */
const LINE = 0.75;

/** Whether a line ends in a digit and one more such digit has no room behind it. */
function isFull({ glyphs, box }: TextLine, width: number): boolean {
  const end = glyphs.at(-1);
  return end !== undefined && isDigit(end) && width - (box[2] - box[0]) - LINE < end.box[2] - end.box[0];
}

function endsFull(glyphs: readonly Glyph[], width: number): boolean {
  const last = glyphsToLines(glyphs.filter(({ turn }) => turn === 0)).at(-1);
  return last !== undefined && isFull(last, width);
}

/** How far the texts of a table stay away from the borders of their cells, at the least. */
function paddingOf(boxes: readonly Box[], inside: ReadonlyMap<number, readonly Glyph[]>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, glyphs] of inside) {
    const [from, , to] = boxes[index] as Box;
    for (const { box, turn } of glyphs) if (turn === 0) least = Math.min(least, box[0] - from, to - box[2]);
  }
  return Math.max(0, least);
}

/** Whether a line of the table closes it at this height. */
function isOpen(edges: ReturnType<typeof rulesToEdges>, y: number, width: number): boolean {
  const covered = edges
    .filter((edge) => !edge.vertical && Math.abs(edge.at - y) <= CLOSE)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return covered < width / 2;
}
const CLOSE = 3;

/**
 * The tables of a page that are drawn with lines, and the characters that stand in none. A frame with a single cell is a
 * box around text, one with prose in a cell arranges the page: their characters are left to be read as text.
 */
export function findRuledTables(
  content: PageContent,
  glyphs: readonly Glyph[],
): { tables: PageTable[]; rest: readonly Glyph[] } {
  const frames = connectEdges(dropStruckEdges(rulesToEdges(content.rules), glyphs)).flatMap((edges) => {
    const frame = edgesToFrame(edges);
    return frame && frame.cells.length > 1 ? [{ frame, edges, box: frameBox(frame) }] : [];
  });
  // An inner table takes its characters before the one around it.
  frames.sort((a, b) => (a.box[2] - a.box[0]) * (a.box[3] - a.box[1]) - (b.box[2] - b.box[0]) * (b.box[3] - b.box[1]));
  const tables: PageTable[] = [];
  const free = new FreeGlyphs(glyphs);
  for (const { frame, edges, box } of frames) {
    const inside = free.inside(frame);
    const boxes = frame.cells.map((cell) => cellBox(frame, cell));
    const padding = paddingOf(boxes, inside);
    const lastRow = frame.ys.length - 1;
    const cells = frame.cells.map((cell, index): TableCell => {
      const own = inside.get(index) ?? [];
      const cellAt = boxes[index] as Box;
      const room = cellAt[2] - cellAt[0] - 2 * padding;
      const full = cell.row + cell.rowSpan === lastRow && endsFull(own, room);
      return { ...cell, text: cellText(own, room), page: content.page, box: cellAt, ...(full ? { full } : {}) };
    });
    if (inside.size === 0 || cells.some(({ text }) => text.length > PROSE_LENGTH)) continue;
    free.take(inside);
    const width = box[2] - box[0];
    tables.push({
      kind: 'table',
      page: content.page,
      box,
      xs: frame.xs,
      rows: frame.ys.length - 1,
      cells,
      borders: 'marked',
      open: { top: isOpen(edges, box[1], width), bottom: isOpen(edges, box[3], width) },
    });
  }
  return { tables, rest: free.rest() };
}
