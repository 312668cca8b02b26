import { type Raster, WHITE } from './raster.ts';

/** A straight line along an axis: its middle across, where it begins and ends along, and how thick it is, in pixels. */
export interface Rule {
  readonly across: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** A rule may be gray, and thinner than a pixel: averaged along this many pixels it is still darker than this. */
const SMOOTHED = 7;
const RULE_LEVEL = 218;
/** Pixels that noise may take out of a rule in one place. */
const WIDEST_GAP = 2;
/** The part of a rule that must be there. */
const DENSITY = 0.88;
/** Beside a rule stands paper; where more of it is dark than this, the run goes through letters. */
const CROWDED = 0.4;
/** Lengths in heights of a character: the least of a border, and what no stroke of a letter reaches. */
const [SHORTEST, CERTAIN] = [0.9, 1.4];
/** Two rules this near to each other, in heights of a character, are not both borders. */
const NEAREST = 0.7;
/** A border goes no further than this, in pixels, beyond the rule at its end. */
const ANCHOR = 4;
/** The part of a rule that may be paler than half its tone. */
const BREAKS = 0.05;
/** Thicker than this part of the text's height is no rule but a bar. */
const THICKEST = 0.45;

interface Run {
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

/** Dark runs along one axis. */
function darkRuns({ data, length, lines, step, leap }: Axis, shortest: number): Run[] {
  const runs: Run[] = [];
  for (let across = 0; across < lines; across += 1) {
    let [from, last, dark] = [-1, -1, 0];
    const base = across * leap;
    for (let along = 0; along <= length; along += 1) {
      const on = along < length && (data[base + along * step] as number) < RULE_LEVEL;
      if (on) {
        if (from === -1) [from, dark] = [along, 0];
        last = along;
        dark += 1;
      } else if (from !== -1 && (along - last > WIDEST_GAP || along === length)) {
        const size = last + 1 - from;
        if (size >= shortest && dark >= size * DENSITY) runs.push({ across, from, to: last + 1 });
        from = -1;
      }
    }
  }
  return runs;
}

interface Bundle {
  runs: Run[];
  last: number;
  from: number;
  to: number;
}

/** Runs of neighbouring lines that overlap are one rule; bundles as thick as letters are none. */
function bundleRuns(runs: readonly Run[], thickest: number): Rule[] {
  let open: Bundle[] = [];
  const done: Bundle[] = [];
  for (const run of runs) {
    const touching = open.filter(
      ({ last, from, to }) => run.across - last <= 2 && run.from <= to + WIDEST_GAP && run.to >= from - WIDEST_GAP,
    );
    done.push(...open.filter(({ last }) => run.across - last > 2));
    open = open.filter((bundle) => run.across - bundle.last <= 2 && !touching.includes(bundle));
    open.push({
      runs: [...touching.flatMap((bundle) => bundle.runs), run],
      last: run.across,
      from: Math.min(run.from, ...touching.map(({ from }) => from)),
      to: Math.max(run.to, ...touching.map(({ to }) => to)),
    });
  }
  return [...done, ...open].flatMap((bundle): Rule[] => {
    const area = bundle.runs.reduce((sum, { from, to }) => sum + to - from, 0);
    const thickness = area / (bundle.to - bundle.from);
    const across = bundle.runs.reduce((sum, run) => sum + (run.across + 0.5) * (run.to - run.from), 0) / area;
    return thickness > thickest ? [] : [{ across, from: bundle.from, to: bundle.to, thickness }];
  });
}

/** One direction of a picture: how far apart its pixels lie along and across. */
interface Axis {
  readonly data: Uint8Array;
  readonly length: number;
  readonly lines: number;
  readonly step: number;
  readonly leap: number;
}

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

/** A rule is of one tone all along; strokes of letters that happen to stand in a row are not. */
function isEven(axis: Axis, rule: Rule): boolean {
  // Averaging has made the rule longer than it is.
  const levels = levelsAlong(axis, rule).subarray(SMOOTHED, -SMOOTHED);
  const tone = levels.toSorted()[Math.floor(levels.length / 2)] as number;
  const paler = (tone + WHITE) / 2;
  let breaks = 0;
  for (const level of levels) if (level > paler) breaks += 1;
  return breaks <= levels.length * BREAKS;
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

/** Averages along the axis, which takes the noise out of a rule and leaves it as dark as it is. */
function smooth(axis: Axis): Axis {
  const { data, length, lines, step, leap } = axis;
  const half = (SMOOTHED - 1) / 2;
  const smoothed = new Uint8Array(data.length).fill(WHITE);
  for (let across = 0; across < lines; across += 1) {
    const base = across * leap;
    let sum = 0;
    for (let along = 0; along < length; along += 1) {
      sum += data[base + along * step] as number;
      if (along >= SMOOTHED) sum -= data[base + (along - SMOOTHED) * step] as number;
      if (along >= SMOOTHED - 1) smoothed[base + (along - half) * step] = sum / SMOOTHED;
    }
  }
  return { ...axis, data: smoothed };
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
  const isBorder = (axis: Axis, smoothed: Axis, sides: 'every' | 'some') => (rule: Rule) =>
    besides(smoothed, rule)[sides]((dark) => dark <= CROWDED) && isEven(axis, rule);

  // Letters stand in rows: under a stroke in one is paper, above it is not. Upright rules may have letters at one side.
  const level = { data, length: width, lines: height, step: 1, leap: width };
  const smoothLevel = smooth(level);
  const horizontal = withoutShadows(
    bundleRuns(darkRuns(smoothLevel, certain), thickest).filter(isBorder(level, smoothLevel, 'every')),
    nearest,
  );
  const upright = { data, length: height, lines: width, step: width, leap: 1 };
  const smoothUpright = smooth(upright);
  const runs = darkRuns(smoothUpright, least);
  const long = runs.filter(({ from, to }) => to - from >= certain);
  const short = bundleRuns(runs, thickest).filter(
    (rule) => rule.to - rule.from < certain && isAnchored(rule, horizontal),
  );
  const vertical = [...bundleRuns(long, thickest), ...short].filter(isBorder(upright, smoothUpright, 'some'));
  return { horizontal, vertical: withoutShadows(vertical, nearest) };
}
