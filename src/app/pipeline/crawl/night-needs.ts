import type { NightSummary } from './night-summary.ts';

/** Why a person should look at a night. */
export type NightNeed =
  | 'fault'
  | 'room'
  | 'outage'
  | 'unreached'
  | 'blocked'
  | 'failed'
  | 'unreadable'
  | 'shortArchives'
  | 'changed'
  | 'vanished';

interface NeedSpec {
  /** How many there are of it in a night. */
  readonly count: (night: Omit<NightSummary, 'needs'>) => number;
  /** The night did not do all of its work: exit code 3. News of a portal is none. */
  readonly isFailure: boolean;
}

const SPECS: Readonly<Record<NightNeed, NeedSpec>> = {
  fault: { count: ({ fault }) => (fault ? 1 : 0), isFailure: true },
  room: { count: ({ room }) => (room ? 1 : 0), isFailure: true },
  outage: { count: ({ outage }) => (outage ? 1 : 0), isFailure: true },
  // What is held back was told by the night that held it back.
  unreached: { count: ({ unreached }) => unreached.filter(({ requests }) => requests > 0).length, isFailure: true },
  blocked: { count: ({ blocked }) => blocked.length, isFailure: true },
  failed: { count: ({ failed }) => failed.length, isFailure: true },
  unreadable: { count: ({ unreadable }) => unreadable.length, isFailure: true },
  shortArchives: { count: ({ shortArchives }) => shortArchives.length, isFailure: true },
  changed: { count: ({ changed }) => changed.length, isFailure: false },
  vanished: { count: ({ vanished }) => vanished.length, isFailure: false },
};

/** What needs a person, with how many there are of each; the gravest first. */
export type NightNeeds = Partial<Readonly<Record<NightNeed, number>>>;

export function needsOf(night: Omit<NightSummary, 'needs'>): NightNeeds {
  const counts = Object.entries(SPECS).map(([need, { count }]) => [need, count(night)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** Whether a part of the night's work could not be done. */
export const isFailedNight = ({ needs }: Pick<NightSummary, 'needs'>): boolean =>
  Object.entries(SPECS).some(([need, { isFailure }]) => isFailure && (needs[need as NightNeed] ?? 0) > 0);
