import type { Client, Dispatcher } from 'undici';
import { FetchError } from '../errors.ts';

/** What came of one request, before its body is unpacked. */
export interface Received {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly rawBody: Uint8Array;
  /** The connection ended before the body did. */
  readonly truncated: boolean;
}

interface ReceiveLimits {
  /** ms for everything, from request to last byte. */
  readonly whole: number;
  /** Bytes of the body as received. */
  readonly received: number;
}

/**
 * Sends one request and gathers its answer. An answer that breaks off after its headers is given back as truncated.
 *
 * @throws {FetchError} TIMEOUT, TOO_LARGE; errors of undici, of the connection and of the address book as they are.
 */
export function receive(
  client: Client,
  request: Dispatcher.DispatchOptions,
  { whole, received }: ReceiveLimits,
  url: string,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let head: Omit<Received, 'rawBody' | 'truncated'> | null = null;
    let controller: Dispatcher.DispatchController | null = null;
    let failure: FetchError | null = null;

    const fail = (error: FetchError) => {
      failure = error;
      if (controller) controller.abort(error);
      else reject(error);
    };
    const timer = setTimeout(() => {
      fail(
        new FetchError('TIMEOUT', {
          zh: `${url} 在 ${whole / 1000} 秒内未能收完，已收 ${bytes} 字节；稍后再试`,
          en: `${url} was not whole after ${whole / 1000} s, ${bytes} bytes had come; it is tried again later`,
        }),
      );
    }, whole);
    const tooLarge = (size: number) =>
      new FetchError('TOO_LARGE', {
        zh: `${url} 至少有 ${size} 字节；最多抓取 ${received} 字节，故略去`,
        en: `${url} has ${size} bytes or more; at most ${received} are fetched, so it was left out`,
      });
    const finish = (truncated: boolean) => {
      if (head)
        resolve({ ...head, rawBody: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks), truncated });
    };

    client.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (failure) started.abort(failure);
      },
      onResponseStart(started, status, headers, statusText = '') {
        if (status < 200) return;
        head = { status, statusText, headers: pairs(started.rawHeaders) };
        const announced = Number(headers['content-length']);
        if (announced > received) fail(tooLarge(announced));
      },
      onResponseData(_, chunk) {
        bytes += chunk.length;
        if (bytes > received) fail(tooLarge(bytes));
        else chunks.push(chunk);
      },
      onResponseEnd() {
        clearTimeout(timer);
        finish(false);
      },
      onResponseError(_, error) {
        clearTimeout(timer);
        if (failure || !head || isTimeout(error)) reject(failure ?? error);
        else finish(true);
      },
    });
  });
}

const isTimeout = (error: Error): boolean => 'code' in error && String(error.code).endsWith('_TIMEOUT');

/** Latin-1 keeps every byte as it came, so that the archive can write the very header. */
function pairs(raw: Dispatcher.DispatchController['rawHeaders']): [string, string][] {
  if (!Array.isArray(raw)) return [];
  const text = (part: Buffer | string | undefined) =>
    typeof part === 'string' ? part : (part?.toString('latin1') ?? '');
  return Array.from({ length: raw.length >> 1 }, (_, index) => [text(raw[2 * index]), text(raw[2 * index + 1])]);
}
