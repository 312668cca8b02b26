import type { Rng } from '../../../samples/generator/rng.ts';
import type { SumNetwork } from '../../../src/audit/repair/sum-network.ts';

/** Slips put into the numbers of a consistent table: what an editor's pen, mouse or formula does. */

/** Values of a network's cells, by the place of the edge; null is an empty cell. */
export type Values = readonly (number | null)[];
export type Change = readonly [place: number, printed: number | null];

export interface SlipInjector {
  readonly kind: string;
  /** What is printed otherwise, or null where this draw does not fit the table. */
  readonly inject: (values: Values, network: SumNetwork, rng: Rng) => readonly Change[] | null;
}

const valueAt = (values: Values, place: number): number => values[place] ?? 0;

/** A slip of one cell that holds a number of enough digits. */
const ofDigits = (kind: string, digits: number, slip: (text: string, rng: Rng) => string): SlipInjector => ({
  kind,
  inject(values, _, rng) {
    const fit = values.flatMap((value, place) =>
      value !== null && String(value).length >= digits && value > 0 ? [place] : [],
    );
    if (fit.length === 0) return null;
    const place = rng.pick(fit);
    return [[place, Number(slip(String(valueAt(values, place)), rng))]];
  },
});

const withDigit = (text: string, place: number, digit: string): string =>
  text.slice(0, place) + digit + text.slice(place + 1);

/** Two neighbours of which `fits` holds, along a row or down a column. */
const ofNeighbours = (
  kind: string,
  along: 'row' | 'column',
  slip: (one: number, other: number) => readonly [number, number] | null,
): SlipInjector => ({
  kind,
  inject(values, { grid }, rng) {
    const pairs = grid.flatMap((line, row) =>
      line.flatMap((place, column) => {
        const next = along === 'row' ? line[column + 1] : grid[row + 1]?.[column];
        if (next === undefined) return [];
        const pair = rng.chance(0.5) ? ([place, next] as const) : ([next, place] as const);
        const printed = slip(valueAt(values, pair[0]), valueAt(values, pair[1]));
        return printed ? [[[pair[0], printed[0]] as const, [pair[1], printed[1]] as const]] : [];
      }),
    );
    return pairs.length === 0 ? null : rng.pick(pairs);
  },
});

export const SLIPS: readonly SlipInjector[] = [
  {
    kind: 'digit wrong, any cell',
    inject(values, _, rng) {
      const place = rng.int(0, values.length - 1);
      const text = String(valueAt(values, place));
      const digit = rng.int(0, text.length - 1);
      return [[place, Number(withDigit(text, digit, String(rng.int(0, 9))))]];
    },
  },
  ofDigits('digit wrong', 1, (text, rng) => withDigit(text, rng.int(0, text.length - 1), String(rng.int(0, 9)))),
  ofDigits('digits exchanged', 2, (text, rng) => {
    const place = rng.int(0, text.length - 2);
    return text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2);
  }),
  ofDigits('digit dropped', 2, (text, rng) => withDigit(text, rng.int(0, text.length - 1), '')),
  ofDigits('digit doubled', 1, (text, rng) => {
    const place = rng.int(0, text.length - 1);
    return withDigit(text, place, `${text[place]}${text[place]}`);
  }),
  ofDigits('tenfold', 1, (text) => `${text}0`),
  ofDigits('sign', 1, (text) => `-${text}`),
  ofDigits('zeroed', 1, () => '0'),
  {
    kind: 'left empty',
    inject(values, { columns, rows, edges }, rng) {
      const fit = edges.flatMap(({ row, column }, place) =>
        valueAt(values, place) > 0 && columns[column] !== 'total' && rows[row] !== 'total' ? [place] : [],
      );
      return fit.length === 0 ? null : [[rng.pick(fit), null]];
    },
  },
  {
    kind: 'total not brought up to date',
    inject(values, { columns, grid, edges }, rng) {
      const totals = edges.flatMap(({ column }, place) =>
        columns[column] === 'total' && valueAt(values, place) > 0 ? [place] : [],
      );
      if (totals.length === 0) return null;
      const place = rng.pick(totals);
      const parts = (grid[edges[place]?.row ?? 0] ?? []).filter((part) => part !== place && valueAt(values, part) > 0);
      const part = parts.length > 0 ? valueAt(values, rng.pick(parts)) : 1;
      return [[place, valueAt(values, place) - rng.int(1, part)]];
    },
  },
  ofNeighbours('neighbouring column copied', 'row', (one, other) => (one !== other ? [other, other] : null)),
  ofNeighbours('neighbouring row copied', 'column', (one, other) => (one !== other ? [other, other] : null)),
  ofNeighbours('one column off', 'row', (one, other) => (one > 0 && other === 0 ? [0, one] : null)),
  ofNeighbours('one row off', 'column', (one, other) => (one > 0 && other === 0 ? [0, one] : null)),
  ofNeighbours('neighbours exchanged', 'row', (one, other) => (one !== other ? [other, one] : null)),
  {
    kind: 'digits split over two cells',
    inject(values, { grid }, rng) {
      const pairs = grid.flatMap((line) => line.slice(1).map((right, column) => [line[column] ?? 0, right] as const));
      const splits = pairs.flatMap(([left, right]) => {
        const [whole, other] = [valueAt(values, left), valueAt(values, right)].sort((one, two) => two - one);
        const text = String(whole);
        const cut = rng.int(1, Math.max(1, text.length - 1));
        if (text.length < 2 || other !== 0 || text[cut] === '0') return [];
        return [[[left, Number(text.slice(0, cut))] as const, [right, Number(text.slice(cut))] as const]];
      });
      return splits.length === 0 ? null : rng.pick(splits);
    },
  },
];
