/** What a worker is at, as far as the time it may take goes. */
export type Work = 'document' | 'picture';

const SECOND = 1_000;

/**
 * Milliseconds that a worker may take before it is ended, the last line behind the limits on counts (`limits.ts`).
 * A document without pictures: the slowest real ones take two seconds, a PDF of 300 pages ten. Each page or picture that is
 * drawn or recognised: some seconds on a slow machine, a few more where the recogniser is loaded first, and ten times as many
 * where others keep the machine busy.
 */
const TIME_LIMITS: Readonly<Record<Work, number>> = { document: 20 * SECOND, picture: 120 * SECOND };

export const timeLimitMs = (work: Work): number => TIME_LIMITS[work];
