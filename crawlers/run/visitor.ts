import type { Allowance, VisitOutcome } from '../../src/model/crawl/frontier.ts';
import { type Ask, getOf, type Lead, type Visit } from '../../src/model/crawl/visit.ts';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Discovery, FoundPage } from '../explore/discovery.ts';
import { RECIPE } from '../explore/paging/next-page.ts';
import { REMARKS } from '../explore/remarks.ts';
import { type Answer, answerOf, digestOf, noAnswer } from './answer.ts';
import { archiveDrawn } from './archive-drawn.ts';
import { concludeVisit, excludeVisit } from './conclude-visit.ts';
import type { ArchivedVisit } from './crawl.ts';
import { drawList } from './draw-list.ts';
import { checkParts, fetchParts, type PartFetcher, type Parts } from './fetch-parts.ts';
import type { Host } from './hosts.ts';
import { LeftOvers } from './left-overs.ts';
import { type Came, PageRenderer } from './page-renderer.ts';
import type { CrawlPorts, RequestHeaders } from './ports.ts';
import type { Requests } from './requests.ts';
import { RobotsKeeper } from './robots-keeper.ts';
import type { CrawlSettings } from './settings.ts';
import { ShellRecipes } from './shell-recipes.ts';

const MOST_HOPS = 5;

const NOWHERE: ReadonlySet<string> = new Set();
const UNCOUNTED: Allowance = { isGiven: true, used: 0, of: 0 };
const NO_PARTS: Parts = { fetches: [], remarks: [] };

/** Makes visits: asks for a place, judges what comes, archives it and looks for where it leads. */
export class Visitor {
  readonly #ports: CrawlPorts;
  readonly #settings: CrawlSettings;
  readonly #requests: Requests;
  readonly #robots: RobotsKeeper;
  readonly #pages: PageRenderer | null;
  readonly #leftOvers = new LeftOvers();
  readonly #shells: ShellRecipes;
  /** Digests of the home pages met in this run, by origin. */
  readonly #homes = new Map<string, string>();

  constructor(ports: CrawlPorts, settings: CrawlSettings, requests: Requests, hostOf: (origin: string) => Host | null) {
    this.#ports = ports;
    this.#settings = settings;
    this.#requests = requests;
    this.#robots = new RobotsKeeper(ports, requests, settings.retries, hostOf);
    this.#shells = new ShellRecipes((page) => ports.frontier.drawnRoute(page));
    const { renderer } = ports;
    const { patience } = settings;
    const leftOvers = this.#leftOvers;
    this.#pages =
      renderer && new PageRenderer({ ports, renderer, requests, robots: this.#robots, hostOf, patience, leftOvers });
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
      const error = visit.url.startsWith('https:') ? host.robotsError : null;
      const answer = error && noAnswer(visit, visit, error, clock.now());
      // A host that does not speak https at all has its pages, and its robots.txt, under http.
      if (answer?.judgement.kind === 'redirect') return { ...this.#conclude(host, visit, answer, null), fetches: [] };
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
    return visit.rendered && this.#pages ? this.#draw(this.#pages, host, visit, null) : this.#fetch(host, visit);
  }

  /**
   * What an earlier run had archived and not written down when it was killed. Null: the visit takes several
   * requests, and the answer will stand for one of them when it is made again.
   */
  async takeUp(host: Host, visit: Visit, left: ArchivedVisit): Promise<VisitOutcome | null> {
    const { exchange, position } = left;
    const answer = answerOf(visit, visit, exchange, { sha256: digestOf(exchange.body), homeSha256: null, position });
    this.#requests.settle(host, { ...exchange, kind: answer.judgement.kind, at: exchange.startedAt + exchange.took });
    const discovery = visit.url === exchange.url && !visit.rendered ? await this.#look(host, visit, answer) : null;
    const isDrawn = this.#pages && (visit.rendered || discovery?.needsBrowser === true);
    const isWhole = visit.url === exchange.url && !isDrawn && !discovery?.nextPart;
    if (isWhole) return this.#conclude(host, visit, answer, discovery);
    this.#leftOvers.keep(visit, left);
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
    const came = await this.#ask(host, visit, visit, headers);
    const { answer } = came;
    const { sha256 } = answer.fetch;
    if (visit.url === `${origin}/` && sha256 !== null && answer.judgement.kind === 'ok')
      this.#homes.set(origin, sha256);
    if (isUnchanged(visit, answer)) return this.#checkParts(host, visit, answer);
    const seen = await this.#look(host, visit, answer);
    const discovery = seen?.needsBrowser ? await this.#withRecipe(visit, seen) : seen;
    const allowance = discovery?.needsBrowser && this.#pages ? await this.#mayDraw(visit) : null;
    if (allowance?.isGiven && this.#pages) return this.#draw(this.#pages, host, visit, came);
    const parts = discovery?.nextPart
      ? await fetchParts(visit, discovery.nextPart, this.#partFetcher(host, visit))
      : NO_PARTS;
    const remarks = allowance ? [REMARKS.renderingsSpent(allowance), ...parts.remarks] : parts.remarks;
    return this.#conclude(host, visit, answer, discovery, { remarks, fetches: [answer.fetch, ...parts.fetches] });
  }

  /** One request of a visit, unless a killed run had its answer already. */
  async #ask(host: Host, visit: Visit, ask: Ask, headers: RequestHeaders): Promise<Came> {
    const left = this.#leftOvers.take(visit, ask.url);
    const homeSha256 = this.#homes.get(host.state.origin) ?? null;
    if (!left) return this.#requests.askFor(host, visit, ask, headers, homeSha256);
    const { exchange, position } = left;
    const answer = answerOf(visit, ask, exchange, { sha256: digestOf(exchange.body), homeSha256, position });
    return { answer, exchange };
  }

  /** The first page of a report is what it was; what stands on its further pages may have changed. */
  async #checkParts(host: Host, visit: Visit, answer: Answer): Promise<VisitOutcome> {
    const known = await this.#ports.frontier.partsOf(visit.id);
    if (known.length === 0) return this.#conclude(host, visit, answer, null);
    const { fetches, remarks, changed } = await checkParts(visit, known, this.#partFetcher(host, visit));
    const stand = changed ? { ...visit, changedAt: this.#ports.clock.now() } : visit;
    const outcome = this.#conclude(host, stand, answer, null);
    return { ...outcome, fetches: [...outcome.fetches, ...fetches], remarks, toRead: changed };
  }

  #partFetcher(host: Host, visit: Visit): PartFetcher {
    const fresh = { ...visit, sha256: null };
    return {
      ask: async (ask, known) => {
        const isHere = new URL(ask.url).origin === host.state.origin;
        if (!isHere || (await this.#robots.verdict(host, ask.url)) !== 'allowed') return null;
        const { etag = null, lastModified = null, sha256 = null } = known ?? {};
        const headers = { referer: visit.url, etag, lastModified };
        return (await this.#ask(host, { ...visit, sha256 }, ask, headers)).answer;
      },
      look: (answer, page) => this.#look(host, { ...fresh, kind: 'report', page }, answer),
    };
  }

  /** A page of unknown role is drawn within its portal's budget. */
  async #mayDraw(visit: Visit): Promise<Allowance> {
    return visit.score === null ? UNCOUNTED : this.#ports.frontier.takeRendering(visit);
  }

  /** A shell whose other route was drawn is asked for plainly. */
  async #withRecipe({ url, agency, year, words }: Visit, discovery: Discovery): Promise<Discovery> {
    const recipe = await this.#shells.recipeFor(url);
    if (!recipe) return discovery;
    const leads = [...discovery.leads, { ...recipe, agency, year, words }];
    return { ...discovery, verdict: 'hub', leads, needsBrowser: false };
  }

  /** `before`: the page itself, where it was asked for plainly. */
  async #draw(pages: PageRenderer, host: Host, visit: Visit, before: Came | null): Promise<VisitOutcome> {
    const ledTo = await this.#ledTo(visit);
    const drawn = await drawList(pages, visit, before, {
      pageOf: (answer) => pageOf(host, visit, answer, { rendered: true, ledTo }),
      look: (page) => this.#discover(page),
    });
    const { answer, discovery, fetches } = drawn;
    const recipe = discovery?.leads.find(({ scope }) => scope?.progress?.dialect === RECIPE);
    if (recipe) this.#shells.learn(visit.url, recipe);
    const document = discovery?.verdict === 'article' ? await archiveDrawn(this.#ports, visit, answer) : null;
    const more = { ...drawn, fetches: document ? [...fetches, document] : fetches, remarks: [], drawn: true };
    return this.#conclude(host, visit, answer, discovery, { ...more, isDocument: document !== null });
  }

  /** Where a page leads; null where there is nothing new to look through. */
  async #look(host: Host, visit: Visit, answer: Answer): Promise<Discovery | null> {
    const page = pageOf(host, visit, answer, { rendered: false, ledTo: await this.#ledTo(visit) });
    return page && this.#discover(page);
  }

  /** What the page before led to; of a report, and of a further page of a list, nothing hangs on it. */
  async #ledTo({ via, kind }: Visit): Promise<ReadonlySet<string>> {
    return via === null || kind !== 'column' ? NOWHERE : this.#ports.frontier.ledTo(via);
  }

  #discover(page: FoundPage): Discovery {
    try {
      return this.#withinScope(this.#ports.discover(page));
    } catch (error) {
      const { zh, en } = textOf(error);
      const message = {
        zh: `无法查看该页面的内容（${zh}）；请连同网址一起报告`,
        en: `the page could not be looked through (${en}); please report it with its address`,
      };
      return {
        family: page.family ?? 'generic',
        verdict: 'decoy',
        leads: [],
        needsBrowser: false,
        nextPart: null,
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

  /** `more` is what else the visit took: the further pages of an article, or every request of a page that a browser drew. */
  #conclude(
    host: Host,
    visit: Visit,
    answer: Answer,
    discovery: Discovery | null,
    more: (Parts & Partial<Record<'drawn' | 'rendered' | 'isDocument', boolean>>) | null = null,
  ): VisitOutcome {
    const drawn = more?.drawn === true;
    const { judgement, isFile, fetch } = answer;
    const notDrawn = discovery?.needsBrowser && !this.#pages ? [REMARKS.notRendered()] : [];
    // A page that a link calls a report is read even where it seems to hold none: the reading says what it is.
    const isCalled = visit.kind === 'report' || visit.kind === 'attachment';
    const isList = discovery?.verdict === 'list' || discovery?.verdict === 'hub';
    const isReport = discovery?.verdict === 'article' || (isCalled && !isList);
    const first = discovery?.furniture && host.state.furniture === null ? { furniture: discovery.furniture } : {};
    host.change(first);
    const { delay, strikes, notBefore, waitsFor, address } = host.state;
    const outcome = concludeVisit(
      visit,
      {
        fetch,
        judgement,
        discovery: discovery && {
          ...discovery,
          remarks: [...discovery.remarks, ...notDrawn, ...(more?.remarks ?? [])],
        },
        movedTo: judgement.kind === 'redirect' ? leadTo(visit, judgement.to) : null,
        isDocument: drawn ? more?.isDocument === true : isFile || isReport,
        rendered: more?.rendered === true,
        host: { id: host.id, delay, strikes, notBefore, waitsFor, address, ...first },
        now: this.#ports.clock.now(),
      },
      this.#settings,
    );
    if (!more) return outcome;
    return { ...outcome, fetches: drawn ? more.fetches : [...outcome.fetches, ...more.fetches.slice(1)] };
  }
}

/** A report whose own page is what it was. */
const isUnchanged = ({ kind, sha256, rendered }: Visit, { judgement, fetch }: Answer): boolean =>
  kind === 'report' &&
  !rendered &&
  sha256 !== null &&
  (judgement.kind === 'unchanged' || (judgement.kind === 'ok' && fetch.sha256 === sha256));

/** What discovery is given of an answer; null where there is nothing new to look through. */
function pageOf(
  { furniture }: Host,
  visit: Visit,
  answer: Answer,
  seen: Pick<FoundPage, 'rendered' | 'ledTo'>,
): FoundPage | null {
  const { judgement, text, fetch, mediaType } = answer;
  if (judgement.kind !== 'ok' || text === null || visit.kind === 'attachment') return null;
  if (fetch.sha256 === visit.sha256) return null;
  const { kind, words, agency, year, page, scope, family, body: posted } = visit;
  const about = { kind, words, agency, year, page, scope, family, posted, furniture };
  return { ...about, ...seen, url: fetch.url, text, mediaType };
}

function leadTo({ kind, title, scope, score, words, agency, year }: Visit, url: string | null): Lead | null {
  return url === null ? null : { ...getOf(url), kind, title, date: null, scope, score, words, agency, year };
}
