/** How many ways there are to read digits that stand together: the check that a run can be read without guessing. */

/** All ways to split one run of digits into `count` numbers without leading zeros. */
function splitRun(run: string, count: number): number[][] {
  if (count === 1) return run.length === 1 || !run.startsWith('0') ? [[Number(run)]] : [];
  const longest = run.startsWith('0') ? 1 : run.length - count + 1;
  const found: number[][] = [];
  for (let size = 1; size <= longest && size < run.length; size += 1) {
    for (const rest of splitRun(run.slice(size), count - 1)) found.push([Number(run.slice(0, size)), ...rest]);
  }
  return found;
}

/** All ways to read several runs as `count` numbers in all. */
export function splitRuns(runs: readonly string[], count: number): number[][] {
  const [first, ...rest] = runs;
  if (first === undefined) return count === 0 ? [[]] : [];
  const found: number[][] = [];
  const most = Math.min(first.length, count - rest.length);
  for (let parts = 1; parts <= most; parts += 1) {
    const heads = splitRun(first, parts);
    if (heads.length === 0) continue;
    for (const tail of splitRuns(rest, count - parts)) for (const head of heads) found.push([...head, ...tail]);
  }
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The last number is the sum of the others. */
export const addsUp = (numbers: readonly number[]): boolean => sum(numbers.slice(0, -1)) === numbers.at(-1);

/** Three times five numbers, each time the last the sum of the others. */
export const addsUpByFive = (numbers: readonly number[]): boolean =>
  [0, 5, 10].every((start) => addsUp(numbers.slice(start, start + 5)));

/** Digits beyond one a cell, up to which splits are tried at all: with more, nobody would split them by eye. */
const SPARE_DIGITS = 5;

/** One row's runs of digits can be read in one way only. */
export function isUnique(
  runs: readonly string[],
  count: number,
  holds: (numbers: readonly number[]) => boolean,
): boolean {
  if (runs.join('').length - count > SPARE_DIGITS) return false;
  return splitRuns(runs, count).filter(holds).length === 1;
}

/** Values put together into runs at the given places: `cuts` are the sizes of the groups. */
export function joinRuns(printed: readonly string[], cuts: readonly number[]): string[] {
  let at = 0;
  return cuts.map((size) => {
    at += size;
    return printed.slice(at - size, at).join('');
  });
}
