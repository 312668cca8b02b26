import { LIMITS } from '../limits.ts';
import { WHITE } from './raster.ts';

/** A straight line along an axis: its middle across, where it begins and ends along, and how thick it is, in pixels. */
export interface Rule {
  readonly across: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** One direction of a picture: how many pixels lie along and across it, and how far apart they are in the data. */
export interface Axis {
  readonly data: Uint8Array;
  readonly length: number;
  readonly lines: number;
  readonly step: number;
  readonly leap: number;
}

/** Levels are averaged along this many pixels: a rule may be gray, and thinner than a pixel, and still be darker than this. */
const SMOOTHED = 7;
export const RULE_LEVEL = 218;
/** Pixels that noise may take out of a rule in one place. */
const WIDEST_GAP = 2;
/** The part of a rule that must be there. */
const DENSITY = 0.88;
/** Lines this far from each other are of one rule. */
const NEIGHBOURS = 2;
/** The part of a run that lies beside a bundle it belongs to. */
const BESIDE = 0.5;
/** Beside a run so many times as long, a run is a stroke of a letter that touches a rule. */
const STROKE_BESIDE = 2;

interface Run {
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

/** Averages along the axis, which takes the noise out of a rule and leaves it as dark as it is. */
export function smooth(axis: Axis): Axis {
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

/** Dark runs along one axis. */
export function darkRuns({ data, length, lines, step, leap }: Axis, shortest: number): Run[] {
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
  /** The runs that make the rule; the first is the longest. */
  readonly runs: Run[];
  from: number;
  to: number;
}

const size = ({ from, to }: { readonly from: number; readonly to: number }): number => to - from;
const shared = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
  Math.min(a.to, b.to) - Math.max(a.from, b.from);

/**
 * Runs of neighbouring lines that lie beside each other are one rule; bundles as thick as letters are none. The longest
 * come first, so that a stroke of a letter that touches a border neither widens it nor pulls it aside.
 */
export function bundleRuns(runs: readonly Run[], thickest: number): Rule[] {
  if (runs.length > LIMITS.pictureRuns) return [];
  const bundles: Bundle[] = [];
  const byLine = new Map<number, Bundle[]>();
  const put = (bundle: Bundle, line: number): void => {
    const there = byLine.get(line);
    if (!there) byLine.set(line, [bundle]);
    else if (!there.includes(bundle)) there.push(bundle);
  };
  const beside = (run: Run): Bundle | undefined => {
    for (let away = 0; away <= NEIGHBOURS; away += 1) {
      for (const line of [run.across - away, run.across + away]) {
        const found = byLine.get(line)?.find((bundle) => shared(bundle, run) >= size(run) * BESIDE);
        if (found) return found;
      }
    }
    return undefined;
  };
  for (const run of runs.toSorted((a, b) => size(b) - size(a) || a.across - b.across || a.from - b.from)) {
    const bundle = beside(run);
    if (!bundle) {
      const alone = { runs: [run], from: run.from, to: run.to };
      bundles.push(alone);
      put(alone, run.across);
    } else if (size(run) * STROKE_BESIDE >= size(bundle.runs[0] as Run)) {
      bundle.runs.push(run);
      bundle.from = Math.min(bundle.from, run.from);
      bundle.to = Math.max(bundle.to, run.to);
      put(bundle, run.across);
    }
  }
  return bundles.flatMap(({ runs: own, from, to }): Rule[] => {
    const area = own.reduce((sum, run) => sum + size(run), 0);
    const thickness = area / (to - from);
    const across = own.reduce((sum, run) => sum + (run.across + 0.5) * size(run), 0) / area;
    return thickness > thickest ? [] : [{ across, from, to, thickness }];
  });
}
