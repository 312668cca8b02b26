import { REASONS, type Reason } from './reasons.ts';
import type { ReportItem } from './report-items.ts';
import type { PortalFacts } from './rows.ts';

/**
 * How a body's report for a year stands: `held` in the corpus; `late`, there is one for the year before and none is seen for the
 * year that is due; `missing`, a gap between two years that no page names; `broken`, it came and could not be read whole;
 * `not_reached`, a page names it and it never came.
 */
export type Standing = 'held' | 'late' | 'missing' | 'broken' | 'not_reached';

export interface YearStanding {
  /** Null where nothing names it. */
  readonly year: number | null;
  readonly standing: Standing;
  /** Null for what is held. */
  readonly reason: Reason | null;
  readonly url: string | null;
  readonly title: string | null;
  /** What was said of the place, in English. */
  readonly detail: string | null;
}

/** What did not come from here and is in the corpus all the same is held. */
function standingOf(item: ReportItem, elsewhere: ReadonlySet<number>): YearStanding {
  const { year, place, reportId } = item;
  const shortfall = reportId === null && year !== null && elsewhere.has(year) ? null : item.shortfall;
  return {
    year,
    standing: shortfall ? REASONS[shortfall.reason].standing : 'held',
    reason: shortfall?.reason ?? null,
    ...{ url: place.url, title: place.title, detail: shortfall?.detail ?? null },
  };
}

const notNamed = (year: number, standing: 'late' | 'missing'): YearStanding => ({
  ...{ year, standing, reason: 'NOT_NAMED', url: null, title: null, detail: null },
});

/** What stands at several addresses is told once: as held where one of them gave it, else as the first that is no redirect says. */
const bestOf = (items: readonly ReportItem[]): ReportItem | undefined =>
  items.find(({ shortfall }) => shortfall === null) ??
  items.find(({ reportId }) => reportId !== null) ??
  items.find(({ moved }) => !moved) ??
  items[0];

/** The years of one body, newest first, those without a year last: each once, and the gaps that the whole corpus has no report for. */
export function yearsOf(items: readonly ReportItem[], dueYear: number, corpus: PortalFacts['corpus']): YearStanding[] {
  const elsewhere = new Set(
    items.flatMap(({ agencyId }) => (agencyId === null ? [] : [...(corpus.get(agencyId) ?? [])])),
  );
  const byYear = new Map<number, ReportItem[]>();
  for (const item of items) {
    if (item.year !== null) byYear.set(item.year, [...(byYear.get(item.year) ?? []), item]);
  }
  const years = [...byYear.values()].flatMap((of) => bestOf(of) ?? []).map((item) => standingOf(item, elsewhere));
  const held = years.flatMap(({ year, standing }) => (standing === 'held' && year !== null ? [year] : []));
  if (held.includes(dueYear - 1) && !byYear.has(dueYear) && !elsewhere.has(dueYear))
    years.push(notNamed(dueYear, 'late'));
  for (let year = Math.min(...held); year < Math.max(...held); year += 1) {
    if (!byYear.has(year) && !elsewhere.has(year) && year !== dueYear) years.push(notNamed(year, 'missing'));
  }
  years.sort((a, b) => Number(b.year) - Number(a.year));
  return [...years, ...items.filter(({ year }) => year === null).map((item) => standingOf(item, elsewhere))];
}

/** How many reports stand how. */
export interface Standings {
  readonly held: number;
  readonly late: number;
  readonly missing: number;
  readonly broken: number;
  readonly notReached: number;
}

export function countStandings(years: readonly YearStanding[]): Standings {
  const of = (standing: Standing) => years.filter((one) => one.standing === standing).length;
  return {
    held: of('held'),
    late: of('late'),
    missing: of('missing'),
    broken: of('broken'),
    notReached: of('not_reached'),
  };
}
