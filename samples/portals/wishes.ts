import type { Rng } from '../generator/rng.ts';
import { type Body, departmentOf, governmentOf, type Place, townOf } from './bodies.ts';
import type { GovernmentDrawn } from './dimensions.ts';
import type { Half } from './half.ts';

export const LAST_YEAR = 2025;
export const MOST_HOSTS = 12;

/** A site that is to be, and what it is to hold. */
export interface Wish {
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

/** How much a government publishes: the least and the most of each. */
interface Size {
  readonly counties: readonly [number, number];
  /** Of a portal, and of the site of a department. */
  readonly years: readonly [number, number];
  readonly siteYears: readonly [number, number];
  /** Reports of all portals, about. */
  readonly reports: readonly [number, number];
}

/** `small` has every dimension and few of everything, for tests that have no minutes. */
export const SIZES = {
  whole: { counties: [1, 4], years: [3, 7], siteYears: [5, 9], reports: [45, 115] },
  small: { counties: [1, 1], years: [2, 3], siteYears: [2, 3], reports: [8, 18] },
} as const satisfies Record<string, Size>;

/** The sites that the government has, and what each is to hold. */
export function wishes(rng: Rng, half: Half, drawn: GovernmentDrawn, size: keyof typeof SIZES = 'whole'): Wish[] {
  const of: Size = SIZES[size];
  const city = drawn.shape.startsWith('city');
  const [cityName, cityLabel] = rng.fork('city').pick(half.names.cities);
  const base = 339_000 + 100 * rng.fork('code').int(1, 9);
  const counties = rng
    .fork('counties')
    .shuffle(half.names.counties)
    .slice(0, city ? rng.int(...of.counties) : 1)
    .map(([name, label], at): Place => ({ name, label, region: String(base + 21 + at), level: 'county' }));
  const places: Place[] = city
    ? [{ name: cityName, label: cityLabel, region: String(base), level: 'prefecture' }, ...counties]
    : counties;
  const total = rng.int(...of.reports);
  const portals = places.map((place, at): Wish => {
    const own = rng.fork(`portal ${at}`);
    const years = yearsBack(own.int(...of.years));
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
          years: yearsBack(own.int(...of.siteYears)),
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
