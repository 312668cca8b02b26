/**
 * Text taken from a page without its table loses the borders of cells: `3 · 0 0 0 0 0 · 3` becomes `3`, `00000`, `3`.
 * A run is split by how many cells it must fill, by the rule that no number starts with 0 but 0 itself, and by sums.
 */

/** More splits than this are not listed: no reader could tell them apart either. */
export const MOST_SPLITS = 2_000;

const MOST_STEPS = 200_000;

const DIGITS = /^\d+$/;

/** Says of the first parts of a way whether it can still be right. */
export type PrefixCheck = (parts: readonly string[]) => boolean;

/**
 * The ways to spread the texts found over `cells` cells: each text that is a run of digits fills one cell or more, any
 * other text fills one. `[]` where there is none; null where there are more than {@link MOST_SPLITS}.
 */
export function splitRuns(texts: readonly string[], cells: number, check?: PrefixCheck): string[][] | null {
  const ways: string[][] = [];
  const parts: string[] = [];
  let steps = 0;

  const take = (part: string, next: () => boolean): boolean => {
    parts.push(part);
    const go = check && !check(parts) ? true : next();
    parts.pop();
    return go;
  };

  /** False once there are too many ways, or too much has been tried. */
  const fill = (index: number, from: number): boolean => {
    steps += 1;
    if (ways.length > MOST_SPLITS || steps > MOST_STEPS) return false;
    const text = texts[index];
    if (text === undefined) {
      if (parts.length === cells) ways.push([...parts]);
      return true;
    }
    if (parts.length + texts.length - index > cells) return true;
    if (!DIGITS.test(text)) return take(text, () => fill(index + 1, 0));
    const rest = text.length - from;
    const longest = text[from] === '0' ? 1 : rest;
    for (let length = 1; length <= longest; length += 1) {
      const next = length === rest ? () => fill(index + 1, 0) : () => fill(index, from + length);
      if (!take(text.slice(from, from + length), next)) return false;
    }
    return true;
  };
  return fill(0, 0) ? ways : null;
}
