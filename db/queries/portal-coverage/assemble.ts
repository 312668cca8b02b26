import { yearDueOf } from '../../../src/model/bodies/year-due.ts';
import { BodyNames } from './body-names.ts';
import { countStandings, type Standings, type YearStanding, yearsOf } from './body-years.ts';
import { lackingPages, type MenuBody, menuBodies } from './lacking-pages.ts';
import type { Shortfall } from './place-reason.ts';
import { byWeight, extentOf, type Reason, type ReasonCount } from './reasons.ts';
import { type ReportItem, reportItems } from './report-items.ts';
import type { CoverageOptions, PortalFacts } from './rows.ts';

export interface BodyCoverage {
  /** Null for reports whose body is named nowhere. */
  readonly body: string | null;
  /** Newest first. */
  readonly years: readonly YearStanding[];
  /** Why nothing of a body that a menu names is known; null where there are years. */
  readonly reason: Reason | null;
}

export interface PortalCoverage {
  /** Id of the portal. */
  readonly portal: string;
  readonly name: string;
  readonly region: string | null;
  /** Reports by how they stand. */
  readonly reports: Standings;
  readonly bodies: {
    /** How many should report, as declared; null where nobody says. */
    readonly declared: number | null;
    readonly named: number;
    readonly held: number;
  };
  /** Newest first. */
  readonly years: readonly (Standings & { readonly year: number })[];
  /** The one that explains most of what is lacking; null where nothing is. */
  readonly reason: Reason | null;
  /** All of them, the weightiest first. */
  readonly reasons: readonly ReasonCount[];
  readonly byBody: readonly BodyCoverage[];
}

class Body {
  readonly name: string | null;
  readonly items: ReportItem[] = [];
  menu: MenuBody | null = null;

  constructor(name: string | null) {
    this.name = name;
  }
}

/** What queue, archive and readings say of one portal, put together. Pure. */
export function assemble(facts: PortalFacts, { due, budget }: CoverageOptions): PortalCoverage {
  const { portal } = facts;
  const spent = portal.explored >= budget ? `${portal.explored} of ${budget} pages` : null;
  const items = reportItems(facts, spent);
  const lacking = lackingPages(facts, spent);
  const bodies = bodiesOf(items, menuBodies(facts, lacking));
  const byBody = [...bodies].map(({ name, items, menu }): BodyCoverage => {
    const years = yearsOf(items, yearDueOf(due, name), facts.corpus);
    return { body: name, years, reason: years.length > 0 ? null : (menu?.shortfall.reason ?? null) };
  });

  const years = byBody.flatMap((body) => body.years);
  const reports = countStandings(years);
  const held = byBody.filter(({ years }) => years.some(({ standing }) => standing === 'held')).length;
  const tally = new ReasonTally();
  for (const { reason, detail, url } of years) if (reason) tally.add({ reason, detail }, 'reports', url);
  for (const { place, shortfall } of lacking) tally.add(shortfall, 'pages', place.url);
  for (const { items, menu } of bodies) {
    // Behind a link that was kept away there is a reason already.
    if (items.length === 0 && menu?.shortfall.reason === 'NO_WAY_FOUND') {
      tally.add(menu.shortfall, 'pages', menu.place.url);
    }
  }
  const isFound = items.length > 0;
  if (!isFound) tally.add({ reason: 'NO_WAY_FOUND', detail: null }, 'pages', facts.places[0]?.url ?? null);
  const named = byBody.filter(({ body }) => body !== null).length;
  if (portal.agencies !== null && named < portal.agencies) {
    tally.add({ reason: 'NOT_NAMED', detail: `${named} of ${portal.agencies} bodies` }, 'pages', null);
  }
  const entry = isFound ? undefined : lacking.find(({ place }) => place.declared === 1)?.shortfall.reason;
  const reasons = tally
    .counts()
    .sort((a, b) => Number(b.reason === entry) - Number(a.reason === entry) || byWeight(a, b));
  return {
    ...{ portal: portal.slug, name: portal.name, region: portal.region_code, reports },
    bodies: { declared: portal.agencies, named, held },
    years: byYear(years),
    reason: reasons[0]?.reason ?? null,
    ...{ reasons, byBody },
  };
}

/** Names that the reports themselves give come first, so that links and menus are matched with them. */
function bodiesOf(items: readonly ReportItem[], menus: readonly MenuBody[]): ReadonlySet<Body> {
  const names = new BodyNames<Body>();
  const bodies = new Set<Body>();
  const make = (name: string | null): Body => {
    const body = new Body(name);
    bodies.add(body);
    return body;
  };
  let unnamed: Body | null = null;
  const bodyOf = (name: string | null): Body => {
    if (name !== null) return names.of(name, make);
    unnamed ??= make(null);
    return unnamed;
  };
  for (const item of items) if (item.reportId !== null) bodyOf(item.body).items.push(item);
  for (const item of items) if (item.reportId === null) bodyOf(item.body).items.push(item);
  for (const menu of menus) bodyOf(menu.body).menu ??= menu;
  return bodies;
}

class ReasonTally {
  readonly #counts = new Map<Reason, ReasonCount>();

  add({ reason, detail }: Shortfall, what: 'reports' | 'pages', url: string | null): void {
    const fresh = { reason, reports: 0, pages: 0, url, detail, extent: extentOf(reason, detail) };
    const known = this.#counts.get(reason) ?? fresh;
    this.#counts.set(reason, { ...known, [what]: known[what] + 1 });
  }

  counts(): ReasonCount[] {
    return [...this.#counts.values()];
  }
}

function byYear(standings: readonly YearStanding[]): PortalCoverage['years'] {
  const years = new Map<number, YearStanding[]>();
  for (const one of standings) {
    if (one.year !== null) years.set(one.year, [...(years.get(one.year) ?? []), one]);
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, list]) => ({ year, ...countStandings(list) }));
}
