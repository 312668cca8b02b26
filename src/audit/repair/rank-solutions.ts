import { digitEdit } from './digit-edit.ts';
import type { Solution } from './find-repairs.ts';
import type { PrintedSums } from './printed-sums.ts';
import type { SlipKind } from './slip.ts';

/** How a printed number may have come about: what makes one repair likelier than another of the same size. */
type Cause = 'digits' | 'few-digits' | 'left-out' | 'neighbour' | 'total' | 'unknown' | SlipKind;

/** The cost of each cause in steps without unit, lower is likelier. The order is the catalogue's; the steps were set by trial. */
const COST: Readonly<Record<Cause, number>> = {
  digits: 1,
  'few-digits': 2,
  'left-out': 2,
  neighbour: 2,
  total: 3,
  unknown: 4,
  swap: 2,
  moved: 2,
  split: 2,
  'row-shift': 2,
  'column-shift': 3,
  'carry-in-twice': 2,
  'carry-out-twice': 2,
};

/** A cell whose reading is doubted is likelier wrong than a clean one: what it costs less. */
const DOUBTED = 1;

export interface RankedSolution {
  readonly solution: Solution;
  readonly cost: number;
  /** Of cells changed one by one, by the place of the edge. */
  readonly causes: ReadonlyMap<number, Cause>;
}

const isTotal = ({ network: { edges, rows, columns } }: PrintedSums, place: number): boolean => {
  const edge = edges[place];
  return edge !== undefined && (columns[edge.column] === 'total' || rows[edge.row] === 'total');
};

function neighbourValues({ network: { grid, edges }, values }: PrintedSums, place: number): number[] {
  const edge = edges[place];
  if (!edge) return [];
  const { row, column } = edge;
  const around = [grid[row]?.[column - 1], grid[row]?.[column + 1], grid[row - 1]?.[column], grid[row + 1]?.[column]];
  return around.flatMap((other) => (other === undefined ? [] : [values[other] ?? 0]));
}

function causeOf(place: number, right: number, sums: PrintedSums): Cause {
  const printed = sums.values[place] ?? 0;
  if (digitEdit(printed, right) !== null) return Math.max(printed, right) < 100 ? 'few-digits' : 'digits';
  if (printed === 0 && right > 0 && (sums.empty[place] || hasNumbersBeside(place, sums))) return 'left-out';
  if (printed !== 0 && neighbourValues(sums, place).includes(printed)) return 'neighbour';
  return isTotal(sums, place) ? 'total' : 'unknown';
}

/** Whether another cell of the row holds a number above 0: a 0 there may stand for a number that was left out. */
function hasNumbersBeside(place: number, { network: { grid, edges }, values }: PrintedSums): boolean {
  const line = grid[edges[place]?.row ?? -1] ?? [];
  return line.some((other) => other !== place && (values[other] ?? 0) > 0);
}

/** The solutions, the cheapest first. */
export function rankSolutions(solutions: readonly Solution[], sums: PrintedSums): RankedSolution[] {
  const ranked = solutions.map((solution): RankedSolution => {
    const causes = new Map(solution.single.map((place) => [place, causeOf(place, solution.to.get(place) ?? 0, sums)]));
    const ofCells = [...causes].map(([place, cause]) => COST[cause] - (sums.doubted[place] ? DOUBTED : 0));
    const ofSlips = solution.slips.map(({ kind }) => COST[kind]);
    return { solution, causes, cost: [...ofCells, ...ofSlips].reduce((sum, one) => sum + one, 0) };
  });
  return ranked.sort((one, other) => one.cost - other.cost);
}
