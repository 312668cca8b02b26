import { getRequest } from '../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import {
  ASKED_AGAIN_AFTER,
  concludeRobots,
  crawlDelay,
  type RobotsState,
  robotsUrl,
  robotsVerdict,
} from '../robots.ts';
import { digestOf, failedRecord, fetchRecord } from './answer.ts';
import type { ArchivedEntry } from './crawl.ts';
import type { Host } from './hosts.ts';
import type { CrawlPorts } from './ports.ts';
import type { Requests } from './requests.ts';

const AWAY = { zh: '无法取得其 robots.txt', en: 'its robots.txt is out of reach' };
const PLAIN = { referer: null, etag: null, lastModified: null } as const;

interface Asked {
  readonly fetch: FetchRecord;
  readonly outcome: { readonly follow: string } | RobotsState;
}

/** Knows what each host's robots.txt allows, and asks for it where that is not known or out of date. */
export class RobotsKeeper {
  readonly #ports: CrawlPorts;
  readonly #requests: Requests;
  readonly #hostOf: (origin: string) => Host | null;

  readonly #retries: readonly number[];

  constructor(
    ports: CrawlPorts,
    requests: Requests,
    retries: readonly number[],
    hostOf: (origin: string) => Host | null,
  ) {
    this.#ports = ports;
    this.#requests = requests;
    this.#retries = retries;
    this.#hostOf = hostOf;
  }

  /** `unreachable` puts the host off until it may be asked for again: soon at first, then after an hour. */
  async verdict(host: Host, url: string): Promise<'allowed' | 'disallowed' | 'unreachable'> {
    const { clock, frontier } = this.#ports;
    let verdict = robotsVerdict(host.state, url, clock.now());
    const isWaiting = host.readyAt > clock.now();
    if (verdict === 'unreachable' && host.robotsFailures > 0) {
      if (isWaiting) return 'unreachable';
      verdict = 'ask';
    }
    if (verdict === 'ask') {
      await this.#ask(host);
      verdict = robotsVerdict(host.state, url, clock.now());
    }
    if (verdict === 'allowed' || verdict === 'disallowed') return verdict;
    // Also where an earlier run learnt it and was killed before it had put the host off.
    const wait = this.#retries[host.robotsFailures] ?? ASKED_AGAIN_AFTER;
    host.robotsFailures += 1;
    const notBefore = Math.max((host.state.robotsAt ?? clock.now()) + wait, host.state.notBefore);
    await frontier.setHost(host.change({ notBefore, waitsFor: AWAY }));
    return 'unreachable';
  }

  /** Through the redirects that lead to it, each hop in the turn of its own host. */
  async #ask(host: Host): Promise<void> {
    const { clock, frontier, inScope } = this.#ports;
    let url = robotsUrl(host.state.origin);
    let asked = host;
    for (let hops = 0; ; hops += 1) {
      const { fetch, outcome } = await this.#request(asked, url, hops);
      await this.#writeDown(host, fetch, outcome);
      if (!('follow' in outcome)) return;
      const target = this.#hostOf(new URL(outcome.follow).origin);
      // On a host that is not crawled it can't be asked for politely: as if there were none (RFC 9309, 2.3.1.2).
      if (!target || !inScope(outcome.follow)) {
        await frontier.setHost(host.change({ robots: null, robotsStatus: 404, robotsAt: clock.now() }));
        return;
      }
      asked = target;
      url = outcome.follow;
    }
  }

  /**
   * What a killed run had asked and not written down; one that leads elsewhere is asked again. One that another host's led to, or
   * that is older than what is known, changes nothing.
   */
  async resume(host: Host, { exchange, position }: ArchivedEntry): Promise<void> {
    const request = getRequest(exchange.url);
    const fetch = fetchRecord(request, exchange, digestOf(exchange.body), position);
    const isNews = exchange.url === robotsUrl(host.state.origin) && exchange.startedAt > (host.state.robotsAt ?? 0);
    if (isNews) await this.#writeDown(host, fetch, concludeRobots(exchange, 0, exchange.startedAt));
    else await this.#ports.frontier.commitRobots(fetch, { id: host.id });
  }

  async #writeDown(host: Host, fetch: FetchRecord, outcome: Asked['outcome']): Promise<void> {
    const { clock, frontier } = this.#ports;
    if ('follow' in outcome) return frontier.commitRobots(fetch, { id: host.id });
    // The pause that it asks for is due after this request already.
    const notBefore = Math.max(host.state.notBefore, clock.now() + crawlDelay(outcome));
    await frontier.commitRobots(fetch, host.change({ ...outcome, notBefore }));
  }

  async #request(host: Host, url: string, hops: number): Promise<Asked> {
    const { archive, clock } = this.#ports;
    const request = getRequest(url);
    return this.#requests.ask(host, request, PLAIN, async (came) => {
      host.robotsError = came instanceof Error ? came : null;
      if (came instanceof Error) {
        const fetch = failedRecord(request, came, clock.now());
        return { value: { fetch, outcome: concludeRobots(null, hops, clock.now()) }, kind: 'silence' as const };
      }
      const sha256 = digestOf(came.body);
      const position = await archive.write(came, { place: null, sha256, previous: null });
      const kind = came.status === 429 || came.status >= 500 ? ('busy' as const) : ('ok' as const);
      return {
        value: {
          fetch: fetchRecord(request, came, sha256, position),
          outcome: concludeRobots(came, hops, clock.now()),
        },
        kind,
      };
    });
  }
}
