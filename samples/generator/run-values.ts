import type { Cell, Draft, Row } from './draft.ts';
import type { TrueFigure } from './truth.ts';

/** How the values of a row stand together: the sizes of its groups, [1, 5, 1] or [7]. */
export type Grouping = (row: Row, values: readonly Cell[]) => readonly number[];

/** A figure out of a run of several is worked out, not simply read; a lone cell beside runs may count as either. */
const inRun = (figure: TrueFigure, size: number): TrueFigure => ({
  ...figure,
  statuses: size > 1 ? ['inferred'] : ['reported', 'inferred'],
});

/** Says of every figure that stands in a run what a right reading now is. */
export function retellRuns(draft: Draft, grouping: Grouping): Draft {
  const figures = { ...draft.truth.figures };
  for (const row of draft.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))) {
    const values = row.cells.filter(({ kind }) => kind === 'value');
    const sizes = grouping(row, values);
    const spread = sizes.flatMap((size) => Array.from({ length: size }, () => size));
    if (sizes.every((size) => size === 1)) continue;
    for (const [place, { key }] of values.entries()) {
      const figure = key ? figures[key] : undefined;
      if (key && figure) figures[key] = inRun(figure, spread[place] ?? 1);
    }
  }
  return { ...draft, truth: { ...draft.truth, figures } };
}
