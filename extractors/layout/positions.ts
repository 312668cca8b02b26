/** Numbers in groups that span no more than `reach`; each group as its mean, in order. */
export function clusterPositions(values: readonly number[], reach: number): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && value - (group[0] as number) <= reach) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** How many of some numbers, which ascend, are less than a value. */
export function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the position nearest to a value, of positions that ascend; the first of two that are as near. */
export function nearest(positions: readonly number[], value: number): number {
  const above = countBelow(positions, value);
  if (above === 0) return 0;
  if (above === positions.length) return above - 1;
  return value - (positions[above - 1] as number) <= (positions[above] as number) - value ? above - 1 : above;
}
