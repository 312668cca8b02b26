import { type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** One answer as a plain client gets it: no redirects followed, nothing tried again. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body had the length that was announced. */
  readonly whole: boolean;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Stops reading after so many bytes. */
  readonly most?: number;
}

/** Asks a host of the portal for an address of its, over the connection that the `connect` table names. */
export function ask(
  connect: Readonly<Record<string, string>>,
  address: string,
  question: Question = {},
): Promise<Answered> {
  const url = new URL(address);
  const [host, port] = connect[url.hostname]?.split(':') ?? [];
  if (!host || !port) throw new Error(`${url.hostname} is no host of the sample portal`);
  const { method = 'GET', headers = {}, body, most = 4 << 20 } = question;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host,
        port: Number(port),
        method,
        path: url.pathname + url.search,
        agent: false,
        headers: { Host: url.hostname, ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        const done = (whole: boolean): void => {
          const bytes = Buffer.concat(parts);
          const plain = whole && response.headers['content-encoding'] === 'gzip' ? unpack(bytes) : bytes;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: plain,
            text: plain.toString('utf8'),
            whole,
          });
        };
        response.on('data', (part: Buffer) => {
          parts.push(part);
          length += part.length;
          if (length > most) response.destroy();
        });
        response.once('end', () => done(response.complete));
        response.once('close', () => done(false));
        response.on('error', () => done(false));
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** What was compressed; the bytes as they are where they were cut. */
function unpack(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: 8 << 20 });
  } catch {
    return bytes;
  }
}

/** The same until it is had: what is busy, down or cut the first time is asked for again at once, with the cookie given. */
export async function askAgain(
  connect: Readonly<Record<string, string>>,
  address: string,
  question: Question = {},
): Promise<Answered> {
  const headers = { Referer: `${new URL(address).origin}/`, Cookie: 'CT6T=ok', ...question.headers };
  const first = await ask(connect, address, { ...question, headers });
  const good = first.status === 200 && first.whole && !isGzip(first.bytes);
  return good ? first : ask(connect, address, { ...question, headers });
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
