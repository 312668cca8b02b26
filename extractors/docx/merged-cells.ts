/** A cell with its place on the table's grid of columns, as word processors keep it: merged cells stand in every row. */
export interface WordCell {
  /** The markup of each paragraph and table in the cell. */
  readonly blocks: readonly string[];
  readonly column: number;
  readonly colSpan: number;
  /** Whether the cell opens one that later rows continue, or continues one above. */
  readonly merge: 'none' | 'start' | 'continue';
}

interface SpannedCell extends WordCell {
  rowSpan: number;
}

/** A cell of a row: the cell that is shown there, and whether it began in a row above. */
export interface RowCell {
  readonly cell: Readonly<SpannedCell>;
  readonly isContinued: boolean;
}

/** Joins the cells that continue one above to it; one without any above stands for itself. */
export function mergeDownwards(rows: readonly (readonly WordCell[])[]): RowCell[][] {
  let above = new Map<number, SpannedCell>();
  return rows.map((row) => {
    const here = new Map<number, SpannedCell>();
    const cells = row.map((cell): RowCell => {
      const owner = cell.merge === 'continue' ? above.get(cell.column) : undefined;
      const isContinued = owner !== undefined && owner.merge !== 'none' && owner.colSpan === cell.colSpan;
      const shown = isContinued ? owner : { ...cell, blocks: withoutFiller(cell.blocks), rowSpan: 1 };
      if (isContinued) shown.rowSpan += 1;
      here.set(cell.column, shown);
      return { cell: shown, isContinued };
    });
    above = here;
    return cells;
  });
}

const isTable = (block: string | undefined): boolean => /^<(?:w:tbl|table)>/.test(block ?? '');
const isFilled = (block: string): boolean => block !== '<w:p></w:p>' && block !== '<p></p>';

/** Word puts an empty paragraph behind a table in a cell, because a cell can't end with one. */
function withoutFiller(blocks: readonly string[]): readonly string[] {
  const first = blocks.findIndex(isFilled);
  const last = blocks.findLastIndex(isFilled);
  return isTable(blocks[first]) && isTable(blocks[last]) ? blocks.slice(first, last + 1) : blocks;
}
