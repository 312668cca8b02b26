import type { Page, Request, Route } from 'playwright';
import { type CrawlRequest, getRequest } from '../../src/model/crawl/entry.ts';
import { FetchError } from '../errors.ts';
import type { Exchange } from '../http/exchange.ts';
import { locationOf } from '../http/location.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { fulfilment, isPage } from './fulfilment.ts';
import type { FetchFor, RenderedPage, RenderLimits, Turns } from './rendering.ts';
import { turnPages } from './turn-pages.ts';

const MOST_HOPS = 5;
/** Not loaded: nothing of a list hangs on them. */
const UNSEEN: ReadonlySet<string> = new Set([
  'image',
  'font',
  'media',
  'texttrack',
  'eventsource',
  'websocket',
  'ping',
]);
/** One page under way. */
export class Drawing {
  readonly #page: Page;
  readonly #fetchFor: FetchFor;
  #status = 0;
  #redirect: string | null = null;
  #pending = 0;
  #lastAnswer = performance.now();
  over = false;
  readonly failed: Promise<never>;
  #fail: (error: unknown) => void = () => {};

  constructor(page: Page, fetchFor: FetchFor) {
    this.#page = page;
    this.#fetchFor = fetchFor;
    this.failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    // Whoever races with it hears of it; nobody does once the page is drawn.
    this.failed.catch(() => {});
  }

  async draw(url: string, limits: RenderLimits, turns: Turns): Promise<RenderedPage> {
    const { quiet, html: longest } = limits;
    let target = url;
    for (let hops = 0; ; hops += 1) {
      this.#redirect = null;
      await this.#open(target);
      await this.#waitUntilQuiet(quiet);
      if (this.#redirect === null) break;
      target = this.#redirect;
      if (hops >= MOST_HOPS) {
        throw new FetchError('TOO_MANY_REDIRECTS', {
          zh: `${url} 跳转超过 ${MOST_HOPS} 次，最后到 ${target}`,
          en: `${url} redirects more than ${MOST_HOPS} times, at last to ${target}`,
        });
      }
    }
    if (this.#status === 0) {
      throw new FetchError('BROWSER', {
        zh: `未绘出 ${url}：页面本身无法访问；见该次访问的各请求`,
        en: `${url} was not drawn: the page itself could not be asked for; see the visit's requests`,
      });
    }
    const html = await this.#page.content();
    if (html.length > longest) {
      throw new FetchError('TOO_LARGE', {
        zh: `${url} 绘出后有 ${html.length} 个字符；最多取 ${longest} 个`,
        en: `${url} has ${html.length} characters when drawn; at most ${longest} are taken`,
      });
    }
    const shown = normaliseUrl(this.#page.url()) ?? target;
    const turned = turns(html) ? await turnPages(this.#page, () => this.#waitUntilQuiet(quiet), html, limits) : [];
    return { url: shown, html, turned, status: this.#status };
  }

  async #open(target: string): Promise<void> {
    try {
      await this.#page.goto(target, { waitUntil: 'load', timeout: 0 });
    } catch (error) {
      if (this.#redirect !== null || this.#status === 0) return;
      if (/interrupted by another navigation/.test(firstLine(error)))
        return this.#page.waitForLoadState('load', { timeout: 0 });
      throw new FetchError(
        'BROWSER',
        { zh: `无法绘出 ${target}：${firstLine(error)}`, en: `${target} could not be drawn: ${firstLine(error)}` },
        { cause: error },
      );
    }
  }

  /** Until nothing has been answered for a while: pages that ask at intervals are drawn too. */
  async #waitUntilQuiet(quiet: number): Promise<void> {
    this.#lastAnswer = performance.now();
    const isBusy = (): boolean => !this.over && (this.#pending > 0 || performance.now() - this.#lastAnswer < quiet);
    while (isBusy()) {
      while (isBusy()) await new Promise((resolve) => setTimeout(resolve, 25));
      // A machine that is short of time may not have run yet what came; a page that has gone elsewhere has no answer.
      await this.#page.evaluate('new Promise((done) => setTimeout(done))').catch(() => {});
    }
  }

  async answer(route: Route): Promise<void> {
    try {
      await this.#answer(route, route.request());
    } catch (error) {
      this.#fail(error);
      await this.#refuse(route);
    }
  }

  async #answer(route: Route, request: Request): Promise<void> {
    const type = request.resourceType();
    if (this.over || UNSEEN.has(type)) return this.#refuse(route);
    // An empty sheet lets the scripts that wait for it go on, without a request to the host.
    if (type === 'stylesheet') return this.#fulfil(route, { status: 200, contentType: 'text/css', body: '' });

    const isDocument = request.isNavigationRequest() && request.frame() === this.#page.mainFrame();
    // The page has gone elsewhere: Chromium loads what it was refused again by itself where it waits for long.
    if (isDocument && this.#redirect !== null) return this.#refuse(route);
    const crawlRequest = requestOf(request);
    if (!crawlRequest) return this.#refuse(route);
    this.#pending += 1;
    try {
      const exchange = isDocument
        ? await this.#fetchFor(crawlRequest, { isDocument })
        : await this.#follow(crawlRequest);
      if (!exchange) return await this.#refuse(route);
      this.#lastAnswer = performance.now();
      if (isDocument) {
        this.#redirect = isRedirect(exchange) ? locationOf(exchange) : null;
        if (this.#redirect !== null) return await this.#refuse(route);
        if (!isPage(exchange))
          throw new FetchError('BROWSER', {
            zh: `未绘出 ${crawlRequest.url}：它是文件，不是页面`,
            en: `${crawlRequest.url} was not drawn: it is a file, not a page`,
          });
        this.#status = exchange.status;
      }
      await this.#fulfil(route, fulfilment(exchange));
    } finally {
      this.#pending -= 1;
    }
  }

  /** Parts of a page are followed here, as the browser would follow them past `fetchFor`. */
  async #follow(first: CrawlRequest): Promise<Exchange | null> {
    let request = first;
    for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
      const exchange = await this.#fetchFor(request, { isDocument: false });
      const target = exchange && isRedirect(exchange) ? locationOf(exchange) : null;
      if (target === null) return exchange;
      request = getRequest(target);
    }
    return null;
  }

  /** The page may be gone by the time its answer comes. */
  async #fulfil(route: Route, answer: Parameters<Route['fulfill']>[0]): Promise<void> {
    if (!this.over) await route.fulfill(answer).catch(() => {});
  }

  async #refuse(route: Route): Promise<void> {
    await route.abort().catch(() => {});
  }
}

const isRedirect = ({ status }: Exchange): boolean => [301, 302, 303, 307, 308].includes(status);

function requestOf(request: Request): CrawlRequest | null {
  const url = normaliseUrl(request.url());
  const method = request.method();
  if (url === null || (method !== 'GET' && method !== 'POST')) return null;
  if (method === 'GET') return { url, method, body: null, bodyType: null };
  return { url, method, body: request.postData(), bodyType: request.headers()['content-type'] ?? null };
}

/** What Playwright's messages begin with; a log of calls follows. */
export const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
