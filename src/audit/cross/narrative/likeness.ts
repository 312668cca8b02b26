import { quote } from '../../../model/text/quote.ts';
import type { StoredReport } from '../companions.ts';
import { maskNarrative, narrativeOf } from './mask.ts';
import { sharedPart, shinglesOf, without } from './shingles.ts';

/** Shorter narratives, and those of little else than boilerplate, are alike by nature. */
const FEWEST_CHARACTERS = 300;
const FEWEST_RUNS = 100;

/** A narrative made ready to be compared. */
interface Narrative {
  /** Masked characters, boilerplate included. */
  readonly length: number;
  /** Runs that are no boilerplate; none where too little is left to judge by. */
  readonly shingles: Uint32Array;
}

export function prepareNarrative(text: string, names: readonly string[], boilerplate: ReadonlySet<number>): Narrative {
  const masked = maskNarrative(text, names);
  if (masked.length < FEWEST_CHARACTERS) return { length: masked.length, shingles: new Uint32Array() };
  const shingles = without(shinglesOf(masked), boilerplate);
  return { length: masked.length, shingles: shingles.length < FEWEST_RUNS ? new Uint32Array() : shingles };
}

const CACHE = new WeakMap<object, WeakMap<ReadonlySet<number>, Narrative>>();

/** The narrative of a report; worked out once for a report and what counts as boilerplate. */
function preparedNarrative(report: StoredReport, boilerplate: ReadonlySet<number>): Narrative {
  const known = CACHE.get(report)?.get(boilerplate);
  if (known) return known;
  const made = prepareNarrative(narrativeOf(report.sections), [report.body.name], boilerplate);
  const ofReport = CACHE.get(report) ?? new WeakMap();
  CACHE.set(report, ofReport.set(boilerplate, made));
  return made;
}

/** The share of the shorter narrative that stands in the longer, 0 to 1; null where either is too short to judge. */
export function likenessOf(a: StoredReport, b: StoredReport, boilerplate: ReadonlySet<number>): number | null {
  const [left, right] = [preparedNarrative(a, boilerplate), preparedNarrative(b, boilerplate)];
  return left.shingles.length === 0 || right.shingles.length === 0 ? null : sharedPart(left.shingles, right.shingles);
}

/** A share in whole per cent, never rounded up over a bound. */
export const percent = (share: number): number => Math.floor(share * 100 + 1e-9);

/** Of a long text, its longest sentences are looked at. */
const LOOKED_AT = 100;

/** The longest sentences that stand in both, names and numbers aside, as this report has them. */
export function sharedSentences(report: StoredReport, other: StoredReport, most = 2): readonly string[] {
  const theirs = maskNarrative(narrativeOf(other.sections), [other.body.name]);
  const isShared = (sentence: string): boolean => {
    const masked = maskNarrative(sentence, [report.body.name]);
    return masked.length >= 12 && theirs.includes(masked);
  };
  return narrativeOf(report.sections)
    .split(/[。；\n]/u)
    .sort((a, b) => b.length - a.length)
    .slice(0, LOOKED_AT)
    .filter(isShared)
    .slice(0, most)
    .map((sentence) => quote(sentence, 60));
}
