import { type Rng, seededRng } from '../generator/rng.ts';
import { ADDRESSES } from './addresses.ts';
import type { Body, Place } from './bodies.ts';
import { type Drawn, drawDimensions, GOVERNMENT_DIMENSIONS, type GovernmentDrawn } from './dimensions.ts';
import type { Half } from './half.ts';
import { titleOf } from './items.ts';
import type { Report } from './report.ts';
import type { HostPlan } from './site.ts';
import { LAST_YEAR, MOST_HOSTS, type SIZES, type Wish, wishes } from './wishes.ts';

/** A government as it is drawn. The first host is the one that leads to the others. */
export interface GovernmentPlan {
  readonly seed: number;
  readonly drawn: GovernmentDrawn;
  readonly hosts: readonly HostPlan[];
  /** Hosts that the declaration of another names as its own. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
}

function calledOf({ naming }: Drawn, body: Body, rng: Rng): string {
  return naming === 'full' || (naming === 'mixed' && rng.chance(0.5)) ? body.name : body.short;
}

/** The region that the declaration names; a wrong one is that of no place here. */
function regionOf(drawn: GovernmentDrawn['region'], { region }: Place, rng: Rng): string | null {
  const how = drawn === 'mixed' ? rng.pick(['declared', 'absent', 'wrong'] as const) : drawn;
  if (how === 'absent') return null;
  return how === 'wrong' ? String(Number(region) + 50) : region;
}

export interface DrawOptions {
  readonly half: Half;
  /** Values that are not drawn but given, for tests. */
  readonly fixed?: Partial<Drawn>;
  readonly size?: keyof typeof SIZES;
}

/** The plan of one site; its reports are those of the wish that `keeps`. */
function planOf(
  wish: Wish,
  at: number,
  address: number,
  rng: Rng,
  { half, fixed = {} }: DrawOptions,
): Omit<HostPlan, 'reports' | 'sites' | 'olderSite' | 'declared'> {
  const addresses = rng.fork('addresses').pick([...ADDRESSES, ...(half.addresses ?? [])]);
  return {
    host: wish.host,
    address: `127.0.0.${address}`,
    place: wish.place,
    owner: wish.owner,
    code: `${wish.place.region}${String(1 + at).padStart(4, '0')}`,
    drawn: drawDimensions(rng.fork('dimensions'), addresses.trs ?? false, fixed),
    words: rng.fork('words').pick(half.words),
    template: rng.fork('template').pick(half.templates),
    addresses,
    perPage: rng.fork('per page').pick([4, 6, 8, 10, 15]),
    rng: rng.fork('site'),
  };
}

const reportsOf = (
  plan: Omit<HostPlan, 'reports' | 'sites' | 'olderSite' | 'declared'>,
  { bodies, years }: Wish,
  keeps: (year: number) => boolean,
): Report[] => {
  const rng = plan.rng.fork('titles');
  return years
    .flatMap((year) => bodies.map((body) => ({ body, year, called: calledOf(plan.drawn, body, rng) })))
    .map((report) => ({ ...report, title: titleOf(plan as HostPlan, rng, report) }))
    .filter(({ year }) => keeps(year));
};

/** Draws the government of a seed. */
export function drawGovernment(seed: number, options: DrawOptions): GovernmentPlan {
  const rng = seededRng(seed).fork('government');
  const drawn = Object.fromEntries(
    Object.entries(GOVERNMENT_DIMENSIONS).map(([name, values]) => [name, rng.fork(name).pick<string>(values)]),
  ) as GovernmentDrawn;
  const wished = wishes(rng.fork('wishes'), options.half, drawn, options.size);
  const hosts: HostPlan[] = [];
  const listed = new Map<string, string[]>();
  let address = 0;
  for (const [at, wish] of wished.entries()) {
    const own = rng.fork(`host ${wish.host}`);
    if (address === 0 || !own.fork('shares').chance(0.15)) address += 1;
    const plan = planOf(wish, at, address, own, options);
    const portal = wished.find(({ place, department }) => place === wish.place && !department) ?? wish;
    const how = wish.department ? drawn.sites : 'declared';
    if (how === 'listed') listed.set(portal.host, [...(listed.get(portal.host) ?? []), wish.host]);
    const linked = wished.filter(
      ({ department, place, host }) =>
        host !== wish.host && !wish.department && (department ? place === wish.place : at === 0),
    );
    const newest = wish.years[0] ?? LAST_YEAR;
    const hasOlder =
      plan.drawn.archive === 'older site' && wish.years.length > 2 && hosts.length + wished.length - at < MOST_HOSTS;
    const olderSite = hasOlder ? wish.host.replace(/^www\./, 'old.').replace(/^(?!old\.)/, 'old-') : null;
    const region = regionOf(drawn.region, wish.place, own.fork('region'));
    hosts.push({
      ...plan,
      reports: reportsOf(plan, wish, (year) => !olderSite || year >= newest - 1),
      sites: linked.map(({ host, owner }) => ({ host, name: owner })),
      olderSite,
      declared: how === 'declared' ? { region, https: plan.drawn.fault === 'http only' } : null,
    });
    if (olderSite) {
      const old: Wish = { ...wish, host: olderSite };
      address += 1;
      const older = planOf(old, at, address, rng.fork(`host ${olderSite}`), options);
      const settled = { ...older, drawn: { ...older.drawn, archive: 'none' as const, copies: 'none' as const } };
      listed.set(wish.host, [...(listed.get(wish.host) ?? []), olderSite]);
      hosts.push({
        ...settled,
        reports: reportsOf(settled, old, (year) => year < newest - 1),
        sites: [],
        olderSite: null,
        declared: null,
      });
    }
  }
  return { seed, drawn, hosts, listed };
}
