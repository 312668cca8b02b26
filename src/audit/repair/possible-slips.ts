import { carriedTwice } from './carried-twice.ts';
import type { PrintedSums } from './printed-sums.ts';
import { columnShifts, rowShifts } from './shifts.ts';
import { type NewValues, type Slip, slipOf } from './slip.ts';

/** The place of two neighbours in a row, and of two in a column. */
function neighbours({ network: { grid } }: PrintedSums): (readonly [number, number, 'row' | 'column'])[] {
  return grid.flatMap((line, row) =>
    line.flatMap((place, column) => {
      const right = line[column + 1];
      const below = grid[row + 1]?.[column];
      return [
        ...(right === undefined ? [] : [[place, right, 'row'] as const]),
        ...(below === undefined ? [] : [[place, below, 'column'] as const]),
      ];
    }),
  );
}

/** Digits of one number in two cells, joined in the one or in the other. */
function joined(one: number, other: number): number {
  return Number(`${one}${other}`);
}

/** A number of more digits than a table of this kind ever holds. */
const TOO_LONG = 1e7;

/** Every slip of these kinds that the printed cells allow, as undone. */
export function possibleSlips(sums: PrintedSums): readonly Slip[] {
  // A single sum (table 4) tells nothing of its cells; any exchange with its total would do.
  if (sums.network.rows.length === 1) return [];
  const slips: (Slip | null)[] = [];
  for (const [one, other, along] of neighbours(sums)) {
    const [a = 0, b = 0] = [sums.values[one], sums.values[other]];
    if (a === b) continue;
    const put = (inOne: number, inOther: number): NewValues => [
      [one, inOne],
      [other, inOther],
    ];
    slips.push(slipOf(a === 0 || b === 0 ? 'moved' : 'swap', put(b, a), sums));
    const whole = joined(a, b);
    if (along === 'column' || a <= 0 || b <= 0 || !Number.isInteger(whole) || whole >= TOO_LONG) continue;
    slips.push(slipOf('split', put(whole, 0), sums), slipOf('split', put(0, whole), sums));
  }
  slips.push(...rowShifts(sums), ...columnShifts(sums), ...carriedTwice(sums));
  return withoutRepeats(slips.filter((slip) => slip !== null));
}

/** The first of several slips that come to the same values. */
function withoutRepeats(slips: readonly Slip[]): Slip[] {
  const seen = new Map<string, Slip>();
  for (const slip of slips) {
    const name = [...slip.to]
      .map(([place, to]) => `${place}=${to}`)
      .sort()
      .join();
    if (!seen.has(name)) seen.set(name, slip);
  }
  return [...seen.values()];
}
