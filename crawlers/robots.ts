import { BoundedCache } from '../src/model/bytes/bounded-cache.ts';
import type { HostState } from '../src/model/crawl/frontier.ts';
import { type Exchange, headerOf } from './http/exchange.ts';
import { locationOf } from './http/location.ts';
import { allows, parseRobots, type RobotsRules } from './robots-rules.ts';
import { PRODUCT_TOKEN } from './user-agent.ts';

/** What is remembered of a host's robots.txt. A status of 0: it was asked and nobody answered. */
export type RobotsState = Pick<HostState, 'robots' | 'robotsStatus' | 'robotsAt'>;

/** `ask`: it must be fetched before anything else; `unreachable`: it lately could not be, so the host is left alone. */
type RobotsVerdict = 'allowed' | 'disallowed' | 'ask' | 'unreachable';

/** Octets that are read of it, as RFC 9309 sets the least that a crawler must read. */
const LONGEST = 500 * 1024;
const MOST_HOPS = 5;
const KEPT_FOR = 24 * 3_600_000;
/** After it was out of reach. */
export const ASKED_AGAIN_AFTER = 3_600_000;
const LONGEST_DELAY = 120_000;

/** Where a host's robots.txt stands. */
export const robotsUrl = (origin: string): string => `${origin}/robots.txt`;

/** Whether an address of the host may be asked at `now`, ms since 1970. */
export function robotsVerdict(state: RobotsState, url: string, now: number): RobotsVerdict {
  if (state.robotsAt === null || state.robotsStatus === null) return 'ask';
  const age = now - state.robotsAt;
  const away = isAway(state.robotsStatus);
  if (age < 0 || age >= (away ? ASKED_AGAIN_AFTER : KEPT_FOR)) return 'ask';
  if (away) return 'unreachable';
  if (state.robots === null) return 'allowed';
  const { pathname, search } = new URL(url);
  return allows(rulesOf(state.robots), pathname + search) ? 'allowed' : 'disallowed';
}

/** The pause between requests that robots.txt asks for, ms; at most two minutes, 0 where it asks for none. */
export function crawlDelay({ robots }: Pick<RobotsState, 'robots'>): number {
  if (robots === null) return 0;
  return Math.min((rulesOf(robots).crawlDelay ?? 0) * 1000, LONGEST_DELAY);
}

/**
 * What an answer to a request for robots.txt comes to: another address to ask (`follow`, up to five of them), or what to
 * remember. 2xx is read; other 3xx and 4xx mean that there is none; 5xx, 429 and no answer (`null`) put the host off.
 */
export function concludeRobots(
  answer: Pick<Exchange, 'url' | 'status' | 'headers' | 'body'> | null,
  hops: number,
  now: number,
): { readonly follow: string } | RobotsState {
  const status = answer?.status ?? 0;
  const answered = (robots: string | null): RobotsState => ({ robots, robotsStatus: status, robotsAt: now });
  if (!answer) return answered(null);
  if (status >= 300 && status < 400 && hops < MOST_HOPS && headerOf(answer, 'location') !== null) {
    const target = locationOf(answer);
    if (target !== null) return { follow: target };
  }
  return answered(status >= 200 && status < 300 ? robotsText(answer.body) : null);
}

const isAway = (status: number): boolean => status < 200 || status === 429 || status >= 500;

/** A line that the cap cuts is left out: half a path would say something else. */
function robotsText(body: Uint8Array): string {
  const read = body.subarray(0, LONGEST);
  const whole =
    body.length <= LONGEST ? read : read.subarray(0, Math.max(read.lastIndexOf(10), read.lastIndexOf(13)) + 1);
  return new TextDecoder().decode(whole);
}

const MOST_REMEMBERED = 200;
const remembered = new BoundedCache<string, RobotsRules>(MOST_REMEMBERED);

function rulesOf(text: string): RobotsRules {
  const known = remembered.get(text);
  if (known) return known;
  const rules = parseRobots(text, PRODUCT_TOKEN);
  remembered.set(text, rules);
  return rules;
}
