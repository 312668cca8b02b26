import type { LineCell } from './table-line.ts';

/** A column of a table as its header shows it; `key` is null for a column the form does not have (备注, 小计). */
export interface HeaderColumn {
  readonly key: string | null;
  readonly column: number;
  readonly colSpan: number;
}

/** How the values of a line were given to columns. */
interface Placement {
  /** One text per column of the header, in its order; null where nothing could be placed. */
  readonly cells: readonly (LineCell | null)[];
  readonly how: 'overlap' | 'spread';
}

const overlap = (cell: LineCell, column: HeaderColumn): number =>
  Math.min(cell.column + cell.colSpan, column.column + column.colSpan) - Math.max(cell.column, column.column);

/** The order-preserving match of cells to columns with the greatest overlap; null where a cell with text overlaps none. */
function byOverlap(values: readonly LineCell[], header: readonly HeaderColumn[]): (LineCell | null)[] | null {
  const placed: (LineCell | null)[] = header.map(() => null);
  let from = 0;
  for (const cell of values) {
    let best = -1;
    let most = 0;
    for (let i = from; i < header.length; i += 1) {
      const shared = overlap(cell, header[i] as HeaderColumn);
      if (shared > most) {
        most = shared;
        best = i;
      }
    }
    if (best === -1) {
      if (cell.text !== '') return null;
      continue;
    }
    placed[best] = cell;
    from = best + 1;
  }
  return placed;
}

/**
 * Gives the values of a line to the columns of a header that has another number of them: one cell merged over all columns stands
 * in each, anything else goes by overlap. Null where neither fits. (Equal numbers are counted off before, whatever the
 * spans say: word processors give header and body different spans over the same columns.)
 */
export function alignColumns(values: readonly LineCell[], header: readonly HeaderColumn[]): Placement | null {
  const only = values[0];
  if (values.length === 1 && only && header.length > 1 && only.colSpan > 1 && only.colSpan >= header.length - 1) {
    return { cells: header.map(() => only), how: 'spread' };
  }
  const placed = byOverlap(values, header);
  if (!placed) return null;
  const texts = values.filter(({ text }) => text !== '').length;
  if (placed.filter((cell) => cell && cell.text !== '').length !== texts) return null;
  return { cells: placed, how: 'overlap' };
}
