/** The seeds of a sweep: numbers and ranges, as `--seeds 304,2000-2999` says them. */

const RANGE = /^(?<from>\d{1,10})(?:-(?<to>\d{1,10}))?$/;
/** More would fill the memory before they ran. */
const MOST = 1_000_000;

/** How the runner tells the files of a sweep which seeds were asked for. */
export const SEEDS_VARIABLE = 'LANTING_SWEEP_SEEDS';

/** `from` up to and without `to`. */
export const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** The numbers that a text names; null where it is no list of numbers and ranges. */
export function parseSeeds(text: string): readonly number[] | null {
  const seeds: number[] = [];
  for (const part of text.split(',')) {
    const { from, to = from } = RANGE.exec(part.trim())?.groups ?? {};
    if (from === undefined) return null;
    const [first, last] = [Number(from), Number(to)];
    if (last < first || seeds.length + last - first >= MOST) return null;
    seeds.push(...range(first, last + 1));
  }
  return seeds;
}

/** How the runner tells the files of a sweep to say of sealed parts what they otherwise keep. */
export const SHOW_VARIABLE = 'LANTING_SWEEP_SHOW';
export const isShown = process.env[SHOW_VARIABLE] !== undefined;

/** Whether seeds were asked for on the command line. */
export const areAsked = process.env[SEEDS_VARIABLE] !== undefined;

/** The seeds that were asked for on the command line, or else these. */
export function seedsOr(usual: readonly number[]): readonly number[] {
  const asked = process.env[SEEDS_VARIABLE];
  return (asked ? parseSeeds(asked) : null) ?? usual;
}
