import { type Axis, bundleRuns, darkRuns, RULE_LEVEL, type Rule, smooth } from './dark-runs.ts';
import { type Raster, WHITE } from './raster.ts';

export type { Rule } from './dark-runs.ts';

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Beside a rule stands paper; where more of it is dark than this, the run goes through letters. */
const CROWDED = 0.4;
/** An upright rule of more rows than this, in heights of a character, is none of letters whatever stands beside it. */
const SEVERAL_ROWS = 2.8;
/** Lengths in heights of a character: the least of a border, and what no stroke of a letter reaches. */
const [SHORTEST, CERTAIN] = [0.9, 1.4];
/** Two rules this near to each other, in heights of a character, are not both borders. */
const NEAREST = 0.7;
/** A border goes no further than this, in pixels, beyond the rule at its end. */
const ANCHOR = 4;
/** Paler than half the tone of its rule for more pixels than this, a rule has ended. */
const WIDEST_BREAK = 3;
/** The part of a rule that may be paler than half its tone. */
const BREAKS = 0.05;
/** Thicker than this part of the text's height is no rule but a bar. */
const THICKEST = 0.45;

/** The levels along a rule, at each place the darkest of its thickness. */
function levelsAlong({ data, lines, step, leap }: Axis, { across, from, to, thickness }: Rule): Uint8Array {
  const levels = new Uint8Array(to - from).fill(WHITE);
  const reach = Math.ceil(thickness / 2) + 1;
  const middle = Math.round(across - 0.5);
  for (let line = Math.max(0, middle - reach); line <= Math.min(lines - 1, middle + reach); line += 1) {
    for (let along = from; along < to; along += 1) {
      const level = data[line * leap + along * step] as number;
      if (level < (levels[along - from] as number)) levels[along - from] = level;
    }
  }
  return levels;
}

/**
 * The parts of a rule that are of one tone all along. Averaging has closed the gaps between a border and the strokes of
 * letters that happen to stand in line with it; here they are cut off again.
 */
function evenParts(axis: Axis, rule: Rule): Rule[] {
  const levels = levelsAlong(axis, rule);
  const tone = levels.toSorted()[Math.floor(levels.length / 2)] as number;
  const paler = (tone + WHITE) / 2;
  const parts: { from: number; to: number; dark: number }[] = [];
  levels.forEach((level, along) => {
    if (level > paler) return;
    const last = parts.at(-1);
    if (last && along - last.to <= WIDEST_BREAK) {
      last.to = along + 1;
      last.dark += 1;
    } else {
      parts.push({ from: along, to: along + 1, dark: 1 });
    }
  });
  return parts
    .filter(({ from, to, dark }) => dark >= (to - from) * (1 - BREAKS))
    .map(({ from, to }) => ({ ...rule, from: rule.from + from, to: rule.from + to }));
}

/** How much of the two lines beside a rule is dark: paper beside a rule, letters beside a stroke of one. */
function besides({ data, lines, step, leap }: Axis, { across, from, to, thickness }: Rule): [number, number] {
  const share = (beside: number): number => {
    const line = Math.round(across - 0.5 + beside);
    if (line < 0 || line >= lines) return 0;
    let dark = 0;
    for (let along = from; along < to; along += 1)
      if ((data[line * leap + along * step] as number) < RULE_LEVEL) dark += 1;
    return dark / (to - from);
  };
  const away = thickness / 2 + 2.5;
  return [share(-away), share(away)];
}

/** No row or column is lower than a letter: of two rules so near to each other the shorter is a stroke of letters. */
function withoutShadows(rules: readonly Rule[], nearest: number): Rule[] {
  const longer = rules.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const kept: Rule[] = [];
  for (const rule of longer) {
    const near = kept.some((other) => {
      const distance = Math.abs(other.across - rule.across);
      const shared = Math.min(rule.to, other.to) - Math.max(rule.from, other.from);
      return distance < nearest && distance > rule.thickness + 1 && shared > (rule.to - rule.from) * 0.8;
    });
    if (!near) kept.push(rule);
  }
  return kept;
}

/** Whether a rule reaches from one to another of the rules across it: as short as a letter, it is a border only then. */
function isAnchored({ across, from, to }: Rule, others: readonly Rule[]): boolean {
  const meets = (reaches: (middle: number) => boolean): boolean =>
    others.some((other) => reaches(other.across) && other.from <= across + ANCHOR && other.to >= across - ANCHOR);
  const within = (end: number) => (middle: number) => Math.abs(middle - end) <= ANCHOR * 2;
  return (
    meets((middle) => from <= middle && within(from)(middle)) && meets((middle) => to >= middle && within(to)(middle))
  );
}

/**
 * The ruling lines of an upright, flattened picture, gray ones and such with small gaps too.
 *
 * @param textHeight height of a character in pixels: no stroke of one is longer, no rule as thick
 */
export function findRules({ data, width, height }: Raster, textHeight: number): Rules {
  const thickest = Math.max(4, textHeight * THICKEST);
  const [least, certain] = [Math.max(12, textHeight * SHORTEST), Math.max(16, textHeight * CERTAIN)];
  const nearest = textHeight * NEAREST;
  const size = ({ from, to }: Rule): number => to - from;
  const isClear = (smoothed: Axis, rule: Rule): boolean[] => besides(smoothed, rule).map((dark) => dark <= CROWDED);
  const evenRules = (axis: Axis, smoothed: Axis, shortest: number): Rule[] =>
    bundleRuns(darkRuns(smoothed, shortest), thickest)
      .flatMap((rule) => evenParts(axis, rule))
      .filter((rule) => size(rule) >= shortest);

  const level = { data, length: width, lines: height, step: 1, leap: width };
  const smoothLevel = smooth(level);
  const horizontal = withoutShadows(
    evenRules(level, smoothLevel, certain).filter((rule) => isClear(smoothLevel, rule).every(Boolean)),
    nearest,
  );

  const upright = { data, length: height, lines: width, step: width, leap: 1 };
  const smoothUpright = smooth(upright);
  // Letters stand in rows: an upright rule may have some at one side, and a long one, row by row, at both.
  const vertical = evenRules(upright, smoothUpright, least).filter(
    (rule) =>
      (size(rule) >= textHeight * SEVERAL_ROWS || isClear(smoothUpright, rule).some(Boolean)) &&
      (size(rule) >= certain || isAnchored(rule, horizontal)),
  );
  return { horizontal, vertical: withoutShadows(vertical, nearest) };
}
