import { Client, type Dispatcher } from 'undici';
import { BoundedCache } from '../../src/model/bytes/bounded-cache.ts';
import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { Message } from '../../src/model/report.ts';
import { FetchError } from '../errors.ts';
import { withoutFragment } from '../normalise-url.ts';
import { AddressBook } from './address-book.ts';
import {
  type AskedWith,
  type HttpClientOptions,
  type Limits,
  type Timeouts,
  USUAL_LIMITS,
  USUAL_TIMEOUTS,
} from './client-options.ts';
import { type Connection, connectorTo } from './connector.ts';
import { Cookies } from './cookies.ts';
import { type Exchange, headerOf } from './exchange.ts';
import { explain } from './explain.ts';
import { type Received, receive } from './receive.ts';
import { OLD_TLS, type TlsOptions } from './tls.ts';
import { unpackBody } from './unpack-body.ts';

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const MOST_CLIENTS = 1_000;

interface Line {
  readonly client: Client;
  readonly connection: Connection;
}

/**
 * The crawl's one way out to the network. A request is one exchange: redirects are answers, not followed. One connection a
 * host and one request on it at a time; only addresses that may be asked are connected to; sizes and times are capped.
 */
export class HttpClient {
  readonly #userAgent: string;
  readonly #timeouts: Timeouts;
  readonly #limits: Limits;
  readonly #book: AddressBook;
  readonly #cookies = new Cookies();
  readonly #lines = new BoundedCache<string, Line>(MOST_CLIENTS, ({ client }) => void client.close());
  readonly #tls: (origin: string) => TlsOptions;
  #closed = false;

  /** @throws {FetchError} DNS where an entry of `connect` is no `address:port`. */
  constructor({ userAgent, timeouts, limits, legacyTls, authorities, ...book }: HttpClientOptions) {
    this.#userAgent = userAgent;
    this.#timeouts = { ...USUAL_TIMEOUTS, ...timeouts };
    this.#limits = { ...USUAL_LIMITS, ...limits };
    this.#book = new AddressBook(book);
    const trusted = authorities ? { ca: authorities } : {};
    this.#tls = (origin) => ({ ...trusted, ...(legacyTls?.(`${origin}/`) ? OLD_TLS : {}) });
  }

  /**
   * The address that a request would go to.
   *
   * @throws {FetchError} BAD_URL, DNS, PRIVATE_ADDRESS.
   */
  async resolve(url: string): Promise<string> {
    const { hostname } = readUrl(url);
    const [first] = await this.#book.endpoints(hostname);
    if (!first)
      throw new FetchError('DNS', {
        zh: `找不到 ${hostname} 的地址；请核对名称，或检查网络的 DNS`,
        en: `${hostname} has no address; check the name, or the network's DNS`,
      });
    return first.address;
  }

  /**
   * Asks once. What answers, with any status, is an exchange; also one that broke off, marked `truncated`.
   *
   * @throws {FetchError} BAD_URL, DNS, PRIVATE_ADDRESS, CONNECT, TLS, TIMEOUT, RESET, MALFORMED, BAD_ANSWER, TOO_LARGE, BOMB, CLOSED.
   */
  async fetch(request: CrawlRequest, asked: AskedWith = {}): Promise<Exchange> {
    const url = readUrl(request.url);
    if (this.#closed)
      throw new FetchError('CLOSED', {
        zh: `未访问 ${request.url}：抓取正在结束`,
        en: `${request.url} was not asked: the crawl is being ended`,
      });
    const line = this.#lineTo(url.origin);
    const startedAt = Date.now();
    const start = performance.now();
    const received = await this.#receive(line, url, request, asked);
    const took = performance.now() - start;

    const cookies = received.headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
    if (cookies.length > 0) this.#cookies.take(url, cookies);
    const unpacked = unpackBody(received.rawBody, headerOf(received, 'content-encoding'), this.#limits, request.url);
    return {
      url: request.url,
      ...received,
      body: unpacked.body,
      truncated: received.truncated || unpacked.truncated,
      remoteAddress: line.connection.address,
      startedAt,
      took,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#lines.values()].map(({ client }) => client.destroy()));
  }

  async #receive(line: Line, url: URL, crawlRequest: CrawlRequest, asked: AskedWith): Promise<Received> {
    const request: Dispatcher.DispatchOptions = {
      path: url.pathname + url.search,
      method: crawlRequest.method,
      headers: this.#headers(url, crawlRequest, asked),
      body: crawlRequest.body,
    };
    const limits = { whole: this.#timeouts.whole, received: this.#limits.received };
    const opened = line.connection.opened;
    try {
      return await receive(line.client, request, limits, crawlRequest.url);
    } catch (error) {
      const failure = explain(error, crawlRequest.url, this.#timeouts);
      // The host had closed the idle connection as the request went out: it never saw it.
      const stale =
        failure.code === 'RESET' && crawlRequest.method === 'GET' && opened > 0 && line.connection.opened === opened;
      if (!stale || this.#closed) throw failure;
    }
    try {
      return await receive(line.client, request, limits, crawlRequest.url);
    } catch (error) {
      throw explain(error, crawlRequest.url, this.#timeouts);
    }
  }

  #headers(url: URL, request: CrawlRequest, asked: AskedWith): string[] {
    const headers: (readonly [string, string | null | undefined])[] = [
      ['User-Agent', this.#userAgent],
      ['Accept', ACCEPT],
      ['Accept-Language', 'zh-CN,zh;q=0.9'],
      ['Accept-Encoding', 'gzip, deflate, br'],
      ['Content-Type', request.body === null ? null : request.bodyType],
      ['Referer', asked.referer && withoutFragment(asked.referer)],
      ['If-None-Match', asked.etag],
      ['If-Modified-Since', asked.lastModified],
      ['Cookie', this.#cookies.header(url)],
    ];
    return headers.flatMap(([name, value]) => (value && SENDABLE.test(value) ? [name, value] : []));
  }

  #lineTo(origin: string): Line {
    const known = this.#lines.refresh(origin);
    if (known) return known;
    const line = this.#open(origin);
    this.#lines.set(origin, line);
    return line;
  }

  #open(origin: string): Line {
    const connection: Connection = { address: null, opened: 0 };
    const client = new Client(origin, {
      connect: connectorTo(this.#book, connection, this.#timeouts.connect, this.#tls(origin)),
      headersTimeout: this.#timeouts.headers,
      bodyTimeout: this.#timeouts.headers,
      pipelining: 1,
      allowH2: false,
    });
    return { client, connection };
  }
}

/** What an older answer made us remember may hold anything; only printable Latin-1 can stand in a header. */
const SENDABLE = /^[\t\x20-\x7e\xa0-\xff]{1,8000}$/;

function readUrl(text: string): URL {
  const bad = (why: Message): FetchError =>
    new FetchError('BAD_URL', {
      zh: `${JSON.stringify(text.slice(0, 200))} ${why.zh}；只访问完整的 http 和 https 地址`,
      en: `${JSON.stringify(text.slice(0, 200))} ${why.en}; only absolute http and https addresses are asked`,
    });
  let url: URL;
  try {
    url = new URL(text);
  } catch (error) {
    throw Object.assign(bad({ zh: '不是网址', en: 'is no address' }), { cause: error });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw bad({ zh: `的协议为 ${url.protocol}`, en: `has the scheme ${url.protocol}` });
  if (url.username !== '' || url.password !== '') throw bad({ zh: '含用户名', en: 'has a user name in it' });
  return url;
}
