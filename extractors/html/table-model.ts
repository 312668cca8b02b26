import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

/** A cell as its source gives it, before it has a place. */
export interface SourceCell<T> {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content: T;
}

export interface PlacedCell<T> extends SourceCell<T> {
  readonly row: number;
  readonly column: number;
  readonly spanConflict: boolean;
}

export interface PlacedTable<T> {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PlacedCell<T>[];
}

/**
 * Gives every cell its place by the HTML standard's algorithm for forming a table (section 4.9.12.1): a cell goes to the
 * first free column of its row, spans reserve slots, and a slot two cells claim is a fault that both are marked with.
 * A `rowSpan` of 0 reaches to the last row.
 */
export function placeCells<T>(rows: readonly (readonly SourceCell<T>[])[]): PlacedTable<T> {
  const taken: (boolean[] | undefined)[] = [];
  const cells: PlacedCell<T>[] = [];
  let columns = 0;
  let slots = 0;
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (taken[rowIndex]?.[column]) column += 1;
      const wanted = cell.rowSpan === 0 ? rows.length - rowIndex : cell.rowSpan;
      const rowSpan = Math.min(wanted, rows.length - rowIndex);
      const colSpan = Math.min(cell.colSpan, LIMITS.gridColumns);
      let spanConflict = wanted > rowSpan;
      slots += rowSpan * colSpan;
      if (slots > LIMITS.gridSlots || column + colSpan > LIMITS.gridColumns * 2) {
        throw new ReadError(
          'TOO_LARGE',
          `a table claims more than ${LIMITS.gridSlots} places through its spans (row ${rowIndex + 1}); no statutory table is that large`,
        );
      }
      for (let y = rowIndex; y < rowIndex + rowSpan; y += 1) {
        taken[y] ??= [];
        const line = taken[y] as boolean[];
        for (let x = column; x < column + colSpan; x += 1) {
          if (line[x]) spanConflict = true;
          line[x] = true;
        }
      }
      cells.push({ row: rowIndex, column, rowSpan, colSpan, content: cell.content, spanConflict });
      column += colSpan;
      columns = Math.max(columns, column);
    }
  });
  return { rows: rows.length, columns, cells };
}
