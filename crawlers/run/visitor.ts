import type { Allowance, KnownPart, VisitOutcome } from '../../src/model/crawl/frontier.ts';
import type { Ask, Visit } from '../../src/model/crawl/visit.ts';
import { ANYWHERE } from '../explore/column-scope.ts';
import type { Discovery } from '../explore/discovery.ts';
import { RECIPE } from '../explore/paging/next-page.ts';
import { REMARKS } from '../explore/remarks.ts';
import { type Answer, answerOf, digestOf, noAnswer } from './answer.ts';
import { archiveDrawn } from './archive-drawn.ts';
import { barredVisit, disallowedVisit } from './barred-visit.ts';
import { concludeAnswer, type VisitTook } from './conclude-answer.ts';
import type { ArchivedVisit } from './crawl.ts';
import { drawList } from './draw-list.ts';
import { checkParts, fetchParts, type PartFetcher, type Parts } from './fetch-parts.ts';
import type { Host } from './hosts.ts';
import { LeftOvers } from './left-overs.ts';
import { LookThrough, pageOf } from './look-through.ts';
import { type AskedBefore, type Came, PageRenderer } from './page-renderer.ts';
import { PageScripts } from './page-scripts.ts';
import type { CrawlPorts, RequestHeaders } from './ports.ts';
import type { Requests } from './requests.ts';
import { RobotsKeeper } from './robots-keeper.ts';
import type { CrawlSettings } from './settings.ts';
import { ShellRecipes } from './shell-recipes.ts';

const UNCOUNTED: Allowance = { isGiven: true, used: 0, of: 0 };
const NO_SCRIPTS: AskedBefore['scripts'] = new Map();
const NO_PARTS: Parts = { fetches: [], tries: [], remarks: [] };

/** Makes visits: asks for a place, judges what comes, archives it and looks for where it leads. */
export class Visitor {
  readonly #ports: CrawlPorts;
  readonly #settings: CrawlSettings;
  readonly #requests: Requests;
  readonly #robots: RobotsKeeper;
  readonly #pages: PageRenderer | null;
  readonly #through: LookThrough;
  readonly #scripts = new PageScripts();
  readonly #leftOvers = new LeftOvers();
  readonly #shells: ShellRecipes;
  /** Digests of the home pages met in this run, by origin. */
  readonly #homes = new Map<string, string>();

  constructor(ports: CrawlPorts, settings: CrawlSettings, requests: Requests, hostOf: (origin: string) => Host | null) {
    this.#ports = ports;
    this.#settings = settings;
    this.#requests = requests;
    this.#through = new LookThrough(ports);
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
    const barred = barredVisit(visit, inScope, clock.now());
    if (barred) return barred;
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
      return disallowedVisit(visit, host.state.origin, clock.now());
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
    const discovery =
      visit.url === exchange.url && !visit.rendered ? await this.#through.look(host, visit, answer) : null;
    const isDrawn = this.#pages && (visit.rendered || discovery?.needsBrowser === true);
    const isWhole = visit.url === exchange.url && !isDrawn && !discovery?.nextPart && !discovery?.inPlace.length;
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
    const plain = await this.#through.look(host, visit, answer);
    const whole = plain && plain.inPlace.length > 0 ? await this.#whole(host, visit, answer, plain) : null;
    const seen = whole?.discovery ?? plain;
    const discovery = seen?.needsBrowser ? await this.#withRecipe(visit, seen) : seen;
    const fetches = whole?.fetches ?? [answer.fetch];
    const allowance = discovery?.needsBrowser && this.#pages ? await this.#mayDraw(visit) : null;
    if (allowance?.isGiven && this.#pages)
      return this.#draw(this.#pages, host, visit, { page: came, scripts: whole?.scripts ?? NO_SCRIPTS, fetches });
    const parts = discovery?.nextPart
      ? await fetchParts(visit, discovery.nextPart, this.#partFetcher(host, visit))
      : NO_PARTS;
    return this.#conclude(host, visit, whole?.answer ?? answer, discovery, {
      remarks: allowance ? [REMARKS.renderingsSpent(allowance), ...parts.remarks] : parts.remarks,
      fetches: [...parts.tries, ...fetches, ...parts.fetches],
    });
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
    const { fetches, tries, remarks, changed } = await checkParts(visit, known, this.#partFetcher(host, visit));
    const stand = changed ? { ...visit, changedAt: this.#ports.clock.now() } : visit;
    const outcome = this.#conclude(host, stand, answer, null);
    return { ...outcome, fetches: [...tries, ...outcome.fetches, ...fetches], remarks, toRead: changed };
  }

  #partFetcher(host: Host, visit: Visit): PartFetcher {
    return {
      ask: (ask, known) => this.#askPart(host, visit, ask, known),
      look: (answer, page) => this.#through.look(host, { ...visit, sha256: null, kind: 'report', page }, answer),
    };
  }

  #whole(host: Host, visit: Visit, answer: Answer, plain: Discovery) {
    return this.#scripts.whole(answer, plain, {
      ask: (ask) => this.#askPart(host, visit, ask, null),
      look: (scripts) => this.#through.look(host, visit, answer, { rendered: false, scripts }),
    });
  }

  /** A part of a page, of its own host, with what it was known by; null where it can't be asked for. */
  async #askPart(host: Host, visit: Visit, ask: Ask, known: KnownPart | null): Promise<Came | null> {
    const isHere = new URL(ask.url).origin === host.state.origin;
    const isSoon = host.readyAt <= this.#ports.clock.now() + this.#settings.patience;
    if (!isHere || !isSoon || (await this.#robots.verdict(host, ask.url)) !== 'allowed') return null;
    const { etag = null, lastModified = null, sha256 = null } = known ?? {};
    return this.#ask(host, { ...visit, sha256 }, ask, { referer: visit.url, etag, lastModified });
  }

  /** A page of unknown role is drawn within its portal's budget. */
  async #mayDraw(visit: Visit): Promise<Allowance> {
    return visit.score === null ? UNCOUNTED : this.#ports.frontier.takeRendering(visit);
  }

  /** A shell whose other route was drawn is asked for plainly. */
  async #withRecipe({ url, agency, year, words }: Visit, discovery: Discovery): Promise<Discovery> {
    const recipe = await this.#shells.recipeFor(url);
    if (!recipe) return discovery;
    const leads = [
      ...discovery.leads,
      { ...recipe, agency, year, words, scope: { ...(recipe.scope ?? ANYWHERE), base: url } },
    ];
    return { ...discovery, verdict: 'hub', leads, needsBrowser: false };
  }

  async #draw(pages: PageRenderer, host: Host, visit: Visit, before: AskedBefore | null): Promise<VisitOutcome> {
    const ledTo = await this.#through.ledTo(visit);
    const drawn = await drawList(pages, visit, before, {
      pageOf: (answer) => pageOf(host, visit, answer, { rendered: true, scripts: new Map(), ledTo }),
      look: (page) => this.#through.discover(page),
    });
    const { answer, discovery, fetches } = drawn;
    const recipe = discovery?.leads.find(({ scope }) => scope?.progress?.dialect === RECIPE);
    if (recipe) this.#shells.learn(visit.url, recipe);
    const document = discovery?.verdict === 'article' ? await archiveDrawn(this.#ports, visit, answer) : null;
    const more = { ...drawn, fetches: document ? [...fetches, document] : fetches, remarks: [], drawn: true };
    return this.#conclude(host, visit, answer, discovery, { ...more, isDocument: document !== null });
  }

  #conclude(
    host: Host,
    visit: Visit,
    answer: Answer,
    discovery: Discovery | null,
    more: VisitTook | null = null,
  ): VisitOutcome {
    const known = { settings: this.#settings, now: this.#ports.clock.now(), hasBrowser: this.#pages !== null };
    return concludeAnswer(host, visit, { answer, discovery, more }, known);
  }
}

/** A report whose own page is what it was. */
const isUnchanged = ({ kind, sha256, rendered }: Visit, { judgement, fetch }: Answer): boolean =>
  kind === 'report' &&
  !rendered &&
  sha256 !== null &&
  (judgement.kind === 'unchanged' || (judgement.kind === 'ok' && fetch.sha256 === sha256));
