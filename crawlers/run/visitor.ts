import type { CrawlRequest, FrontierEntry } from '../../src/model/crawl/entry.ts';
import type { Allowance, EntryOutcome, KnownPart } from '../../src/model/crawl/frontier.ts';
import { ANYWHERE } from '../explore/column-scope.ts';
import type { Discovery } from '../explore/discovery.ts';
import { RECIPE } from '../explore/paging/next-page.ts';
import { REMARKS } from '../explore/remarks.ts';
import { type Answer, answerOf, digestOf, noAnswer } from './answer.ts';
import { archiveDrawn } from './archive-drawn.ts';
import { barredVisit, disallowedVisit } from './barred-visit.ts';
import { concludeAnswer, type VisitTook } from './conclude-answer.ts';
import type { ArchivedEntry } from './crawl.ts';
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
  async visit(host: Host, entry: FrontierEntry): Promise<EntryOutcome | null> {
    const { clock, frontier, inScope } = this.#ports;
    const barred = barredVisit(entry, inScope, clock.now());
    if (barred) return barred;
    const verdict = await this.#robots.verdict(host, entry.url);
    if (verdict === 'unreachable') {
      const error = entry.url.startsWith('https:') ? host.robotsError : null;
      const answer = error && noAnswer(entry, entry, error, clock.now());
      // A host that does not speak https at all has its pages, and its robots.txt, under http.
      if (answer?.judgement.kind === 'redirect') return { ...this.#conclude(host, entry, answer, null), fetches: [] };
      await frontier.release([entry]);
      return null;
    }
    if (verdict === 'disallowed') {
      return disallowedVisit(entry, host.state.origin, clock.now());
    }
    return entry.rendered && this.#pages ? this.#draw(this.#pages, host, entry, null) : this.#fetch(host, entry);
  }

  /**
   * What an earlier run had archived and not written down when it was killed. Null: the visit takes several
   * requests, and the answer will stand for one of them when it is made again.
   */
  async resume(host: Host, entry: FrontierEntry, left: ArchivedEntry): Promise<EntryOutcome | null> {
    const { exchange, position } = left;
    const answer = answerOf(entry, entry, exchange, { sha256: digestOf(exchange.body), homeSha256: null, position });
    this.#requests.adjustThrottle(host, {
      ...exchange,
      kind: answer.judgement.kind,
      at: exchange.startedAt + exchange.took,
    });
    const discovery =
      entry.url === exchange.url && !entry.rendered ? await this.#through.look(host, entry, answer) : null;
    const isDrawn = this.#pages && (entry.rendered || discovery?.needsBrowser === true);
    const isWhole = entry.url === exchange.url && !isDrawn && !discovery?.nextPart && !discovery?.inPlace.length;
    if (isWhole) return this.#conclude(host, entry, answer, discovery);
    this.#leftOvers.keep(entry, left);
    return null;
  }

  /** The same of a place that was visited again since: only its `fetches` and `toRead` are of use. */
  takeUpLate(host: Host, entry: FrontierEntry, { exchange, position }: ArchivedEntry): EntryOutcome {
    // Which body a 304 stood for then is not known now.
    const asked = { ...entry, url: exchange.url, sha256: null };
    const answer = answerOf(asked, asked, exchange, { sha256: digestOf(exchange.body), homeSha256: null, position });
    const outcome = this.#conclude(host, entry, answer, null);
    const isPart = entry.url !== exchange.url || entry.rendered;
    return { ...outcome, toRead: outcome.toRead && !isPart };
  }

  takeUpRobots(host: Host, left: ArchivedEntry): Promise<void> {
    return this.#robots.resume(host, left);
  }

  async #fetch(host: Host, entry: FrontierEntry): Promise<EntryOutcome> {
    const { referer, etag, lastModified, rendered } = entry;
    const headers = rendered ? { referer, etag: null, lastModified: null } : { referer, etag, lastModified };
    const { origin } = host.state;
    const came = await this.#ask(host, entry, entry, headers);
    const { answer } = came;
    const { sha256 } = answer.fetch;
    if (entry.url === `${origin}/` && sha256 !== null && answer.judgement.kind === 'ok')
      this.#homes.set(origin, sha256);
    if (isUnchanged(entry, answer)) return this.#checkParts(host, entry, answer);
    const plain = await this.#through.look(host, entry, answer);
    const whole = plain && plain.inPlace.length > 0 ? await this.#whole(host, entry, answer, plain) : null;
    const seen = whole?.discovery ?? plain;
    const discovery = seen?.needsBrowser ? await this.#withRecipe(entry, seen) : seen;
    const fetches = whole?.fetches ?? [answer.fetch];
    const allowance = discovery?.needsBrowser && this.#pages ? await this.#mayDraw(entry) : null;
    if (allowance?.isGiven && this.#pages)
      return this.#draw(this.#pages, host, entry, { page: came, scripts: whole?.scripts ?? NO_SCRIPTS, fetches });
    const parts = discovery?.nextPart
      ? await fetchParts(entry, discovery.nextPart, this.#partFetcher(host, entry))
      : NO_PARTS;
    return this.#conclude(host, entry, whole?.answer ?? answer, discovery, {
      remarks: allowance ? [REMARKS.renderingsSpent(allowance), ...parts.remarks] : parts.remarks,
      fetches: [...parts.tries, ...fetches, ...parts.fetches],
    });
  }

  /** One request of a visit, unless a killed run had its answer already. */
  async #ask(host: Host, entry: FrontierEntry, request: CrawlRequest, headers: RequestHeaders): Promise<Came> {
    const left = this.#leftOvers.take(entry, request.url);
    const homeSha256 = this.#homes.get(host.state.origin) ?? null;
    if (!left) return this.#requests.askFor(host, entry, request, headers, homeSha256);
    const { exchange, position } = left;
    const answer = answerOf(entry, request, exchange, { sha256: digestOf(exchange.body), homeSha256, position });
    return { answer, exchange };
  }

  /** The first page of a report is what it was; what stands on its further pages may have changed. */
  async #checkParts(host: Host, entry: FrontierEntry, answer: Answer): Promise<EntryOutcome> {
    const known = await this.#ports.frontier.partsOf(entry.id);
    if (known.length === 0) return this.#conclude(host, entry, answer, null);
    const { fetches, tries, remarks, changed } = await checkParts(entry, known, this.#partFetcher(host, entry));
    const stand = changed ? { ...entry, changedAt: this.#ports.clock.now() } : entry;
    const outcome = this.#conclude(host, stand, answer, null);
    return { ...outcome, fetches: [...tries, ...outcome.fetches, ...fetches], remarks, toRead: changed };
  }

  #partFetcher(host: Host, entry: FrontierEntry): PartFetcher {
    return {
      ask: (request, known) => this.#askPart(host, entry, request, known),
      look: (answer, page) => this.#through.look(host, { ...entry, sha256: null, kind: 'report', page }, answer),
    };
  }

  #whole(host: Host, entry: FrontierEntry, answer: Answer, plain: Discovery) {
    return this.#scripts.whole(answer, plain, {
      ask: (request) => this.#askPart(host, entry, request, null),
      look: (scripts) => this.#through.look(host, entry, answer, { rendered: false, scripts }),
    });
  }

  /** A part of a page, of its own host, with what it was known by; null where it can't be asked for. */
  async #askPart(
    host: Host,
    entry: FrontierEntry,
    request: CrawlRequest,
    known: KnownPart | null,
  ): Promise<Came | null> {
    const isHere = new URL(request.url).origin === host.state.origin;
    const isSoon = host.readyAt <= this.#ports.clock.now() + this.#settings.patience;
    if (!isHere || !isSoon || (await this.#robots.verdict(host, request.url)) !== 'allowed') return null;
    const { etag = null, lastModified = null, sha256 = null } = known ?? {};
    return this.#ask(host, { ...entry, sha256 }, request, { referer: entry.url, etag, lastModified });
  }

  /** A page of unknown role is drawn within its portal's budget. */
  async #mayDraw(entry: FrontierEntry): Promise<Allowance> {
    return entry.score === null ? UNCOUNTED : this.#ports.frontier.takeRendering(entry);
  }

  /** A shell whose other route was drawn is asked for plainly. */
  async #withRecipe({ url, agency, year, words }: FrontierEntry, discovery: Discovery): Promise<Discovery> {
    const recipe = await this.#shells.recipeFor(url);
    if (!recipe) return discovery;
    const links = [
      ...discovery.links,
      { ...recipe, agency, year, words, scope: { ...(recipe.scope ?? ANYWHERE), base: url } },
    ];
    return { ...discovery, verdict: 'hub', links, needsBrowser: false };
  }

  async #draw(
    pages: PageRenderer,
    host: Host,
    entry: FrontierEntry,
    before: AskedBefore | null,
  ): Promise<EntryOutcome> {
    const ledTo = await this.#through.ledTo(entry);
    const drawn = await drawList(pages, entry, before, {
      pageOf: (answer) => pageOf(host, entry, answer, { rendered: true, scripts: new Map(), ledTo }),
      look: (page) => this.#through.discover(page),
    });
    const { answer, discovery, fetches } = drawn;
    const recipe = discovery?.links.find(({ scope }) => scope?.progress?.dialect === RECIPE);
    if (recipe) this.#shells.learn(entry.url, recipe);
    const document = discovery?.verdict === 'article' ? await archiveDrawn(this.#ports, entry, answer) : null;
    const more = { ...drawn, fetches: document ? [...fetches, document] : fetches, remarks: [], drawn: true };
    return this.#conclude(host, entry, answer, discovery, { ...more, isDocument: document !== null });
  }

  #conclude(
    host: Host,
    entry: FrontierEntry,
    answer: Answer,
    discovery: Discovery | null,
    more: VisitTook | null = null,
  ): EntryOutcome {
    const known = { settings: this.#settings, now: this.#ports.clock.now(), hasBrowser: this.#pages !== null };
    return concludeAnswer(host, entry, { answer, discovery, more }, known);
  }
}

/** A report whose own page is what it was. */
const isUnchanged = ({ kind, sha256, rendered }: FrontierEntry, { judgement, fetch }: Answer): boolean =>
  kind === 'report' &&
  !rendered &&
  sha256 !== null &&
  (judgement.kind === 'unchanged' || (judgement.kind === 'ok' && fetch.sha256 === sha256));
