import type { Browser, Page } from 'playwright';
import { firstLine } from './browser/drawing.ts';
import { findChromium } from './browser/find-chromium.ts';
import { renderPage } from './browser/render-page.ts';
import { type FetchFor, MOST_TURNS, type RenderedPage, type RenderLimits, type Turns } from './browser/rendering.ts';
import { FetchError } from './errors.ts';
import { Slots } from './run/slots.ts';

export interface RendererOptions {
  readonly userAgent: string;
  /** The program; by default the one that is found. */
  readonly executablePath?: string;
  /** Pages that one browser draws before another takes its place. */
  readonly recycleAfter?: number;
  /** Pages drawn at a time; the others wait. */
  readonly atOnce?: number;
  readonly limits?: Partial<RenderLimits>;
}

const USUAL_LIMITS: RenderLimits = { whole: 300_000, quiet: 800, html: 16 * 1024 * 1024, turns: MOST_TURNS };
const CLOSED_WITHIN = 5_000;

/** One running browser. It is closed once it is retired and its last page is done. */
interface Running {
  readonly browser: Promise<Browser>;
  active: number;
  served: number;
  retired: boolean;
}

/** A Chromium ready to be started, or null where none is on the machine. Throws like `findChromium`. */
export function openRenderer(options: RendererOptions): Renderer | null {
  const executablePath = options.executablePath ?? findChromium();
  return executablePath === null ? null : new Renderer({ ...options, executablePath });
}

/**
 * A plain Chromium without a network of its own: whatever a page asks for is asked of `fetchFor`, and the browser resolves
 * no name and reaches no host. It is started with the first page and renewed now and then.
 */
export class Renderer {
  readonly #options: RendererOptions & { readonly executablePath: string };
  readonly #slots: Slots;
  #running: Running | null = null;
  readonly #all = new Set<Running>();
  #closed = false;

  constructor(options: RendererOptions & { readonly executablePath: string }) {
    this.#options = options;
    this.#slots = new Slots(options.atOnce ?? 3);
  }

  /**
   * Draws one page in a fresh context: no cookies, no storage, no downloads, nothing kept.
   *
   * @throws {FetchError} as `renderPage`; BROWSER where Chromium can't be started or breaks down, CLOSED after `close`.
   */
  async render(url: string, fetchFor: FetchFor, turns: Turns = () => false): Promise<RenderedPage> {
    await this.#slots.take();
    try {
      return await this.#render(url, fetchFor, turns);
    } finally {
      this.#slots.give();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#running = null;
    await Promise.all([...this.#all].map((running) => this.#shut(running)));
  }

  async #render(url: string, fetchFor: FetchFor, turns: Turns): Promise<RenderedPage> {
    if (this.#closed)
      throw new FetchError('CLOSED', {
        zh: `未绘出 ${url}：抓取正在结束`,
        en: `${url} was not drawn: the crawl is being ended`,
      });
    const running = this.#take();
    try {
      const page = await this.#newPage(running, url);
      try {
        return await renderPage(page, url, { fetchFor, turns }, { ...USUAL_LIMITS, ...this.#options.limits });
      } finally {
        if (!(await within(CLOSED_WITHIN, page.context().close()))) this.#retire(running);
      }
    } catch (error) {
      // A page that hangs or breaks Chromium takes it along; the next one gets a new one.
      const broken = error instanceof FetchError && (error.code === 'TIMEOUT' || error.cause !== undefined);
      if (broken) this.#retire(running);
      throw error;
    } finally {
      running.active -= 1;
      if (running.retired && running.active === 0) await this.#shut(running);
    }
  }

  async #newPage({ browser }: Running, url: string): Promise<Page> {
    try {
      const context = await (await browser).newContext({
        userAgent: this.#options.userAgent,
        locale: 'zh-CN',
        acceptDownloads: false,
        serviceWorkers: 'block',
      });
      await context.routeWebSocket(/.*/, (socket) => socket.close());
      const page = await context.newPage();
      context.on('page', (popup) => void popup.close().catch(() => {}));
      return page;
    } catch (error) {
      throw new FetchError(
        'BROWSER',
        {
          zh: `未绘出 ${url}：无法启动 ${this.#options.executablePath}（${firstLine(error)}）；请将 LANTING_CHROMIUM 设为可用的浏览器`,
          en: `${url} was not drawn: ${this.#options.executablePath} could not be started (${firstLine(error)}); set LANTING_CHROMIUM to one that works`,
        },
        { cause: error },
      );
    }
  }

  #take(): Running {
    if (this.#running && this.#running.served >= (this.#options.recycleAfter ?? 50)) this.#retire(this.#running);
    this.#running ??= { browser: this.#launch(), active: 0, served: 0, retired: false };
    this.#all.add(this.#running);
    this.#running.active += 1;
    this.#running.served += 1;
    return this.#running;
  }

  #retire(running: Running): void {
    running.retired = true;
    if (this.#running === running) this.#running = null;
  }

  async #shut(running: Running): Promise<void> {
    this.#all.delete(running);
    await within(
      CLOSED_WITHIN,
      running.browser.then((browser) => browser.close()),
    );
  }

  async #launch(): Promise<Browser> {
    const { chromium } = await import('playwright');
    const launch = (chromiumSandbox: boolean): Promise<Browser> =>
      chromium.launch({
        executablePath: this.#options.executablePath,
        headless: true,
        chromiumSandbox,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        args: [
          '--host-resolver-rules=MAP * ~NOTFOUND',
          '--proxy-server=http://0.0.0.0:9',
          '--proxy-bypass-list=<-loopback>',
          '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
          '--disable-gpu',
        ],
      });
    // Chromium's sandbox needs user namespaces, which root and many containers do not have.
    if (process.getuid?.() === 0) return launch(false);
    return launch(true).catch(() => launch(false));
  }
}

/** Whether a promise was fulfilled or rejected in time. */
async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    late,
  ]);
  clearTimeout(timer);
  return done;
}
