import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Arrival, type OpenArrival, now as present } from './arrival.ts';
import { pageAt } from './find-page.ts';
import type { Host } from './host.ts';
import { type Answer, answerOf, html } from './page.ts';
import { respond } from './respond.ts';

/** The sample portal could not be put up. */
export class SamplePortalError extends Error {
  override readonly name = 'SamplePortalError';
  readonly text: { readonly zh: string; readonly en: string };

  constructor(text: SamplePortalError['text'], options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

/** Hosts on the loopback addresses they name, one server an address. */
interface Serving {
  /** Host name to `address:port`. */
  readonly connect: Readonly<Record<string, string>>;
  /** Every request in the order of arrival. */
  readonly log: readonly Arrival[];
  close(): Promise<void>;
}

const MOST_POSTED = 64 * 1024;

async function posted(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_POSTED) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const one = (value: string | undefined): string | null => value ?? null;

function arrive(log: OpenArrival[], now: () => number, address: string, request?: IncomingMessage): OpenArrival {
  const { headers = {}, method = '', url: path = '' } = request ?? {};
  const arrival: OpenArrival = {
    at: now(),
    host: (headers.host ?? '').replace(/:\d+$/, '').toLowerCase(),
    address,
    method,
    path,
    userAgent: one(headers['user-agent']),
    referer: one(headers.referer),
    ifNoneMatch: one(headers['if-none-match']),
    ifModifiedSince: one(headers['if-modified-since']),
    cookie: one(headers.cookie),
    status: null,
    bytes: 0,
    endedAt: null,
    inFlightAtArrival: log.filter((other) => other.address === address && other.endedAt === null).length,
    retryAfter: null,
    challenge: false,
    part: false,
  };
  log.push(arrival);
  return arrival;
}

/** Serves the hosts that `hosts` gives at the moment of each request; `now` is the clock of the log, ms since 1970. */
export async function serve(hosts: () => readonly Host[], now: () => number = present): Promise<Serving> {
  const log: OpenArrival[] = [];
  const times = new Map<string, number>();

  async function handle(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const arrival = arrive(log, now, address, request);
    let handedOver = arrival.at;
    const end = (): void => {
      arrival.endedAt ??= handedOver;
    };
    response.once('close', end);
    const host = hosts().find(({ names, address: where }) => where === address && names.includes(arrival.host));
    const base = `http://${arrival.host || 'unknown'}`;
    const url = URL.canParse(arrival.path, base) ? new URL(arrival.path, base) : null;
    let answer: Answer = html('no such host here', { status: 421 });
    if (host && url) {
      const key = `${arrival.method} ${host.names[0]}${arrival.path}`;
      const before = times.get(key) ?? 0;
      times.set(key, before + 1);
      const { method, headers } = request;
      const body = await posted(request);
      answer = answerOf(pageAt(host, url), { host: arrival.host, method: method ?? '', url, headers, body, before });
    }
    const validators = host?.validators ?? 'none';
    await respond(request, response, answer, { validators, compresses: validators === 'both' }, arrival, () => {
      handedOver = now();
    });
    end();
  }

  /** What is no HTTP, such as the greeting of TLS, is turned away as servers do. */
  function refuse(socket: Socket, address: string): void {
    const arrival = arrive(log, now, address);
    Object.assign(arrival, { status: 400, endedAt: now() });
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  }

  const servers = new Map<string, Server>();
  const ports = new Map<string, number>();
  const close = async (): Promise<void> => {
    await Promise.all(
      [...servers.values()].map((server) => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        return closed;
      }),
    );
  };
  for (const address of new Set(hosts().map((host) => host.address))) {
    const server = createServer((request, response) => {
      handle(request, response, address).catch((error: unknown) => response.destroy(error as Error));
    });
    server.on('clientError', (_, socket) => refuse(socket as Socket, address));
    await listen(server, address).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    servers.set(address, server);
    ports.set(address, (server.address() as AddressInfo).port);
  }
  const connect = Object.fromEntries(
    hosts().flatMap(({ names, address }) => names.map((name) => [name, `${address}:${ports.get(address)}`])),
  );
  return { connect, log, close };
}

/** Listens on a port that the system chooses. */
export function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const advice =
        error.code === 'EADDRNOTAVAIL'
          ? {
              zh: `本系统没有地址 ${address}；请把它加到环回接口（macOS：sudo ifconfig lo0 alias ${address}）`,
              en: `this system has no address ${address}; give it to the loopback interface (macOS: sudo ifconfig lo0 alias ${address})`,
            }
          : {
              zh: '请看是否有什么禁止在环回接口上监听',
              en: 'see whether something forbids listening on the loopback interface',
            };
      reject(
        new SamplePortalError(
          {
            zh: `样例网站无法在 ${address} 上监听（${error.message}）；${advice.zh}`,
            en: `the sample portal can't listen on ${address} (${error.message}); ${advice.en}`,
          },
          { cause: error },
        ),
      );
    });
    server.listen(0, address, resolve);
  });
}
