import { createHash } from 'node:crypto';
import { decodeBytes } from '../../src/text/charset.ts';
import type { Discovery } from '../discover/discovery.ts';
import { FetchError } from '../errors.ts';
import type { ArchivePosition, FetchRecord, VisitOutcome } from '../frontier.ts';
import type { Exchange } from '../http/exchange.ts';
import { headerOf } from '../http/exchange.ts';
import { type Judgement, judgeAnswer } from '../judge-answer.ts';
import { visitKey } from '../normalise-url.ts';
import { crawlDelay, robotsUrl, robotsVerdict, settleRobots } from '../robots.ts';
import type { Ask, Lead, Visit } from '../visit.ts';
import { concludeVisit, excludeVisit } from './conclude-visit.ts';
import type { Host } from './hosts.ts';
import type { CrawlPorts } from './ports.ts';
import { failedRecord, fetchRecord, type Requests } from './requests.ts';
import { type CrawlSettings, HOUR } from './settings.ts';

const MOST_HOPS = 5;
/** Requests that one rendered page may make. */
const MOST_REQUESTS = 60;

/** The words of the form: a list page that holds them is a report itself. */
const STATUTORY = /收到和处理政府信息公开申请|主动公开政府信息情况/;

/** Signatures of files; whatever else is taken for text. */
const FILES = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x52, 0x61, 0x72, 0x21],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

const isFile = (body: Uint8Array): boolean => FILES.some((mark) => mark.every((byte, index) => body[index] === byte));

const sha256Of = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

const GET = (url: string): Ask => ({ url, method: 'GET', body: null, bodyType: null });
const PLAIN = { referer: null, etag: null, lastModified: null } as const;

/** One answer to a visit, judged and archived. */
interface Answer {
  readonly fetch: FetchRecord;
  readonly judgement: Judgement;
  /** Null for a file, and where no answer came. */
  readonly text: string | null;
  readonly mediaType: string | null;
  readonly isFile: boolean;
}

/** Makes visits: asks for a place, judges what comes, archives it and looks for where it leads. */
export class Visitor {
  readonly #ports: CrawlPorts;
  readonly #settings: CrawlSettings;
  readonly #requests: Requests;
  readonly #hostOf: (origin: string) => Host | null;
  /** Answers that a killed run had for a page it was rendering. */
  readonly #leftOver = new Map<string, { readonly exchange: Exchange; readonly answer: Answer }>();
  /** Digests of the home pages met in this run, by origin. */
  readonly #homes = new Map<string, string>();

  constructor(ports: CrawlPorts, settings: CrawlSettings, requests: Requests, hostOf: (origin: string) => Host | null) {
    this.#ports = ports;
    this.#settings = settings;
    this.#requests = requests;
    this.#hostOf = hostOf;
  }

  /** Null: the host can't be asked now; the place was given back. */
  async visit(host: Host, visit: Visit): Promise<VisitOutcome | null> {
    const now = this.#ports.clock.now();
    if (visit.hops > MOST_HOPS) {
      return excludeVisit(visit, 'TOO_MANY_REDIRECTS', `more than ${MOST_HOPS} redirects lead here`, now);
    }
    if (!this.#ports.inScope(visit.url)) {
      return excludeVisit(visit, 'OUT_OF_SCOPE', `${visit.url} lies on a host that no declaration allows`, now);
    }
    const verdict = await this.#robotsVerdict(host, visit.url);
    if (verdict === 'unreachable') {
      await this.#ports.frontier.release([visit]);
      return null;
    }
    if (verdict === 'disallowed') {
      return excludeVisit(visit, 'ROBOTS', `robots.txt of ${host.state.origin} forbids ${visit.url}`, now);
    }
    return visit.rendered && this.#ports.renderer ? this.#render(host, visit, []) : this.#fetch(host, visit);
  }

  /**
   * What an earlier run had archived and not written down when it was killed. Null: the answer is a part of a page that has
   * to be rendered, and will be given to the browser when the page is.
   */
  takeUp(host: Host, visit: Visit, exchange: Exchange, position: ArchivePosition): VisitOutcome | null {
    const answer = this.#judge(visit, exchange, position);
    const discovery = visit.url === exchange.url && !visit.rendered ? this.#look(visit, answer) : null;
    const isPart = visit.url !== exchange.url || visit.rendered || discovery?.needsBrowser === true;
    if (!isPart || !this.#ports.renderer) return this.#conclude(host, visit, answer, discovery, [], false);
    this.#leftOver.set(leftOverKey(visit.id, exchange.url), { exchange, answer });
    return null;
  }

  async #robotsVerdict(host: Host, url: string): Promise<'allowed' | 'disallowed' | 'unreachable'> {
    const { clock, frontier } = this.#ports;
    const verdict = robotsVerdict(host.state, url, clock.now());
    if (verdict !== 'ask') return verdict;
    await this.#askRobots(host);
    const settled = robotsVerdict(host.state, url, clock.now());
    if (settled === 'allowed' || settled === 'disallowed') return settled;
    await frontier.setHost(host.change({ notBefore: clock.now() + HOUR, waitsFor: 'its robots.txt is out of reach' }));
    return 'unreachable';
  }

  /** robots.txt, through the redirects that lead to it. */
  async #askRobots(host: Host): Promise<void> {
    const { archive, clock, frontier } = this.#ports;
    let ask = GET(robotsUrl(host.state.origin));
    let asked: Host = host;
    for (let hops = 0; ; hops += 1) {
      const current = ask;
      const startedAt = clock.now();
      const { value } = await this.#requests.ask(asked, current, PLAIN, async (came) => {
        if (came instanceof Error) {
          const fetch = failedRecord(current, came, startedAt, clock.now() - startedAt);
          return { value: { fetch, settled: settleRobots(null, hops, clock.now()) }, kind: 'silence' as const };
        }
        const sha256 = came.body.length > 0 ? sha256Of(came.body) : null;
        const position = await archive.write(came, { place: null, sha256, previous: null });
        const settled = settleRobots(came, hops, clock.now());
        const kind = came.status === 429 || came.status >= 500 ? ('busy' as const) : ('ok' as const);
        return { value: { fetch: fetchRecord(current, came, sha256, position), settled }, kind };
      });
      const { settled } = value;
      if (!('follow' in settled)) {
        // The pause that it asks for is due after this request already.
        const notBefore = Math.max(host.state.notBefore, clock.now() + crawlDelay(settled));
        await frontier.commitRobots(value.fetch, host.change({ ...settled, notBefore }));
        return;
      }
      const target = this.#hostOf(new URL(settled.follow).origin);
      await frontier.commitRobots(value.fetch, { id: host.id });
      // robots.txt that lies on a host which is not crawled can't be paced with it: as if there were none (RFC 9309, 2.3.1.2).
      if (!target || !this.#ports.inScope(settled.follow)) {
        await frontier.setHost(host.change({ robots: null, robotsStatus: 404, robotsAt: clock.now() }));
        return;
      }
      asked = target;
      ask = GET(settled.follow);
    }
  }

  async #fetch(host: Host, visit: Visit): Promise<VisitOutcome> {
    const { value: answer } = await this.#requests.ask(host, visit, headersOf(visit), (came) =>
      this.#answer(visit, visit, came),
    );
    const discovery = this.#look(visit, answer);
    if (discovery?.needsBrowser && this.#ports.renderer) return this.#render(host, visit, [answer.fetch]);
    return this.#conclude(host, visit, answer, discovery, [], false);
  }

  async #answer(visit: Visit, ask: Ask, came: Exchange | Error) {
    const { archive, clock } = this.#ports;
    if (came instanceof Error) {
      const silent = came instanceof FetchError && came.isSilence;
      const fetch = failedRecord(ask, came, clock.now(), 0);
      const twin = otherScheme(visit, came);
      const judgement: Judgement = { kind: twin === null ? 'broken' : 'redirect', reason: came.message, to: twin };
      const value: Answer = { fetch, judgement, text: null, mediaType: null, isFile: false };
      return { value, kind: silent ? ('silence' as const) : ('broken' as const) };
    }
    const sha256 = came.body.length > 0 ? sha256Of(came.body) : null;
    const position = await archive.write(came, { place: visitKey(visit), sha256, previous: visit.sha256 });
    const value = this.#judge(visit, came, position, sha256);
    return { value, kind: value.judgement.kind };
  }

  #judge(visit: Visit, exchange: Exchange, position: ArchivePosition, known?: string | null): Answer {
    const { origin, pathname } = new URL(exchange.url);
    const file = isFile(exchange.body);
    const sha256 = known === undefined ? (exchange.body.length > 0 ? sha256Of(exchange.body) : null) : known;
    const text = file || exchange.body.length === 0 ? null : decodeBytes(exchange.body).text;
    const judgement = judgeAnswer(exchange, text, {
      kind: visit.kind,
      sha256,
      homeSha256: this.#homes.get(origin) ?? null,
    });
    if (pathname === '/' && sha256 !== null && judgement.kind === 'ok') this.#homes.set(origin, sha256);
    // A 304 stands for the body that was there before.
    const body = judgement.kind === 'unchanged' ? visit.sha256 : sha256;
    return {
      fetch: fetchRecord(visit, exchange, body, position),
      judgement,
      text,
      mediaType: headerOf(exchange, 'content-type'),
      isFile: file,
    };
  }

  /** Where a page leads; null where there is nothing new to look through. */
  #look(visit: Visit, { judgement, text, fetch, mediaType }: Answer, rendered = false): Discovery | null {
    if (judgement.kind !== 'ok' || text === null || visit.kind === 'attachment') return null;
    if (fetch.sha256 === visit.sha256) return null;
    try {
      const discovery = this.#ports.discover({
        url: fetch.url,
        kind: visit.kind,
        text,
        mediaType,
        posted: visit.body,
        page: visit.page,
        scope: visit.scope,
        family: visit.family,
        rendered,
      });
      return { ...discovery, ...this.#inScope(discovery) };
    } catch (error) {
      const message = `the page could not be looked through (${error instanceof Error ? error.message : String(error)}); please report it`;
      return {
        family: visit.family ?? 'generic',
        leads: [],
        needsBrowser: false,
        remarks: [{ code: 'CR-INTERNAL', message }],
      };
    }
  }

  /** Links out of scope are named, not followed. */
  #inScope({ leads, remarks }: Discovery): Pick<Discovery, 'leads' | 'remarks'> {
    const outside = leads.filter((lead) => !this.#ports.inScope(lead.url));
    if (outside.length === 0) return { leads, remarks };
    const hosts = [...new Set(outside.map(({ url }) => new URL(url).host))].slice(0, 10).join(', ');
    const remark = { code: 'CR-OUT-OF-SCOPE', message: `${outside.length} links lead out of scope: ${hosts}` };
    return { leads: leads.filter((lead) => !outside.includes(lead)), remarks: [...remarks, remark] };
  }

  async #render(host: Host, visit: Visit, before: readonly FetchRecord[]): Promise<VisitOutcome> {
    const { clock, renderer } = this.#ports;
    if (!renderer) throw new Error('a visit was to be rendered without a browser');
    const fetches: FetchRecord[] = [...before];
    let document: Answer | null = null;
    const fetchFor = async (ask: Ask, { isDocument }: { readonly isDocument: boolean }): Promise<Exchange | null> => {
      const known = this.#leftOver.get(leftOverKey(visit.id, ask.url));
      if (known) {
        this.#leftOver.delete(leftOverKey(visit.id, ask.url));
        fetches.push({ ...known.answer.fetch, url: ask.url, method: ask.method });
        if (isDocument) document = known.answer;
        return known.exchange;
      }
      const target = this.#hostOf(new URL(ask.url).origin);
      if (!target || fetches.length >= MOST_REQUESTS || !this.#ports.inScope(ask.url)) return null;
      if (target.readyAt > clock.now() + this.#settings.patience) return null;
      if ((await this.#robotsVerdict(target, ask.url)) !== 'allowed') return null;
      const headers = { referer: isDocument ? visit.referer : visit.url, etag: null, lastModified: null };
      let exchange: Exchange | null = null;
      const { value } = await this.#requests.ask(target, ask, headers, (came) => {
        if (!(came instanceof Error)) exchange = came;
        return this.#answer({ ...visit, sha256: null }, ask, came);
      });
      fetches.push({ ...value.fetch, url: ask.url, method: ask.method });
      if (isDocument) document = value;
      return exchange;
    };
    try {
      const page = await renderer.render(visit.url, fetchFor);
      const [main] = fetches;
      const answer = document ?? null;
      if (!answer || !main) throw new Error('the browser never asked for the page');
      const shown: Answer = {
        ...(answer as Answer),
        text: page.html,
        fetch: { ...main, sha256: sha256Of(Buffer.from(page.html)) },
      };
      const discovery = this.#look(visit, shown, true);
      return this.#conclude(
        host,
        visit,
        { ...shown, fetch: { ...shown.fetch, etag: null, lastModified: null } },
        discovery,
        fetches,
        true,
      );
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (failure.name === 'Stopped') throw failure;
      const fetch = failedRecord(visit, failure, clock.now(), 0);
      const judgement: Judgement = { kind: 'broken', reason: failure.message, to: null };
      return this.#conclude(
        host,
        visit,
        { fetch, judgement, text: null, mediaType: null, isFile: false },
        null,
        [...fetches, fetch],
        visit.rendered,
      );
    }
  }

  #conclude(
    host: Host,
    visit: Visit,
    answer: Answer,
    discovery: Discovery | null,
    fetches: readonly FetchRecord[],
    rendered: boolean,
  ): VisitOutcome {
    const { judgement, text } = answer;
    const notRendered =
      discovery?.needsBrowser && !rendered
        ? [{ code: 'CR-NOT-RENDERED', message: 'its list is drawn by script, and there is no browser to draw it' }]
        : [];
    const isDocument =
      answer.isFile ||
      visit.kind === 'report' ||
      visit.kind === 'attachment' ||
      (text !== null && STATUTORY.test(text));
    const { delay, strikes, notBefore, waitsFor, address } = host.state;
    const outcome = concludeVisit(
      visit,
      {
        fetch: answer.fetch,
        judgement,
        discovery: discovery && { ...discovery, remarks: [...discovery.remarks, ...notRendered] },
        movedTo: judgement.kind === 'redirect' ? movedTo(visit, judgement.to) : null,
        isDocument,
        rendered,
        host: { id: host.id, delay, strikes, notBefore, waitsFor, address },
        now: this.#ports.clock.now(),
      },
      this.#settings,
    );
    return fetches.length > 0 ? { ...outcome, fetches } : outcome;
  }
}

/** A site that can't be reached under one scheme often can under the other (its certificate has lapsed, a port is shut); tried once. */
function otherScheme({ url, hops, sha256 }: Visit, error: Error): string | null {
  if (!(error instanceof FetchError) || hops > 0 || sha256 !== null) return null;
  if (error.code === 'TLS' && url.startsWith('https:')) return url.replace(/^https:/, 'http:');
  return error.code === 'CONNECT' ? url.replace(/^http(s?):/, (_, s) => (s ? 'http:' : 'https:')) : null;
}

const leftOverKey = (visitId: number, url: string): string => `${visitId} ${url}`;

const headersOf = ({ referer, etag, lastModified, rendered }: Visit) =>
  rendered ? { referer, etag: null, lastModified: null } : { referer, etag, lastModified };

function movedTo(visit: Visit, url: string | null): Lead | null {
  if (url === null) return null;
  return { ...GET(url), kind: visit.kind, title: visit.title, date: null, scope: visit.scope };
}
