import type { EntryKind } from '../../src/model/crawl/entry.ts';

/**
 * The order in which a host's due places are visited; those of one number in the order in which they became due. An
 * attachment comes before reports: it is only there once its own report has been read, and so follows it at once.
 */
export const PRIORITY: Readonly<Record<EntryKind, number>> = { column: 0, list: 1, attachment: 2, report: 3 };

/** Candidates come after all of these, the best first. */
const CANDIDATES = [80, 60, 40, 20, 0] as const;
const FIRST_CANDIDATE = Object.keys(PRIORITY).length;

export const priorityOf = (kind: EntryKind, score: number | null): number =>
  score === null ? PRIORITY[kind] : FIRST_CANDIDATE + CANDIDATES.findIndex((least) => score >= least);

export const PRIORITIES: readonly number[] = [
  ...Object.values(PRIORITY),
  ...CANDIDATES.map((_, index) => FIRST_CANDIDATE + index),
];
