import type { FetchRecord, VisitOutcome } from '../../src/crawl/frontier.ts';
import { getOf, type Lead, type Visit } from '../../src/crawl/visit.ts';
import { textOf } from '../../src/messages/bilingual-error.ts';
import { STATUTORY } from '../discover/discover-article.ts';
import type { Discovery } from '../discover/discovery.ts';
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
      return excludeVisit(
        visit,
        'TOO_MANY_REDIRECTS',
        { zh: `经过 ${MOST_HOPS} 次以上的跳转才到这里`, en: `more than ${MOST_HOPS} redirects lead here` },
        clock.now(),
      );
    }
    if (!inScope(visit.url)) {
      const message = {
        zh: `${visit.url} 所在的主机不在任何声明之内`,
        en: `${visit.url} lies on a host that no declaration allows`,
      };
      return excludeVisit(visit, 'OUT_OF_SCOPE', message, clock.now());
    }
    const verdict = await this.#robots.verdict(host, visit.url);
    if (verdict === 'unreachable') {
      await frontier.release([visit]);
      return null;
    }
    if (verdict === 'disallowed') {
      const message = {
        zh: `${host.state.origin} 的 robots.txt 禁止访问 ${visit.url}`,
        en: `robots.txt of ${host.state.origin} forbids ${visit.url}`,
      };
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
    const discovery = visit.url === exchange.url && !visit.rendered ? this.#look(visit, answer) : null;
    const isPart = visit.url !== exchange.url || visit.rendered || discovery?.needsBrowser === true;
    if (!isPart || !this.#pages) return this.#conclude(host, visit, answer, discovery);
    this.#pages.keep(visit, left);
    return null;
  }

  /** The same of a place that was visited again since: only its `fetches` and `toRead` are of use. */
  takeUpLate(host: Host, visit: Visit, { exchange, position }: ArchivedVisit): VisitOutcome {
    // Which body a 304 stood for then is not known now.
    const asked = { ...visit, url: exchange.url, sha256: null };
    const answer = answerOf(asked, asked, exchange, { sha256: digestOf(exchange.body), homeSha256: null, position });
    const outcome = this.#conclude(host, visit, answer, null);
    const isPart = visit.url !== exchange.url || visit.rendered;
    return { ...outcome, toRead: outcome.toRead && !isPart };
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
    const discovery = this.#look(visit, answer);
    if (discovery?.needsBrowser && this.#pages) return this.#draw(this.#pages, host, visit, [answer.fetch]);
    return this.#conclude(host, visit, answer, discovery);
  }

  async #draw(pages: PageRenderer, host: Host, visit: Visit, before: readonly FetchRecord[]): Promise<VisitOutcome> {
    const { answer, fetches } = await pages.render(visit, before);
    return this.#conclude(host, visit, answer, this.#look(visit, answer, true), fetches);
  }

  /** Where a page leads; null where there is nothing new to look through. */
  #look(visit: Visit, { judgement, text, fetch, mediaType }: Answer, rendered = false): Discovery | null {
    if (judgement.kind !== 'ok' || text === null || visit.kind === 'attachment') return null;
    if (fetch.sha256 === visit.sha256) return null;
    const { kind, page, scope, family, body: posted } = visit;
    try {
      const found = { url: fetch.url, kind, text, mediaType, posted, page, scope, family, rendered };
      return this.#withinScope(this.#ports.discover(found));
    } catch (error) {
      const { zh, en } = textOf(error);
      const message = {
        zh: `无法查看该页面的内容（${zh}）；请连同网址一起报告`,
        en: `the page could not be looked through (${en}); please report it with its address`,
      };
      return {
        family: family ?? 'generic',
        leads: [],
        needsBrowser: false,
        remarks: [{ code: 'CR-INTERNAL', message }],
      };
    }
  }

  /** Links out of scope are named, not followed. */
  #withinScope(discovery: Discovery): Discovery {
    const outside = discovery.leads.filter((lead) => !this.#ports.inScope(lead.url));
    if (outside.length === 0) return discovery;
    const hosts = [...new Set(outside.map(({ url }) => new URL(url).host))].slice(0, 10).join(', ');
    const remark = {
      code: 'CR-OUT-OF-SCOPE',
      message: {
        zh: `有 ${outside.length} 个链接指向范围之外：${hosts}`,
        en: `${outside.length} links lead out of scope: ${hosts}`,
      },
    };
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
    const { judgement, text, isFile, fetch } = answer;
    const notDrawn =
      discovery?.needsBrowser && !drawn
        ? [
            {
              code: 'CR-NOT-RENDERED',
              message: {
                zh: '其列表由脚本绘出，而没有浏览器可用',
                en: 'its list is drawn by script, and there is no browser to draw it',
              },
            },
          ]
        : [];
    const holdsReport =
      visit.kind === 'report' || visit.kind === 'attachment' || (text !== null && STATUTORY.test(text));
    const { delay, strikes, notBefore, waitsFor, address } = host.state;
    const outcome = concludeVisit(
      visit,
      {
        fetch,
        judgement,
        discovery: discovery && { ...discovery, remarks: [...discovery.remarks, ...notDrawn] },
        movedTo: judgement.kind === 'redirect' ? leadTo(visit, judgement.to) : null,
        isDocument: !drawn && (isFile || holdsReport),
        rendered: drawn !== null,
        host: { id: host.id, delay, strikes, notBefore, waitsFor, address },
        now: this.#ports.clock.now(),
      },
      this.#settings,
    );
    return drawn ? { ...outcome, fetches: drawn } : outcome;
  }
}

function leadTo({ kind, title, scope }: Visit, url: string | null): Lead | null {
  return url === null ? null : { ...getOf(url), kind, title, date: null, scope };
}
