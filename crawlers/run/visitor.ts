import type { FetchRecord, VisitOutcome } from '../../src/crawl/frontier.ts';
import { getOf, type Lead, type Visit } from '../../src/crawl/visit.ts';
import type { Discovery } from '../explore/discovery.ts';
import { type Answer, answerOf, digestOf } from './answer.ts';
import { concludeVisit, excludeVisit } from './conclude-visit.ts';
import type { ArchivedVisit } from './crawl.ts';
import type { Host } from './hosts.ts';
import { PageRenderer } from './page-renderer.ts';
import type { CrawlPorts } from './ports.ts';
import type { Requests } from './requests.ts';
import { RobotsKeeper } from './robots-keeper.ts';
import type { CrawlSettings } from './settings.ts';

const MOST_HOPS = 5;

/** Makes visits: asks for a place, judges what comes, archives it and looks for where it leads. */
export class Visitor {
  readonly #ports: CrawlPorts;
  readonly #settings: CrawlSettings;
  readonly #requests: Requests;
  readonly #robots: RobotsKeeper;
  readonly #pages: PageRenderer | null;
  /** Digests of the home pages met in this run, by origin. */
  readonly #homes = new Map<string, string>();

  constructor(ports: CrawlPorts, settings: CrawlSettings, requests: Requests, hostOf: (origin: string) => Host | null) {
    this.#ports = ports;
    this.#settings = settings;
    this.#requests = requests;
    this.#robots = new RobotsKeeper(ports, requests, hostOf);
    const { renderer } = ports;
    const { patience } = settings;
    this.#pages = renderer && new PageRenderer({ ports, renderer, requests, robots: this.#robots, hostOf, patience });
  }

  /** Null: the host can't be asked now; the place was given back. Throws `Stopped`. */
  async visit(host: Host, visit: Visit): Promise<VisitOutcome | null> {
    const { clock, frontier, inScope } = this.#ports;
    if (visit.hops > MOST_HOPS) {
      return excludeVisit(visit, 'TOO_MANY_REDIRECTS', `more than ${MOST_HOPS} redirects lead here`, clock.now());
    }
    if (!inScope(visit.url)) {
      const message = `${visit.url} lies on a host that no declaration allows`;
      return excludeVisit(visit, 'OUT_OF_SCOPE', message, clock.now());
    }
    const verdict = await this.#robots.verdict(host, visit.url);
    if (verdict === 'unreachable') {
      await frontier.release([visit]);
      return null;
    }
    if (verdict === 'disallowed') {
      const message = `robots.txt of ${host.state.origin} forbids ${visit.url}`;
      return excludeVisit(visit, 'ROBOTS', message, clock.now());
    }
    return visit.rendered && this.#pages ? this.#draw(this.#pages, host, visit, []) : this.#fetch(host, visit);
  }

  /**
   * What an earlier run had archived and not written down when it was killed. Null: the answer is a part of a page that has
   * to be drawn, and will be given to the browser when the page is.
   */
  takeUp(host: Host, visit: Visit, left: ArchivedVisit): VisitOutcome | null {
    const { exchange, position } = left;
    const answer = answerOf(visit, visit, exchange, { sha256: digestOf(exchange.body), homeSha256: null, position });
    this.#requests.settle(host, { ...exchange, kind: answer.judgement.kind, at: exchange.startedAt + exchange.took });
    const discovery = visit.url === exchange.url && !visit.rendered ? this.#look(host, visit, answer) : null;
    const isPart = visit.url !== exchange.url || visit.rendered || discovery?.needsBrowser === true;
    if (!isPart || !this.#pages) return this.#conclude(host, visit, answer, discovery);
    this.#pages.keep(visit, left);
    return null;
  }

  takeUpRobots(host: Host, left: ArchivedVisit): Promise<void> {
    return this.#robots.takeUp(host, left);
  }

  async #fetch(host: Host, visit: Visit): Promise<VisitOutcome> {
    const { referer, etag, lastModified, rendered } = visit;
    const headers = rendered ? { referer, etag: null, lastModified: null } : { referer, etag, lastModified };
    const { origin } = host.state;
    const { answer } = await this.#requests.askFor(host, visit, visit, headers, this.#homes.get(origin) ?? null);
    const { sha256 } = answer.fetch;
    if (visit.url === `${origin}/` && sha256 !== null && answer.judgement.kind === 'ok')
      this.#homes.set(origin, sha256);
    const discovery = this.#look(host, visit, answer);
    if (discovery?.needsBrowser && this.#pages && (await this.#mayDraw(visit)))
      return this.#draw(this.#pages, host, visit, [answer.fetch]);
    return this.#conclude(host, visit, answer, discovery);
  }

  /** A page of unknown role is drawn within its portal's budget. */
  async #mayDraw(visit: Visit): Promise<boolean> {
    return visit.score === null || this.#ports.frontier.takeRendering(visit);
  }

  async #draw(pages: PageRenderer, host: Host, visit: Visit, before: readonly FetchRecord[]): Promise<VisitOutcome> {
    const { answer, fetches } = await pages.render(visit, before);
    return this.#conclude(host, visit, answer, this.#look(host, visit, answer, true), fetches);
  }

  /** Where a page leads; null where there is nothing new to look through. */
  #look(host: Host, visit: Visit, { judgement, text, fetch, mediaType }: Answer, rendered = false): Discovery | null {
    if (judgement.kind !== 'ok' || text === null || visit.kind === 'attachment') return null;
    if (fetch.sha256 === visit.sha256) return null;
    const { kind, words, agency, year, page, scope, family, body: posted } = visit;
    const furniture = host.furniture;
    try {
      const found = {
        url: fetch.url,
        kind,
        words,
        agency,
        year,
        text,
        mediaType,
        posted,
        page,
        scope,
        family,
        rendered,
        furniture,
      };
      return this.#withinScope(this.#ports.discover(found));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `the page could not be looked through (${reason}); please report it with its address`;
      return {
        family: family ?? 'generic',
        verdict: 'decoy',
        leads: [],
        needsBrowser: false,
        remarks: [{ code: 'CR-INTERNAL', message }],
        furniture: null,
      };
    }
  }

  /** Links out of scope are named, not followed. */
  #withinScope(discovery: Discovery): Discovery {
    const outside = discovery.leads.filter((lead) => !this.#ports.inScope(lead.url));
    if (outside.length === 0) return discovery;
    const hosts = [...new Set(outside.map(({ url }) => new URL(url).host))].slice(0, 10).join(', ');
    const remark = { code: 'CR-OUT-OF-SCOPE', message: `${outside.length} links lead out of scope: ${hosts}` };
    const leads = discovery.leads.filter((lead) => !outside.includes(lead));
    return { ...discovery, leads, remarks: [...discovery.remarks, remark] };
  }

  /** `drawn` are the requests of a page that a browser drew; what it shows is not what the archive holds. */
  #conclude(
    host: Host,
    visit: Visit,
    answer: Answer,
    discovery: Discovery | null,
    drawn: readonly FetchRecord[] | null = null,
  ): VisitOutcome {
    const { judgement, isFile, fetch } = answer;
    const notDrawn =
      discovery?.needsBrowser && !drawn
        ? [{ code: 'CR-NOT-RENDERED', message: 'its list is drawn by script, and there is no browser to draw it' }]
        : [];
    const isReport = discovery
      ? discovery.verdict === 'article'
      : visit.kind === 'report' || visit.kind === 'attachment';
    const first = discovery?.furniture && host.state.furniture === null ? { furniture: discovery.furniture } : {};
    host.change(first);
    const { delay, strikes, notBefore, waitsFor, address } = host.state;
    const outcome = concludeVisit(
      visit,
      {
        fetch,
        judgement,
        discovery: discovery && { ...discovery, remarks: [...discovery.remarks, ...notDrawn] },
        movedTo: judgement.kind === 'redirect' ? leadTo(visit, judgement.to) : null,
        isDocument: !drawn && (isFile || isReport),
        rendered: drawn !== null,
        host: { id: host.id, delay, strikes, notBefore, waitsFor, address, ...first },
        now: this.#ports.clock.now(),
      },
      this.#settings,
    );
    return drawn ? { ...outcome, fetches: drawn } : outcome;
  }
}

function leadTo({ kind, title, scope, score, words, agency, year }: Visit, url: string | null): Lead | null {
  return url === null ? null : { ...getOf(url), kind, title, date: null, scope, score, words, agency, year };
}
