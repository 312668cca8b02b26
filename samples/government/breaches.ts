import type { Arrival } from './arrival.ts';
import type { Host, Robots } from './host.ts';

/** A request that a polite crawler would not have made, or not yet. */
export interface Breach {
  readonly kind:
    | 'two at once'
    | 'too soon'
    | 'Crawl-delay'
    | 'Retry-After'
    | 'disallowed'
    | 'robots not asked'
    | 'robots out of reach'
    | 'challenged'
    | 'user agent';
  readonly arrival: Arrival;
  readonly message: string;
}

export interface Manners {
  /** Between the end of one request on an address and the next, milliseconds. */
  readonly leastDelay: number;
  /** The pause is also this many times as long as the last request took; 0 for no such rule. */
  readonly factor: number;
  /** No pause need be longer, milliseconds. */
  readonly mostDelay?: number;
  /** What two clocks may differ by, milliseconds. */
  readonly slack?: number;
  /** What each host name says in robots.txt; see `robotsOf`. */
  readonly robots: ReadonlyMap<string, Robots>;
  /** Hosts whose robots.txt is still known from an earlier run. */
  readonly robotsKnown?: readonly string[];
}

/** The robots of every name that the hosts have. */
export const robotsOf = (hosts: readonly Host[]): ReadonlyMap<string, Robots> =>
  new Map(hosts.flatMap(({ names, robots }) => names.map((name) => [name, robots] as const)));

/** What came before a request: the last that fits. */
type Last = (fits: (arrival: Arrival) => boolean) => Arrival | undefined;

type Check = (arrival: Arrival, last: Last, manners: Manners) => readonly [Breach['kind'], string] | null;

const SLACK = 5;
const endOf = ({ endedAt }: Arrival): number => endedAt ?? Number.POSITIVE_INFINITY;
const isRobots = ({ path }: Arrival): boolean => path === '/robots.txt';
const ms = (time: number): string => `${Math.round(time)} ms`;

const lastBefore =
  (log: readonly Arrival[], place: number): Last =>
  (fits) => {
    for (let at = place - 1; at >= 0; at -= 1) {
      const arrival = log[at];
      if (arrival && fits(arrival)) return arrival;
    }
    return undefined;
  };

const twoAtOnce: Check = (arrival, last, { slack = SLACK }) => {
  const open = last((one) => one.address === arrival.address && endOf(one) > arrival.at + slack);
  return open ? ['two at once', `${open.host}${open.path} was still being answered on ${arrival.address}`] : null;
};

const tooSoon: Check = (arrival, last, { leastDelay, factor, mostDelay = Number.POSITIVE_INFINITY, slack = SLACK }) => {
  const before = last(({ address }) => address === arrival.address);
  if (!before) return null;
  const due = Math.min(Math.max(leastDelay, factor * (endOf(before) - before.at)), mostDelay);
  const gap = arrival.at - endOf(before);
  return gap + slack < due
    ? ['too soon', `${ms(gap)} after ${before.host}${before.path} on ${arrival.address}, ${ms(due)} are due`]
    : null;
};

const crawlDelay: Check = (arrival, last, { robots, slack = SLACK }) => {
  const seconds = robots.get(arrival.host)?.crawlDelay ?? null;
  const before = last(({ host }) => host === arrival.host);
  if (seconds === null || !before) return null;
  const due = seconds * 1000;
  const gap = arrival.at - endOf(before);
  return gap + slack < due ? ['Crawl-delay', `${ms(gap)} after the last, robots.txt asks for ${ms(due)}`] : null;
};

const retryAfter: Check = (arrival, last, { slack = SLACK }) => {
  const busy = last((one) => one.host === arrival.host && one.retryAfter !== null);
  if (!busy) return null;
  const gap = arrival.at - endOf(busy);
  const due = (busy.retryAfter ?? 0) * 1000;
  return gap + slack < due ? ['Retry-After', `${ms(gap)} after ${busy.path} asked to wait ${ms(due)}`] : null;
};

const disallowed: Check = (arrival, _, { robots }) => {
  const rule = robots.get(arrival.host)?.disallow.find((start) => arrival.path.startsWith(start));
  return rule && !isRobots(arrival) ? ['disallowed', `robots.txt of ${arrival.host} disallows ${rule}`] : null;
};

const robotsNotAsked: Check = (arrival, last, { robotsKnown = [] }) => {
  if (isRobots(arrival) || arrival.host === '' || robotsKnown.includes(arrival.host)) return null;
  const asked = last((one) => one.host === arrival.host && isRobots(one) && endOf(one) <= arrival.at + SLACK);
  return asked ? null : ['robots not asked', `nobody had read robots.txt of ${arrival.host} before`];
};

const robotsOutOfReach: Check = (arrival, _, { robots }) => {
  const status = robots.get(arrival.host)?.status ?? 200;
  return status >= 500 && !isRobots(arrival)
    ? ['robots out of reach', `robots.txt of ${arrival.host} answers ${status}`]
    : null;
};

const challenged: Check = (arrival, last) => {
  const page = last((one) => one.host === arrival.host && one.challenge && endOf(one) < arrival.at);
  return page ? ['challenged', `${page.path} of ${arrival.host} had answered with a challenge`] : null;
};

/** Names that only browsers and the robots of search engines may bear. */
const BORROWED = /Chrome\/|Safari\/|Firefox\/|Googlebot|Baiduspider|bingbot|Sogou/i;
const CONTACT = /https?:\/\/|[\w.]+@[\w.]+/;

const userAgent: Check = ({ userAgent: name, host }) => {
  if (host === '') return null;
  if (!name) return ['user agent', 'it said no name'];
  if (BORROWED.test(name)) return ['user agent', `it called itself ${name}`];
  return CONTACT.test(name) ? null : ['user agent', `${name} says nobody to write to`];
};

/** For pages alone: what a page loads by itself in a browser follows at once. */
const PACE: readonly Check[] = [twoAtOnce, tooSoon, crawlDelay];
const ALWAYS: readonly Check[] = [retryAfter, disallowed, robotsNotAsked, robotsOutOfReach, challenged, userAgent];

/** Every breach of manners in a log, in its order. An empty list is what a polite crawl leaves behind. */
export function findBreaches(log: readonly Arrival[], manners: Manners): readonly Breach[] {
  const ordered = log.toSorted((a, b) => a.at - b.at);
  // What was no HTTP at all (a connection that broke off) asked for nothing.
  const pages = ordered.filter(({ part, host }) => !part && host !== '');
  let page = 0;
  return ordered.flatMap((arrival, place) => {
    const unpaced = arrival.part || arrival.host === '';
    const paced = unpaced ? [] : PACE.map((check) => check(arrival, lastBefore(pages, page), manners));
    const held = ALWAYS.map((check) => check(arrival, lastBefore(ordered, place), manners));
    if (!unpaced) page += 1;
    return [...paced, ...held].flatMap((found): Breach[] => {
      if (!found) return [];
      const [kind, what] = found;
      return [{ kind, arrival, message: `${arrival.method} ${arrival.host}${arrival.path}: ${what}` }];
    });
  });
}
