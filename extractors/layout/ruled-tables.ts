import type { Box } from './box.ts';
import { cellText, endsFull } from './cell-text.ts';
import { connectEdges } from './connect-edges.ts';
import { rulesToEdges } from './edges.ts';
import { edgesToFrame } from './edges-to-frame.ts';
import { inEms } from './em.ts';
import { cellBox, frameBox } from './frame.ts';
import { FreePieces } from './free-pieces.ts';
import type { PageTable, TableCell } from './page-table.ts';
import type { Piece } from './piece.ts';
import type { RulingLine } from './ruling-line.ts';
import { dropStruckEdges } from './struck-edges.ts';

/** A cell with more characters is prose, and its frame arranges the page. */
const PROSE_LENGTH = 400;

/** How far the texts of a table stay away from the borders of their cells, at the least. */
function paddingOf(boxes: readonly Box[], inside: ReadonlyMap<number, readonly Piece[]>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, pieces] of inside) {
    const [from, , to] = boxes[index] as Box;
    for (const { box, turn } of pieces) if (turn === 0) least = Math.min(least, box[0] - from, to - box[2]);
  }
  return Math.max(0, least);
}

/** Whether no line of the table closes it at this height. */
function isOpen(edges: readonly RulingLine[], y: number, width: number, em: number): boolean {
  const covered = edges
    .filter((edge) => !edge.vertical && Math.abs(edge.at - y) <= CLOSE * em)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return covered < width / 2;
}
/** A line this near (in ems) to the first or last row border is that border. */
const CLOSE = inEms(3);

/**
 * The tables of a page that are drawn with lines, and the characters that stand in none. A frame with a single cell is a
 * box around text, one with prose in a cell arranges the page: their characters are left to be read as text.
 */
export function findRuledTables(
  { page, rules }: { readonly page: number; readonly rules: readonly RulingLine[] },
  pieces: readonly Piece[],
  em: number,
): { tables: PageTable[]; rest: readonly Piece[] } {
  const frames = connectEdges(dropStruckEdges(rulesToEdges(rules, em), pieces, em), em).flatMap((edges) => {
    const frame = edgesToFrame(edges, em);
    return frame && frame.cells.length > 1 ? [{ frame, edges, box: frameBox(frame) }] : [];
  });
  // An inner table takes its characters before the one around it.
  frames.sort((a, b) => (a.box[2] - a.box[0]) * (a.box[3] - a.box[1]) - (b.box[2] - b.box[0]) * (b.box[3] - b.box[1]));
  const tables: PageTable[] = [];
  const free = new FreePieces(pieces, em);
  for (const { frame, edges, box } of frames) {
    const inside = free.inside(frame);
    const boxes = frame.cells.map((cell) => cellBox(frame, cell));
    const padding = paddingOf(boxes, inside);
    const lastRow = frame.ys.length - 1;
    const cells = frame.cells.map((cell, index): TableCell => {
      const own = inside.get(index) ?? [];
      const cellAt = boxes[index] as Box;
      const room = cellAt[2] - cellAt[0] - 2 * padding;
      const full = cell.row + cell.rowSpan === lastRow && endsFull(own, room, em);
      return { ...cell, text: cellText(own, em, room), page, box: cellAt, ...(full ? { full } : {}) };
    });
    if (inside.size === 0 || cells.some(({ text }) => text.length > PROSE_LENGTH)) continue;
    free.take(inside);
    const width = box[2] - box[0];
    tables.push({
      page,
      box,
      xs: frame.xs,
      rows: frame.ys.length - 1,
      cells,
      borders: 'marked',
      open: { top: isOpen(edges, box[1], width, em), bottom: isOpen(edges, box[3], width, em) },
    });
  }
  return { tables, rest: free.rest() };
}
