import { type Cell, type Draft, isBlank, type Row, write } from '../draft.ts';
import { CELL_HOLDS, type Hold, type Mess, TEXT } from '../mess.ts';
import type { Rng } from '../rng.ts';
import { type Grouping, retellRuns } from '../run-values.ts';
import { addsUp, addsUpByFive, isUnique, joinRuns } from '../splits.ts';
import { alignedLines, boxLines, cellLines, pipeLines, tabLines } from '../text-tables.ts';

/** The ways in which plain text renders tables. Every text document uses one of them. */

function rendering(name: string, apply: NonNullable<Mess['apply']>, more: readonly Hold[] = []): Mess {
  return { name, readable: true, formats: TEXT, holds: [...CELL_HOLDS, ...more], apply };
}

/** Where every cell is a line of its own, a blank one cannot be told from the space between lines. */
function unlessBlank(draft: Draft): Draft {
  return Object.values(draft.truth.figures).some((figure) => isBlank(figure) && !figure.statuses.includes('missing'))
    ? { ...draft, readable: false }
    : draft;
}

const textLines = rendering(
  'text-lines',
  (draft, rng) => {
    const gap = rng.pick(['\n', '\n\n']);
    const each = (_: Row, values: readonly Cell[]) => values.map(({ text }) => text);
    return unlessBlank(write(draft, { draw: (table) => cellLines(table, each).join(gap) }));
  },
  ['columns'],
);

const textSpaces = rendering(
  'text-spaces',
  (draft, rng) => {
    const ambiguous = rng.pick([1, 2] as const);
    return unlessBlank(write(draft, { draw: (table) => alignedLines(table, ambiguous).join('\n') }));
  },
  ['columns', 'marks'],
);

const textTabs = rendering('text-tabs', (draft, rng) => {
  const expanded = rng.chance(0.5);
  return write(draft, { draw: (table) => tabLines(table, expanded).join('\n') });
});

const textPipes = rendering('text-pipes', (draft) =>
  write(draft, { draw: (table) => pipeLines(table, false).join('\n') }),
);

const textMarkdown = rendering('text-markdown', (draft) =>
  write(draft, { format: 'markdown', draw: (table) => pipeLines(table, true).join('\n') }),
);

const textBox = rendering(
  'text-box',
  (draft, rng) => {
    const ambiguous = rng.pick([1, 2] as const);
    return write(draft, { draw: (table) => boxLines(table, ambiguous).join('\n') });
  },
  ['marks'],
);

const RULES: Readonly<Record<number, (numbers: readonly number[]) => boolean>> = { 7: addsUp, 15: addsUpByFive };

/** Group sizes for `count` cells, drawn at random: [1, 5, 1], [7], [2, 4, 1] … */
function randomCuts(rng: Rng, count: number): number[] {
  const sizes: number[] = [];
  let left = count;
  while (left > 0) {
    const size = rng.chance(0.4) ? left : rng.int(1, Math.min(left, 5));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

const apart = (values: readonly Cell[]): number[] => values.map(() => 1);

/** Sizes that leave the row readable, or single cells where none was found in a few draws. */
function readableCuts(rng: Rng, row: Row, values: readonly Cell[]): number[] {
  const printed = values.map(({ text }) => text);
  if (row.kind !== 'body' || printed.some((text) => !/^\d+$/.test(text))) return apart(values);
  const rule = RULES[values.length] ?? (() => true);
  const usual = values.length === 7 ? [[1, 5, 1], [7]] : values.length === 15 ? [[4, 1, 4, 1, 4, 1]] : [];
  const tries = [...rng.shuffle(usual), ...Array.from({ length: 6 }, () => randomCuts(rng, values.length))];
  return tries.find((cuts) => isUnique(joinRuns(printed, cuts), values.length, rule)) ?? apart(values);
}

/** A page saved as text whose cells ran together: 3, 00000, 3. */
const textRuns = rendering(
  'text-runs',
  (draft, rng) => {
    const drawn = new Map<Row, readonly number[]>();
    const grouping: Grouping = (row, values) => {
      const cuts = drawn.get(row) ?? readableCuts(rng, row, values);
      drawn.set(row, cuts);
      return cuts;
    };
    const group = (row: Row, values: readonly Cell[]) =>
      joinRuns(
        values.map(({ text }) => text),
        grouping(row, values),
      );
    return write(retellRuns(draft, grouping), { draw: (table) => cellLines(table, group).join('\n\n') });
  },
  ['zeros', 'digits', 'columns', 'rows', 'marks', 'header', 'disputes'],
);

export const TEXT_RENDERINGS: readonly Mess[] = [
  textLines,
  textRuns,
  textTabs,
  textSpaces,
  textPipes,
  textMarkdown,
  textBox,
];
