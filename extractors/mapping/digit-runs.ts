/**
 * Text taken from a page without its table loses the borders of cells: `3 · 0 0 0 0 0 · 3` becomes `3`, `00000`, `3`.
 * A run is split by how many cells it must fill, by the rule that no number starts with 0 but 0 itself, and by sums.
 */

/** More splits than this are not listed: no reader could tell them apart either. */
export const MOST_SPLITS = 2_000;

const DIGITS = /^\d+$/;

/** The ways to write one run as `parts` numbers, in order. */
function splitRun(run: string, parts: number): string[][] {
  if (parts === 1) return run.length > 1 && run[0] === '0' ? [] : [[run]];
  const ways: string[][] = [];
  const longest = run[0] === '0' ? 1 : run.length - parts + 1;
  for (let length = 1; length <= longest && ways.length <= MOST_SPLITS; length += 1) {
    for (const rest of splitRun(run.slice(length), parts - 1)) ways.push([run.slice(0, length), ...rest]);
  }
  return ways;
}

/**
 * The ways to spread the texts found over `cells` cells: each text that is a run of digits fills one cell or more, any
 * other text fills one. `[]` where there is none; null where there are more than {@link MOST_SPLITS}.
 */
export function splitRuns(texts: readonly string[], cells: number): string[][] | null {
  let ways: { readonly parts: readonly string[] }[] = [{ parts: [] }];
  for (const [index, text] of texts.entries()) {
    const left = texts.length - index - 1;
    const next: { readonly parts: readonly string[] }[] = [];
    for (const { parts } of ways) {
      const most = DIGITS.test(text) ? cells - parts.length - left : 1;
      const least = left === 0 ? cells - parts.length : 1;
      for (let count = Math.max(1, least); count <= Math.min(most, text.length || 1); count += 1) {
        const splits = count === 1 && !DIGITS.test(text) ? [[text]] : splitRun(text, count);
        for (const split of splits) next.push({ parts: [...parts, ...split] });
        if (next.length > MOST_SPLITS) return null;
      }
    }
    ways = next;
  }
  return ways.filter(({ parts }) => parts.length === cells).map(({ parts }) => [...parts]);
}
