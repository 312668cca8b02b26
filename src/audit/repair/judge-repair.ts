import { variablesOfTable } from '../../model/forms/variables.ts';
import { blockedBy, isUnusable } from '../numbers.ts';
import type { Finding, Judgement } from '../rule.ts';
import { type Facts, flagged, NO_SUBJECTS, NOT_APPLICABLE, PASSED, WHOLE_REPORT } from '../rule.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { RankedSolution } from './rank-solutions.ts';

import type { Slip, SlipKind } from './slip.ts';

/** What the rules that diagnose table 3 have in common. */

/** Table 3 as a whole, where the report has one. */
export const tableOfRequests = ({ report }: Facts) => (report.editions.requests === null ? NO_SUBJECTS : WHOLE_REPORT);

/** Judges table 3 by its diagnosis. Passed where all sums hold; could not run where that can't be said of every cell. */
export function judgeDiagnosis(facts: Facts, judge: (diagnosis: Diagnosis) => Judgement): Judgement {
  const diagnosis = diagnose(facts).find(({ role }) => role === 'requests');
  if (diagnosis) return judge(diagnosis);
  const edition = facts.report.editions.requests;
  const keys = edition ? variablesOfTable(edition, 'requests').map(({ key }) => key) : [];
  return keys.some((key) => isUnusable(facts.figures[key])) ? blockedBy(keys, facts) : PASSED;
}

/** The one repair of table 3 there is, or null; also null where nothing is wrong. */
export function onlyRepair(facts: Facts): { readonly diagnosis: Diagnosis; readonly only: RankedSolution } | null {
  const diagnosis = diagnose(facts).find(({ role }) => role === 'requests');
  return diagnosis?.only ? { diagnosis, only: diagnosis.only } : null;
}

/** Slips of some kinds in the one repair of table 3; a null stands for there being none, so that the rule can say why. */
export function slipsInRepair(
  facts: Facts,
  fits: (slip: Slip, diagnosis: Diagnosis) => boolean,
): readonly (Slip | null)[] {
  if (facts.report.editions.requests === null) return NO_SUBJECTS;
  const found = onlyRepair(facts);
  const slips = found?.only.solution.slips.filter((slip) => fits(slip, found.diagnosis)) ?? [];
  return slips.length > 0 ? slips : [null];
}

/** Judges a subject of `slipsInRepair`. */
export function judgeSlip(
  slip: Slip | null,
  facts: Facts,
  describe: (slip: Slip, diagnosis: Diagnosis) => Finding,
): Judgement {
  return judgeDiagnosis(facts, (diagnosis) => (slip ? flagged(describe(slip, diagnosis)) : NOT_APPLICABLE));
}

/** Whether the cells of a slip stand in one row. */
export function isWithinRow(slip: Slip, { sums: { network } }: Diagnosis): boolean {
  return new Set([...slip.to.keys()].map((place) => network.edges[place]?.row)).size === 1;
}

/** Kinds of slips that have a rule of their own; one that is the whole of a repair is told by that rule alone. */
export const TOLD_APART: readonly SlipKind[] = [
  'swap',
  'moved',
  'split',
  'row-shift',
  'column-shift',
  'carry-in-twice',
];

/** The values of a slip's cells as printed and as undone, as `3, 0 → 0, 3`. */
export function valuesOf(slip: Slip, { sums }: Diagnosis): { readonly printed: string; readonly undone: string } {
  const places = [...slip.to.keys()].sort((one, other) => one - other);
  return {
    printed: places.map((place) => (sums.empty[place] ? '-' : sums.values[place])).join(', '),
    undone: places.map((place) => slip.to.get(place)).join(', '),
  };
}

export const slipCells = (slip: Slip, { sums: { network } }: Diagnosis): string[] =>
  [...slip.to.keys()].sort((one, other) => one - other).flatMap((place) => network.edges[place]?.key ?? []);
