import type { Rng } from '../generator/rng.ts';
import type { Report } from './report.ts';
import { type HostPlan, siteNameOf } from './site.ts';

/** A report as a list shows it. */
export interface Item {
  readonly report: Report;
  /** What the link says. */
  readonly label: string;
  /** What stands in the row before the link. */
  readonly cells: readonly string[];
  readonly date: string;
  /** Unique on the host: addresses are made from it. */
  readonly number: number;
}

const DIGITS = '〇一二三四五六七八九';
const chinese = (year: number): string => [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');

/** The report's own title on this site: the same wherever it is linked. */
export function titleOf(plan: HostPlan, rng: Rng, title: Omit<Report, 'title'>): string {
  const { words, drawn, place } = plan;
  const { body, year, called } = title;
  const whole = rng.pick(words.titles)(called, year);
  switch (drawn.title) {
    case 'body twice':
      return body.kind === 'town' || rng.chance(0.5)
        ? (words.titles[0]?.(
            body.kind === 'government' ? `${body.name}${place.name}` : `${body.name}${place.name}${body.short}`,
            year,
          ) ?? whole)
        : whole;
    case 'no year':
      return rng.chance(0.4) ? words.yearlessTitle(called) : whole;
    case 'chinese numerals':
      return whole.replace(String(year), chinese(year));
    case 'work summary':
      return rng.chance(0.5) ? words.summaryTitle(called, year) : whole;
    default:
      return whole;
  }
}

/** What a row says: the title, or less, or more. */
export function itemOf(plan: HostPlan, rng: Rng, report: Report, number: number): Item {
  const { drawn, words } = plan;
  const { title, called, year } = report;
  const plain: Item = {
    report,
    label: title,
    cells: [],
    date: `${year + 1}-${rng.pick(['01', '02', '03'])}-${String(rng.int(10, 28))}`,
    number,
  };
  switch (drawn.title) {
    case 'cut':
      return { ...plain, label: title.length > 16 ? `${title.slice(0, rng.int(12, 16))}…` : title };
    case 'site behind':
      return { ...plain, label: rng.pick([`${title}-${siteNameOf(plan)}`, `${title}_${plan.owner}`]) };
    case 'bare body':
      return { ...plain, label: called, cells: [words.year(year)] };
    case 'view':
      return { ...plain, label: rng.pick(words.view), cells: [called, words.year(year)] };
    default:
      return plain;
  }
}
