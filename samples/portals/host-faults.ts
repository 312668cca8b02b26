import { challenge, slider } from '../government/faults.ts';
import { type Host, OPEN } from '../government/host.ts';
import { type Answer, type Asked, answerOf, html, type Page, redirect } from '../government/page.ts';
import type { BuiltSite } from './build-site.ts';
import type { Drawn } from './dimensions.ts';

/** What is wrong with whole hosts, and which reason a crawl should give where it keeps reports away for good. */

export type Fault = Drawn['fault'];

/** The codes that are right for what a fault keeps away; none for a fault that patience overcomes. */
export const REASONS: Readonly<Partial<Record<Fault, readonly string[]>>> = {
  challenge: ['CHALLENGED'],
  slider: ['CHALLENGED'],
  'robots down': ['ROBOTS_UNREACHABLE'],
  parked: ['UNREACHABLE', 'NO_WAY_FOUND', 'EMPTY_COLUMNS'],
};

/** Minutes from the first question on. */
const ROBOTS_LATE = 2;
const DOWN = 4;
/** Seconds. */
const BUSY = 2;

/** One address in five is too much for the server at first. */
export const isBusy = (path: string): boolean => [...path].reduce((sum, one) => sum + one.charCodeAt(0), 0) % 5 === 0;

export interface Clock {
  /** ms since 1970. */
  readonly now: () => number;
  /** How many ms of it a minute has. */
  readonly minute: number;
}

const UNAVAILABLE = html('<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>', { status: 503 });

const PARKED = html(
  '<!DOCTYPE html><html><head><title>域名出售</title></head><body><h1>该域名可出售</h1><p>This domain is for sale.</p><a href="http://www.domain-sale.example/buy">立即购买</a></body></html>',
);

const COOKIE = 'CT6T=ok';

type Around = (page: Page, path: string) => Page;

/** What the fault makes of each page. */
function aroundOf(fault: Fault, since: (asked: Asked) => number, minute: number): Around {
  const instead =
    (answer: () => Answer): Around =>
    () =>
    () =>
      answer();
  switch (fault) {
    case 'challenge':
      return instead(challenge);
    case 'slider':
      return instead(slider);
    case 'parked':
      return instead(() => PARKED);
    case 'down a while':
      return (page) => (asked) => (since(asked) < DOWN * minute ? UNAVAILABLE : answerOf(page, asked));
    case 'cookie':
      return (page) => (asked) =>
        asked.method === 'GET' && !asked.headers.cookie?.includes(COOKIE)
          ? redirect(asked.url.pathname + asked.url.search, 302, { 'Set-Cookie': `${COOKIE}; Path=/` })
          : answerOf(page, asked);
    case 'busy':
      return (page, path) => (asked) =>
        asked.before === 0 && isBusy(path)
          ? html('<html><body>Too Many Requests</body></html>', {
              status: 429,
              headers: { 'Retry-After': String(BUSY) },
            })
          : answerOf(page, asked);
    default:
      return (page) => page;
  }
}

/** The site as a host to be served. */
export function hostOf({ plan, pages }: BuiltSite, { now, minute }: Clock): Host {
  const { fault } = plan.drawn;
  let first: number | null = null;
  const since = (): number => {
    first ??= now();
    return now() - first;
  };
  const around = aroundOf(fault, since, minute);
  const robots = OPEN;
  const robotsPage: Page = () => {
    const late = fault === 'robots down' || (fault === 'robots late' && since() < ROBOTS_LATE * minute);
    return late ? UNAVAILABLE : { type: 'text/plain', body: 'User-agent: *\nDisallow: /search/\n' };
  };
  return {
    names: [plan.host],
    address: plan.address,
    robots: { ...robots, disallow: ['/search/'], status: fault === 'robots down' ? 503 : 200 },
    validators: plan.drawn.validators,
    missing: fault === 'parked' ? 'home page' : 'not found',
    family: plan.template.name,
    publisher: null,
    traps: [],
    places: [],
    pages: {
      ...Object.fromEntries(Object.entries(pages).map(([path, page]) => [path, around(page, path)])),
      '/robots.txt': robotsPage,
    },
  };
}
