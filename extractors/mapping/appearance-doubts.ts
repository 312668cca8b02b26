import { exAppearance } from '../../src/model/doubts/ex-appearance.ts';
import type { Doubt, Figures, Message } from '../../src/model/report.ts';
import type { Document, Grid } from '../document.ts';
import { type KeysByPlace, keysByPlace, labelledBy } from './labelled-figures.ts';

/** One thing that a reader does not understand, and the figures that it touches. */
interface Cause {
  readonly what: Message;
  /** Of the first cell in which it stands. */
  readonly text: string;
  readonly cells: Set<string>;
}

/** A cell that holds figures touches these; one that holds none is taken for the label of others. */
function addCauses(grid: Grid, keys: KeysByPlace, causes: Map<string, Cause>): void {
  for (const cell of grid.cells) {
    if (!cell.unsure) continue;
    const touched = keys.get(cell.at) ?? labelledBy(grid, [cell], keys);
    if (touched.length === 0) continue;
    for (const what of cell.unsure) {
      const cause = causes.get(what.en) ?? { what, text: cell.text, cells: new Set() };
      causes.set(what.en, cause);
      for (const key of touched) cause.cells.add(key);
    }
  }
}

/** A doubt for each thing that readers did not understand in cells, over all figures that it touches. */
export function appearanceDoubts({ blocks }: Document, figures: Figures): Doubt[] {
  const unsure = blocks.filter(
    (block): block is Grid => block.kind === 'grid' && block.cells.some((cell) => cell.unsure !== undefined),
  );
  if (unsure.length === 0) return [];
  const keys = keysByPlace(figures);
  const causes = new Map<string, Cause>();
  for (const grid of unsure) addCauses(grid, keys, causes);
  return [...causes.values()].map(({ what, text, cells }) => exAppearance.notUnderstood([...cells], what, text));
}
