import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Block, Grid, GridCell, Paragraph } from '../document.ts';
import { joinRows, type TablePart } from '../layout/join-rows.ts';
import type { LabelOracle } from '../layout/label-oracle.ts';
import { mayBePageNumber, runningShape } from '../layout/page-number.ts';

/** A page number, or a line that stands on another page too: a running head. */
function isFurniture(block: Block, paragraphs: readonly Paragraph[]): boolean {
  if (block.kind !== 'paragraph') return false;
  const again = paragraphs.some(
    (other) =>
      other.at.page !== block.at.page && runningShape(other.text) === runningShape(block.text) && other !== block,
  );
  return again || mayBePageNumber(block.text);
}

const isRecognised = (grid: Grid): boolean => grid.cells.some(({ recognised }) => recognised !== undefined);

/** A grid as a part of a table over pages; whether a border closes it is not known. */
const partOf = ({ rows, cells }: Grid, page: number): TablePart<GridCell> => ({
  ...{ page, rows, cells },
  open: { top: false, bottom: false },
});

/** The grid of two in which a page break cut a row; null where none is cut. */
function joinCut(above: Grid, below: Grid, isLabel: LabelOracle['isLabel']): { grid: Grid; doubts: Doubt[] } | null {
  const page = below.at.page as number;
  const { rows, cells, unsure } = joinRows([partOf(above, page - 1), partOf(below, page)], isLabel);
  if (!unsure.some(({ why }) => why === 'row')) return null;
  const joined = cells.map(({ row, column, rowSpan, colSpan, text, of }): GridCell => {
    const filled = of.filter((half) => half.text !== '');
    const placed = { ...((filled[0] ?? of[0]) as GridCell), row, column, rowSpan, colSpan };
    if (filled.length < 2) return placed;
    const confidence = Math.min(...filled.map(({ recognised }) => recognised?.confidence ?? 1));
    return { ...placed, text, recognised: { confidence, alternatives: [] } };
  });
  return {
    grid: { ...above, rows, cells: joined },
    doubts: unsure.map(({ page: at, why }) => exGrid.joinedOverPages(at, why)),
  };
}

/**
 * Puts the halves of rows together that a page break cut, in tables that were recognised page by page: the second half has
 * the rest of a label and the first the figures, or the other way round. All other tables stay as they are. What stood
 * between the halves, page numbers and running heads, comes behind the table.
 */
export function joinCutRows(blocks: readonly Block[], { isLabel }: LabelOracle): { blocks: Block[]; doubts: Doubt[] } {
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
    const whole = fits ? joinCut(above, block, isLabel) : null;
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
