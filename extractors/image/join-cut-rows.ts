import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Block, Grid, GridCell, Paragraph } from '../document.ts';
import { joinTables } from '../pdf/join-tables.ts';
import type { PageTable } from '../pdf/page-table.ts';

/** What is left of a page number without its digits and signs. */
const NO_PAGE_NUMBER = /(?![第页頁共])\p{L}/u;

const shapeOf = ({ text }: Paragraph): string => text.replace(/\d+/g, '#').replace(/\s/g, '');

/** A page number, or a line that stands on another page too: a running head. */
function isFurniture(block: Block, paragraphs: readonly Paragraph[]): boolean {
  if (block.kind !== 'paragraph') return false;
  const again = paragraphs.some(
    (other) => other.at.page !== block.at.page && shapeOf(other) === shapeOf(block) && other !== block,
  );
  return again || !NO_PAGE_NUMBER.test(block.text);
}

const isRecognised = (grid: Grid): boolean => grid.cells.some(({ recognised }) => recognised !== undefined);

/** A grid as the part of a table over pages. Its columns are taken to be alike, and its boxes only say which cell is which. */
const toPart = (grid: Grid, page: number): PageTable => ({
  kind: 'table',
  page,
  box: [0, 0, 0, 0],
  xs: Array.from({ length: grid.columns + 1 }, (_, column) => column * 100),
  rows: grid.rows,
  cells: grid.cells.map(({ row, column, rowSpan, colSpan, text }, index) => ({
    ...{ row, column, rowSpan, colSpan, text, page },
    box: [index, 0, 0, 0],
  })),
  borders: grid.borders,
  open: { top: false, bottom: false },
});

/** The grid of two in which a page break cut a row; null where none is cut. */
function joinCut(above: Grid, below: Grid): { grid: Grid; doubts: Doubt[] } | null {
  const page = below.at.page as number;
  const { grid, unsure } = joinTables([toPart(above, page - 1), toPart(below, page)], (at, box) => ({ page: at, box }));
  if (!unsure.some(({ why }) => why === 'row')) return null;
  const cells = grid.cells.map((cell): GridCell => {
    const source = cell.at.page === page ? below : above;
    const own = source.cells[cell.at.box?.[0] ?? -1] as GridCell;
    const { row, column, rowSpan, colSpan, text } = cell;
    const placed = { ...own, row, column, rowSpan, colSpan };
    if (text === own.text) return placed;
    const rest = below.cells.find((other) => other.row === 0 && other.column === own.column);
    if (rest && text === rest.text) return { ...rest, row, column, rowSpan, colSpan };
    const confidence = Math.min(own.recognised?.confidence ?? 1, rest?.recognised?.confidence ?? 1);
    return { ...placed, text, recognised: { confidence, alternatives: [] } };
  });
  const doubts = unsure.map(({ page: at, why }) => exGrid.joinedOverPages(at, why));
  return { grid: { ...above, rows: grid.rows, columns: grid.columns, cells }, doubts };
}

/**
 * Puts the halves of rows together that a page break cut, in tables that were recognised page by page: the second half has
 * the rest of a label and the first the figures, or the other way round. All other tables stay as they are. What stood
 * between the halves, page numbers and running heads, comes behind the table.
 */
export function joinCutRows(blocks: readonly Block[]): { blocks: Block[]; doubts: Doubt[] } {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  const doubts: Doubt[] = [];
  const joined: Block[] = [];
  let lastPage: number | undefined;
  for (const block of blocks) {
    const at = joined.findLastIndex((other) => !isFurniture(other, paragraphs));
    const above = joined[at];
    const fits =
      block.kind === 'grid' &&
      above?.kind === 'grid' &&
      isRecognised(block) &&
      isRecognised(above) &&
      above.columns === block.columns &&
      above.borders === block.borders &&
      lastPage !== undefined &&
      block.at.page === lastPage + 1;
    const whole = fits ? joinCut(above, block) : null;
    if (whole) {
      joined[at] = whole.grid;
      doubts.push(...whole.doubts);
    } else {
      joined.push(block);
    }
    if (block.kind === 'grid') lastPage = block.at.page;
  }
  return { blocks: joined, doubts };
}
