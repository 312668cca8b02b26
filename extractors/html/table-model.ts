import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

/** A cell as its source gives it, before it has a place. */
export interface SourceCell<T> {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly content: T;
}

/** Where a cell came to stand, and whether its span claimed a slot that another holds or left the table. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly spanConflict: boolean;
}

interface PlacedTable<P> {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly P[];
}

/**
 * Gives every cell its place by the HTML standard's algorithm for forming a table (section 4.9.12.1): a cell goes to the
 * first free column of its row, spans reserve slots, and a slot two cells claim is a fault that the later is marked with.
 * A `rowSpan` of 0 reaches to the last row.
 *
 * @param put makes of a cell and its place what the caller wants
 */
export function placeCells<T, P>(
  rows: readonly (readonly SourceCell<T>[])[],
  put: (content: T, place: CellPlace) => P,
): PlacedTable<P> {
  // Only what reaches down from rows above can stand in the way of a cell.
  const taken: (boolean[] | undefined)[] = [];
  const cells: P[] = [];
  let columns = 0;
  let slots = 0;
  rows.forEach((row, rowIndex) => {
    const line = taken[rowIndex];
    let column = 0;
    for (const cell of row) {
      while (line?.[column]) column += 1;
      const wanted = cell.rowSpan === 0 ? rows.length - rowIndex : cell.rowSpan;
      const rowSpan = Math.min(wanted, rows.length - rowIndex);
      const colSpan = Math.min(cell.colSpan, LIMITS.gridColumns);
      slots += rowSpan * colSpan;
      if (slots > LIMITS.gridSlots || column + colSpan > LIMITS.gridColumns * 2) {
        throw new ReadError('TOO_LARGE', {
          zh: `有表格因合并单元格占用超过 ${LIMITS.gridSlots} 格（第 ${rowIndex + 1} 行）；法定表格没有这样大`,
          en: `a table claims more than ${LIMITS.gridSlots} places through its spans (row ${rowIndex + 1}); no statutory table is that large`,
        });
      }
      let spanConflict = wanted > rowSpan;
      for (let x = column + 1; line && x < column + colSpan; x += 1) if (line[x]) spanConflict = true;
      for (let y = rowIndex + 1; y < rowIndex + rowSpan; y += 1) {
        taken[y] ??= [];
        const below = taken[y] as boolean[];
        for (let x = column; x < column + colSpan; x += 1) {
          if (below[x]) spanConflict = true;
          below[x] = true;
        }
      }
      cells.push(put(cell.content, { row: rowIndex, column, rowSpan, colSpan, spanConflict }));
      column += colSpan;
      columns = Math.max(columns, column);
    }
  });
  return { rows: rows.length, columns, cells };
}
