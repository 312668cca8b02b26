import type { EntryKind } from '../../src/model/crawl/entry.ts';
import { DAY } from './settings.ts';

/** Days between two looks at a column, by season. `from` and `to` are month and day, inclusive. */
interface Season {
  readonly from: string;
  readonly to: string;
  readonly column: number;
}

/**
 * The reporting calendar: departments and townships publish until 31 January, governments until 31 March (Regulations on Open
 * Government Information, art. 49), and both run late by some weeks. Outside the seasons late reports, replacements and moved
 * columns are still normal.
 */
const SEASONS: readonly Season[] = [
  { from: '01-05', to: '02-15', column: 1 },
  { from: '02-16', to: '02-28', column: 4 },
  { from: '03-01', to: '04-15', column: 1 },
  { from: '04-16', to: '05-31', column: 7 },
];
const OFF_SEASON = 30;

/** Looks at a report after its first: a change comes soon or hardly ever. Days since it last changed, and the wait. */
const REPORT_WAITS: readonly (readonly [age: number, wait: number])[] = [
  [30, 7],
  [180, 30],
];
const OLD_REPORT = 120;

const monthDay = (time: number): string => new Date(time).toISOString().slice(5, 10);

const seasonOf = (time: number): number => {
  const day = monthDay(time);
  return SEASONS.find(({ from, to }) => day >= from && day <= to)?.column ?? OFF_SEASON;
};

/** The first day after `time` on which a season begins whose columns are looked at more often than in this one. */
function nextSeason(time: number, wait: number): number | null {
  for (let days = 1; days <= wait; days += 1) {
    if (seasonOf(time + days * DAY) < seasonOf(time)) return time + days * DAY;
  }
  return null;
}

interface SeenPlace {
  readonly kind: EntryKind;
  /** When it was looked at, ms since 1970. */
  readonly now: number;
  /** When its body last differed from the one before; its first look counts. */
  readonly changedAt: number;
}

/**
 * When a place is due again, ms since 1970. A column by the calendar, sooner where it changed within the last days, never
 * sleeping into a season; its further pages a month apart; reports and files by how long they have stood unchanged.
 */
export function dueAgain({ kind, now, changedAt }: SeenPlace): number {
  const age = (now - changedAt) / DAY;
  if (kind === 'report' || kind === 'attachment') {
    return now + (REPORT_WAITS.find(([until]) => age < until)?.[1] ?? OLD_REPORT) * DAY;
  }
  if (kind === 'list') return now + OFF_SEASON * DAY;
  const season = seasonOf(now);
  const wait = age < season ? Math.max(1, Math.round(season / 4)) : season;
  return nextSeason(now, wait) ?? now + wait * DAY;
}
