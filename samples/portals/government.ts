import { type Rng, seededRng } from '../../tests/generator/rng.ts';
import { ADDRESSES } from './addresses.ts';
import { type Body, departmentOf, governmentOf, type Place, townOf } from './bodies.ts';
import { type Drawn, drawDimensions } from './dimensions.ts';
import type { Half } from './half.ts';
import { titleOf } from './items.ts';
import type { Report } from './report.ts';
import type { HostPlan } from './site.ts';

/** What is drawn once for a government. */
export const GOVERNMENT_DIMENSIONS = {
  shape: ['one site', 'one site', 'county with sites', 'city with counties', 'city with counties and sites'],
  /** Names that two counties have in common. */
  shared: ['departments', 'departments and towns', 'few'],
  /** How the declarations speak of the sites of departments. */
  sites: ['declared', 'listed', 'undeclared'],
  region: ['declared', 'absent', 'wrong', 'mixed'],
} as const;

export type GovernmentDrawn = {
  readonly [D in keyof typeof GOVERNMENT_DIMENSIONS]: (typeof GOVERNMENT_DIMENSIONS)[D][number];
};

/** A government as it is drawn. The first host is the one that leads to the others. */
export interface GovernmentPlan {
  readonly seed: number;
  readonly drawn: GovernmentDrawn;
  readonly hosts: readonly HostPlan[];
  /** Hosts that the declaration of another names as its own. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
}

const LAST_YEAR = 2025;
const MOST_HOSTS = 12;

interface Wish {
  readonly host: string;
  readonly place: Place;
  readonly owner: string;
  readonly bodies: readonly Body[];
  readonly years: readonly number[];
  readonly department: boolean;
}

const yearsBack = (count: number): number[] => Array.from({ length: count }, (_, back) => LAST_YEAR - back);

const domainOf = ({ label }: Place): string => `${label}.gov.cn`;

/** The bodies of a place, as many as asked for: the government, then departments and, in counties, towns. */
function bodiesOf(place: Place, half: Half, count: number, rng: Rng, shared: GovernmentDrawn['shared']): Body[] {
  const { departments, towns } = half.names;
  const order = shared === 'few' ? rng.shuffle(departments) : departments;
  const parishes = shared === 'departments and towns' ? towns : rng.shuffle(towns);
  const inTowns = place.level === 'county' ? Math.min(parishes.length, Math.floor((count - 1) * 0.4)) : 0;
  const inOffices = Math.min(order.length, Math.max(1, count - 1 - inTowns));
  return [
    governmentOf(place),
    ...order.slice(0, inOffices).map((term) => departmentOf(place, term)),
    ...parishes.slice(0, inTowns).map((term) => townOf(place, term)),
  ];
}

/** The sites that the government has, and what each is to hold. */
function wishes(rng: Rng, half: Half, drawn: GovernmentDrawn): Wish[] {
  const city = drawn.shape.startsWith('city');
  const [cityName, cityLabel] = rng.fork('city').pick(half.names.cities);
  const base = 339_000 + 100 * rng.fork('code').int(1, 9);
  const counties = rng
    .fork('counties')
    .shuffle(half.names.counties)
    .slice(0, city ? rng.int(1, 4) : 1)
    .map(([name, label], at): Place => ({ name, label, region: String(base + 21 + at), level: 'county' }));
  const places: Place[] = city
    ? [{ name: cityName, label: cityLabel, region: String(base), level: 'prefecture' }, ...counties]
    : counties;
  const total = rng.int(45, 115);
  const portals = places.map((place, at): Wish => {
    const own = rng.fork(`portal ${at}`);
    const years = yearsBack(own.int(3, 7));
    const count = Math.max(2, Math.round(total / places.length / years.length));
    return {
      host: `www.${domainOf(place)}`,
      place,
      owner: `${place.name}人民政府`,
      bodies: bodiesOf(place, half, count, own, drawn.shared),
      years,
      department: false,
    };
  });
  const withSites = drawn.shape.endsWith('sites');
  const sites = (withSites ? places : []).flatMap((place, at): Wish[] => {
    const own = rng.fork(`sites ${at}`);
    return own
      .shuffle(half.names.departments)
      .slice(0, own.int(at === 0 ? 1 : 0, 2))
      .map((term): Wish => {
        const body = departmentOf(place, term);
        return {
          host: `${term[1]}.${domainOf(place)}`,
          place,
          owner: body.name,
          bodies: [body],
          years: yearsBack(own.int(5, 9)),
          department: true,
        };
      });
  });
  // A department with a site of its own publishes there alone.
  const apart = new Set(sites.flatMap(({ bodies }) => bodies.map(({ id }) => id)));
  return [
    ...portals.map((wish) => ({ ...wish, bodies: wish.bodies.filter(({ id }) => !apart.has(id)) })),
    ...sites,
  ].slice(0, MOST_HOSTS - 3);
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
  const wished = wishes(rng.fork('wishes'), options.half, drawn);
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
