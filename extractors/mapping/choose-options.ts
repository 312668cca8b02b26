import { type CellNumbers, isBroken } from '../../src/model/forms/arithmetic.ts';
import type { Identity } from '../../src/model/forms/identities.ts';
import { findSmallestEdits } from '../../src/model/forms/smallest-edits.ts';
import { parseNumber } from './parse-number.ts';
import type { PlacedRow, RowOption } from './place-row.ts';

export interface ChosenRow {
  readonly row: PlacedRow;
  /** The option taken, or null where several are as good. */
  readonly option: RowOption | null;
  /** The options that remain possible. */
  readonly remaining: readonly RowOption[];
  /** The sums were needed to choose. */
  readonly bySums: boolean;
}

/** Combinations of several undecided rows beyond this are not tried. */
const MOST_COMBINATIONS = 20_000;

type Values = Map<string, number>;

const numberIn = (text: string): number => parseNumber(text).value ?? 0;

function assign(values: Values, row: PlacedRow, option: RowOption): void {
  row.keys.forEach((key, index) => {
    values.set(key, numberIn(option[index]?.text ?? ''));
  });
}

/** Figures of rows without an option are not known, and their sums say nothing. */
const numbersOf =
  (values: Values): CellNumbers =>
  (key) =>
    values.get(key) ?? Number.NaN;

function combinations(rows: readonly ChosenRow[]): number {
  return rows.reduce((product, row) => product * row.remaining.length, 1);
}

/** For each of the undecided rows the options that occur in a combination in which no sum is broken. */
function consistentOptions(
  open: readonly ChosenRow[],
  values: Values,
  identities: readonly Identity[],
): Set<RowOption>[] {
  const survivors = open.map(() => new Set<RowOption>());
  const edits = open.flatMap(({ remaining }, row) => remaining.map((option) => ({ row, option })));
  const numbers = numbersOf(values);
  const openKeys = new Set(open.flatMap(({ row }) => row.keys));
  const touched = identities.filter(({ left, right }) => [...left, ...right].some((key) => openKeys.has(key)));
  findSmallestEdits<readonly RowOption[]>(
    {
      edits: edits.length,
      start: [],
      branch(picked) {
        if (touched.some((identity) => isBroken(identity, numbers))) return [];
        if (picked.length === open.length) return null;
        return [...edits.keys()].filter((edit) => edits[edit]?.row === picked.length);
      },
      apply(edit, picked) {
        const { row, option } = edits[edit] as (typeof edits)[number];
        assign(values, (open[row] as ChosenRow).row, option);
        return [...picked, option];
      },
      revert(edit) {
        for (const key of open[edits[edit]?.row ?? 0]?.row.keys ?? []) values.delete(key);
      },
      keep(picked) {
        for (const [row, option] of picked.entries()) survivors[row]?.add(option);
        return 1;
      },
    },
    { least: open.length, most: open.length, steps: Number.POSITIVE_INFINITY, solutions: Number.POSITIVE_INFINITY },
  );
  return survivors;
}

/**
 * Chooses between the ways to fill rows. First each row by its own sum, then all undecided rows together by every identity
 * of the table. A way is taken only when it is the one that remains: the sums of a report that is itself wrong choose
 * nothing.
 */
export function chooseOptions(rows: readonly PlacedRow[], identities: readonly Identity[]): ChosenRow[] {
  if (rows.every(({ options, rivals }) => options.length <= 1 && rivals.length === 0)) {
    return rows.map((row) => ({ row, option: row.options[0] ?? null, remaining: row.options, bySums: false }));
  }
  const values: Values = new Map();
  for (const row of rows) {
    const only = row.options[0];
    if (only && row.options.length === 1 && row.rivals.length === 0) assign(values, row, only);
  }
  const chosen = rows.map((row): ChosenRow => {
    const { options } = row;
    if (options.length === 0 || (options.length === 1 && row.rivals.length === 0)) {
      return { row, option: options[0] ?? null, remaining: options, bySums: false };
    }
    const keys = new Set(row.keys);
    const within = identities.filter(({ left, right }) => [...left, ...right].every((key) => keys.has(key)));
    const fits = (option: RowOption): boolean => {
      const own: Values = new Map();
      assign(own, row, option);
      return !within.some((identity) => isBroken(identity, numbersOf(own)));
    };
    const rivals = within.length > 0 && !options.some(fits) ? row.rivals.filter(fits) : [];
    if (rivals.length > 0) return { row, option: null, remaining: [...options, ...rivals], bySums: false };
    if (options.length === 1) {
      assign(values, row, options[0] as RowOption);
      return { row, option: options[0] as RowOption, remaining: options, bySums: false };
    }
    const fitting = options.filter(fits);
    const shown = row.how === 'overlap' ? options[0] : undefined;
    if (shown && (fitting.length !== 1 || fitting[0] === shown)) {
      assign(values, row, shown);
      return { row, option: shown, remaining: [shown], bySums: fitting.includes(shown) && within.length > 0 };
    }
    const remaining = within.length > 0 && fitting.length > 0 ? fitting : options;
    const option = remaining.length === 1 ? (remaining[0] ?? null) : null;
    if (option) assign(values, row, option);
    return { row, option, remaining, bySums: true };
  });
  const open = chosen.filter(({ option, remaining }) => option === null && remaining.length > 1);
  if (open.length === 0 || combinations(open) > MOST_COMBINATIONS) return chosen;
  const survivors = consistentOptions(open, new Map(values), identities);
  return chosen.map((entry) => {
    const left = survivors[open.indexOf(entry)];
    if (!left || left.size === 0) return entry;
    const remaining = [...left];
    return { ...entry, remaining, option: remaining.length === 1 ? (remaining[0] ?? null) : null };
  });
}
