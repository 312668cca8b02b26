import { exAppearance } from '../../src/model/doubts/ex-appearance.ts';
import type { Doubt, Figures, Locator, Message } from '../../src/model/report.ts';
import type { Document, Grid, GridCell } from '../document.ts';

/** The figures that were read in a grid, with the cell of each. */
interface Placed {
  readonly key: string;
  readonly cell: GridCell;
}

const overlap = (a: number, aSpan: number, b: number, bSpan: number): boolean => a < b + bSpan && b < a + aSpan;

const LETTER = /\p{L}/u;

/** The figures that a cell without one names: those of its row, of a label only those behind it, or else those of its columns below. */
function namedBy(cell: GridCell, placed: readonly Placed[]): readonly Placed[] {
  const row = placed.filter(({ cell: other }) => overlap(other.row, other.rowSpan, cell.row, cell.rowSpan));
  if (row.length > 0) return LETTER.test(cell.text) ? row.filter(({ cell: other }) => other.column > cell.column) : row;
  return placed.filter(
    ({ cell: other }) => other.row > cell.row && overlap(other.column, other.colSpan, cell.column, cell.colSpan),
  );
}

function gridDoubts(grid: Grid, keys: ReadonlyMap<Locator, readonly string[]>): Doubt[] {
  const unclear = grid.cells.filter((cell) => cell.unclear);
  if (unclear.length === 0) return [];
  const placed = grid.cells.flatMap((cell) => (keys.get(cell.at) ?? []).map((key): Placed => ({ key, cell })));
  return unclear.flatMap((cell) => {
    const own = placed.filter((one) => one.cell === cell);
    const named = (own.length > 0 ? own : namedBy(cell, placed)).map(({ key }) => key);
    if (named.length === 0) return [];
    const said = new Map<string, Message>((cell.unclear ?? []).map((what) => [what.en, what]));
    return [...said.values()].map((what) => exAppearance.notUnderstood([...new Set(named)], what, cell.text));
  });
}

/** Doubts figures whose cell, or the cell that names them, holds something that may show otherwise than its text. */
export function appearanceDoubts({ blocks }: Document, figures: Figures): Doubt[] {
  const grids = blocks.filter((block) => block.kind === 'grid');
  if (!grids.some(({ cells }) => cells.some(({ unclear }) => unclear))) return [];
  const keys = new Map<Locator, string[]>();
  for (const [key, { at }] of Object.entries(figures)) {
    if (!at) continue;
    const own = keys.get(at);
    if (own) own.push(key);
    else keys.set(at, [key]);
  }
  return grids.flatMap((grid) => gridDoubts(grid, keys));
}
