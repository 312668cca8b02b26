import { type Cell, cell, changeRows, type Draft, type Row, retell } from '../draft.ts';
import { HTML, type Mess } from '../mess.ts';
import { isValue } from '../requests-table.ts';
import type { Rng } from '../rng.ts';
import { retellRuns } from '../run-values.ts';
import { addsUp, addsUpByFive, isUnique, joinRuns } from '../splits.ts';

/** Several values in one cell of the row: a single zero that stands for all of them, or digits run together. */

export const oneZeroForRow: Mess = {
  name: 'one-zero-for-row',
  readable: true,
  formats: HTML,
  holds: ['values', 'zeros', 'digits', 'columns'],
  fits: (truth) => truth.figures['requests.declined_repeat.total']?.value === 0,
  apply: (draft, rng) => {
    const likely = rng.pick([0.3, 1]);
    const keys: string[] = [];
    const merged = changeRows(
      draft,
      (row) => {
        const values = row.cells.filter(isValue);
        const zero = row.kind === 'body' && values.length === 7 && values.every(({ text }) => text === '0');
        if (!zero || !(row.key === 'declined_repeat' || rng.chance(likely))) return row;
        keys.push(...values.flatMap(({ key }) => key ?? []));
        return { ...row, cells: [...row.cells.filter((one) => !isValue(one)), cell('value', '0', 7)] };
      },
      'requests',
    );
    return retell(merged, keys, (figure) => ({ ...figure, statuses: ['inferred'] }));
  },
};

/** How the seven values of table 3 and the fifteen of table 4 come to stand together. */
const CUTS: Readonly<Record<number, readonly (readonly number[])[]>> = {
  7: [[7], [1, 5, 1], [6, 1], [1, 6], [1, 1, 1, 4], [2, 2, 2, 1]],
  15: [[4, 1, 4, 1, 4, 1], [5, 5, 5], [15]],
};

const RULES: Readonly<Record<number, (numbers: readonly number[]) => boolean>> = { 7: addsUp, 15: addsUpByFive };

/** The row with its values in fewer cells, one for each of `cuts`. */
function joinCells(row: Row, cuts: readonly number[]): Row {
  const values = row.cells.filter(isValue);
  const printed = values.map(({ text }) => text);
  let at = 0;
  const runs = joinRuns(printed, cuts).map((text, place): Cell => {
    const size = cuts[place] ?? 1;
    const first = values[at];
    at += size;
    return size === 1 && first ? first : cell('value', text, size);
  });
  return { ...row, cells: [...row.cells.filter((one) => !isValue(one)), ...runs] };
}

/** Joins rows of tables 3 and 4; `accept` says whether a row's runs may stand. */
function runTogether(draft: Draft, rng: Rng, accept: (unique: boolean) => boolean): Draft {
  const chosen = new Map<Row, readonly number[]>();
  const likely = rng.pick([0.3, 0.7, 1]);
  for (const row of draft.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))) {
    const printed = row.cells.filter(isValue).map(({ text }) => text);
    const rule = RULES[printed.length];
    if (row.kind !== 'body' || !rule || !rng.chance(likely) || printed.some((text) => !/^\d+$/.test(text))) continue;
    const choices = rng.shuffle(CUTS[printed.length] ?? []);
    const cuts = choices.find((one) => accept(isUnique(joinRuns(printed, one), printed.length, rule)));
    if (cuts) chosen.set(row, cuts);
  }
  const told = retellRuns(draft, (row, values) => chosen.get(row) ?? values.map(() => 1));
  return changeRows(told, (row) => {
    const cuts = chosen.get(row);
    return cuts ? joinCells(row, cuts) : row;
  });
}

export const runCells: Mess = {
  name: 'run-cells',
  readable: true,
  formats: HTML,
  holds: ['values', 'zeros', 'digits', 'columns', 'disputes', 'header'],
  apply: (draft, rng) => runTogether(draft, rng, (unique) => unique),
};

/** Runs that can be split in more than one way: nobody can know, so the reader must say so. */
export const ambiguousRuns: Mess = {
  name: 'ambiguous-runs',
  readable: false,
  formats: HTML,
  holds: ['values', 'zeros', 'digits', 'columns', 'disputes', 'header'],
  fits: (truth) => (truth.figures['requests.received.total']?.value ?? 0) >= 10,
  apply: (draft, rng) => runTogether(draft, rng, (unique) => !unique),
};
