import type { LaidTable } from './laid-table.ts';

/** The rows of a table as they fall on pages. */

export interface PieceRow {
  readonly row: number;
  readonly height: number;
  /** A header row printed once more. */
  readonly again: boolean;
  /** The row goes on on the next page, or came from the one before. */
  readonly part: 'whole' | 'head' | 'tail';
}

interface PageRules {
  readonly cutsRows: boolean;
  readonly repeatsHeader: boolean;
}

/** Lines by which a row may be cut; a header is never cut. */
function linesOf(laid: LaidTable, row: number): number {
  const own = laid.cells.filter((one) => one.row === row && one.rowSpan === 1);
  return own.some(({ cell }) => cell.kind === 'header') ? 1 : Math.max(1, ...own.map(({ lines }) => lines.length));
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

/**
 * The pieces of a table, one for each page: `room` is what is left of the first page, `page` the height of an empty one.
 * The first piece is empty where the table begins on a new page.
 */
export function cutTable(laid: LaidTable, room: number, page: number, rules: PageRules): PieceRow[][] {
  const pieces: PieceRow[][] = [[]];
  const top = sum(laid.heights.slice(0, laid.headerRows + 1));
  let left = room;
  const turnPage = (): void => {
    pieces.push([]);
    left = page;
    if (!rules.repeatsHeader) return;
    for (const [row, height] of laid.heights.slice(0, laid.headerRows).entries()) {
      put({ row, height, again: true, part: 'whole' });
    }
  };
  const put = (row: PieceRow): void => {
    pieces.at(-1)?.push(row);
    left -= row.height;
  };
  if (top > left) pieces.push([]);
  if (top > left) left = page;
  for (const [row, height] of laid.heights.entries()) {
    const fitting = Math.floor((left - 2 * laid.padding) / laid.leading);
    const lines = linesOf(laid, row);
    if (height <= left) {
      put({ row, height, again: false, part: 'whole' });
    } else if (rules.cutsRows && row >= laid.headerRows && fitting >= 1 && fitting < lines) {
      put({ row, height: fitting * laid.leading + 2 * laid.padding, again: false, part: 'head' });
      turnPage();
      put({ row, height: (lines - fitting) * laid.leading + 2 * laid.padding, again: false, part: 'tail' });
    } else {
      turnPage();
      put({ row, height, again: false, part: 'whole' });
    }
  }
  return pieces;
}
