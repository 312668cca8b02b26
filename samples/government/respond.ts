import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { sha256Of } from '../../src/model/bytes/digest.ts';
import type { OpenArrival } from './arrival.ts';
import type { Validators } from './host.ts';
import type { Answer } from './page.ts';

/** From an answer to bytes on the wire, with whatever goes wrong there on purpose. */

/** A time that changes with the contents, as a server's file time does; compared for equality, as nginx does. */
function timeOf(digest: string): string {
  const seconds = Date.UTC(2025, 0, 1) / 1000 + (Number.parseInt(digest.slice(0, 8), 16) % 20_000_000);
  return new Date(seconds * 1000).toUTCString();
}

function validatorsOf(body: Uint8Array, validators: Validators): Record<string, string> {
  const digest = sha256Of(body);
  return {
    ...(validators === 'both' || validators === 'etag' ? { ETag: `"${digest.slice(0, 20)}"` } : {}),
    ...(validators === 'both' || validators === 'modified' ? { 'Last-Modified': timeOf(digest) } : {}),
  };
}

/** If-None-Match goes before If-Modified-Since (RFC 9110, 13.2.2). */
function isUnchanged({ headers }: IncomingMessage, validators: Record<string, string>): boolean {
  const tag = headers['if-none-match'];
  if (tag !== undefined) return validators.ETag !== undefined && tag.split(/\s*,\s*/).includes(validators.ETag);
  const since = headers['if-modified-since'];
  return since !== undefined && since === validators['Last-Modified'];
}

/** What goes into the body, and how it is coded. */
function coded(answer: Answer, body: Uint8Array, accepts: boolean): { sent: Uint8Array; coding: string | null } {
  const { gzip, missing, times } = answer.wire ?? {};
  if (gzip === 'cut') {
    const whole = gzipSync(body);
    return { sent: whole.subarray(0, Math.floor(whole.length * 0.6)), coding: 'gzip' };
  }
  const text =
    /^text\/|json|javascript/.test(answer.type) && !missing && !times && !answer.headers?.['Content-Encoding'];
  return accepts && text ? { sent: gzipSync(body), coding: 'gzip' } : { sent: body, coding: null };
}

async function send(
  response: ServerResponse,
  body: Uint8Array,
  times: number,
  arrival: OpenArrival,
  handOver: () => void,
): Promise<void> {
  for (let time = 0; time < times && !response.destroyed; time += 1) {
    arrival.bytes += body.length;
    if (time === times - 1) handOver();
    if (!response.write(body) && !response.destroyed) await room(response);
  }
}

/** Until more can be written, or nothing can any more. */
function room(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
}

/** Answers a request, and writes down in `arrival` what it came to. `handOver` is told before the first and the last bytes go. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  { validators, compresses }: { validators: Validators; compresses: boolean },
  arrival: OpenArrival,
  handOver: () => void,
): Promise<void> {
  const { status = 200, type, headers = {}, wire = {} } = answer;
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const known = status === 200 && request.method === 'GET' ? validatorsOf(body, validators) : {};
  arrival.challenge = answer.challenge ?? false;
  arrival.part = answer.part ?? false;
  arrival.retryAfter = headers['Retry-After'] ? Number(headers['Retry-After']) : null;
  if (wire.slow) await wait(wire.slow);
  handOver();

  if (isUnchanged(request, known)) {
    arrival.status = 304;
    response.writeHead(304, known).end();
    return;
  }
  const accepts = compresses && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const { sent, coding } = coded(answer, body, accepts);
  const { missing = 0, times = 1 } = wire;
  arrival.status = status;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': sent.length * times + missing,
    ...(coding ? { 'Content-Encoding': coding } : {}),
    ...known,
    ...headers,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await send(response, sent, times, arrival, handOver);
  // A body that ends before its announced length: the connection has to go with it.
  if (missing > 0) response.socket?.end();
  else response.end();
}
