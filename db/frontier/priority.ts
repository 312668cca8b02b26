import type { VisitKind } from '../../src/crawl/visit.ts';

/**
 * The order in which a host's due places are visited; those of one number in the order in which they became due. An
 * attachment comes before reports: it is only there once its own report has been read, and so follows it at once.
 */
export const PRIORITY: Readonly<Record<VisitKind, number>> = { column: 0, list: 1, attachment: 2, report: 3 };

export const PRIORITIES: readonly number[] = Object.values(PRIORITY);
