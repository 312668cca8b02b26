import { isLedFromAbove, nameParts } from '../../model/bodies/name-parts.ts';
import type { Body } from './companions.ts';

/** A body with its number in the corpus. */
interface KnownBody extends Body {
  readonly id: number;
  /** The place that is known of it though its name does not say it. */
  readonly place?: string | null;
}

/** How many digits of a region code name the place of a government of a level. */
const DIGITS: Readonly<Record<string, number>> = { province: 2, prefecture: 4, county: 6 };
/** 北京, 天津, 上海, 重庆: their districts have no prefecture above them. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/** The digits that tell something: 330600 is 3306. Pairs alone are dropped, so that 330610 stays what it is. */
function digitsOf({ regionCode }: Body): string | null {
  if (regionCode === null || !/^\d{2,12}$/.test(regionCode)) return null;
  let digits = regionCode;
  while (digits.length > 2 && digits.length <= 6 && digits.endsWith('00')) digits = digits.slice(0, -2);
  return digits;
}

/** The place whose government a government is: its code at the length of its level, and its regions by name. */
interface Government {
  readonly body: KnownBody;
  readonly code: string | null;
  readonly regions: string;
}

function governmentOf(body: KnownBody): Government {
  const digits = digitsOf(body);
  const length = DIGITS[body.level ?? ''];
  return {
    body,
    code: digits !== null && digits.length === length ? digits : null,
    regions: nameParts(body.name).regions.join(''),
  };
}

/** Codes that are known must not lie in different places; what is unknown contradicts nothing. */
function agrees(a: Body, b: Body): boolean {
  const [left, right] = [digitsOf(a), digitsOf(b)];
  return left === null || right === null || left.startsWith(right) || right.startsWith(left);
}

/** The code of the government above a body that was found in a region; null where the region does not tell. */
function codeAbove(body: KnownBody, regions: readonly string[]): string | null {
  const digits = digitsOf(body);
  if (digits === null) return null;
  const { kind, level } = body;
  if (kind === 'town' || kind === 'subdistrict') return digits.length >= 6 ? digits.slice(0, 6) : null;
  // A name that says its region has a government of that name, which the corpus does not hold.
  if (kind !== 'government') return regions.length > 0 ? null : digits;
  if (level === 'prefecture' || MUNICIPALITIES.has(digits.slice(0, 2))) return digits.slice(0, 2);
  return level === 'county' && digits.length >= 4 ? digits.slice(0, 4) : null;
}

type Finder = (body: KnownBody, regions: readonly string[]) => readonly KnownBody[];

/**
 * The ways to a parent, the surest first; the first that finds a body decides, and one that finds several leaves the parent
 * unknown.
 */
function finders(governments: readonly Government[]): readonly Finder[] {
  const byRegions = groupBy(governments, ({ regions }) => regions);
  const byLast = groupBy(governments, ({ body }) => nameParts(body.name).regions.at(-1) ?? '');
  const byCode = groupBy(governments, ({ code }) => code ?? '');
  const fitting = (found: readonly Government[] | undefined, body: KnownBody) =>
    (found ?? [])
      .map((one) => one.body)
      .filter((one) => one.id !== body.id && agrees(one, body))
      .filter(({ level }) => level === 'county' || (body.kind !== 'town' && body.kind !== 'subdistrict'));
  return [
    (body, regions) => fitting(byRegions.get(regions.join('')), body),
    (body, regions) => {
      // 鼓楼区 alone is many places: only a code that both have can tell which.
      const found = fitting(byLast.get(regions.at(-1) ?? ''), body);
      return found.filter((one) => digitsOf(one) !== null && digitsOf(body) !== null);
    },
    (body, regions) => fitting(byCode.get(codeAbove(body, regions) ?? ''), body),
  ];
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (key === '') continue;
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The government above each body, by name (绍兴市柯桥区财政局 belongs to 绍兴市柯桥区人民政府 or 柯桥区人民政府) or by the code of
 * the region it was found in (a town without a region in its name). Null where none or several fit: unknown stays unknown.
 */
export function inferParents(bodies: readonly KnownBody[]): ReadonlyMap<number, number | null> {
  const governments = bodies.filter(({ kind }) => kind === 'government').map(governmentOf);
  const ways = finders(governments);
  return new Map(
    bodies.map((body) => {
      if (isLedFromAbove(body.name)) return [body.id, null];
      const said = nameParts(body.name).regions;
      const all = said.length === 0 && body.place ? [body.place] : said;
      // The last region of a government's name is its own place.
      const regions = body.kind === 'government' ? all.slice(0, -1) : all;
      const found = ways.map((way) => way(body, regions)).find((candidates) => candidates.length > 0) ?? [];
      return [body.id, found.length === 1 ? (found[0]?.id ?? null) : null];
    }),
  );
}
