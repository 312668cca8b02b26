import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a host answers who asks it for a binary. */
export type Answer = (response: ServerResponse) => void;

export const file =
  (bytes: Uint8Array): Answer =>
  (response) =>
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);

export const missing: Answer = (response) => response.writeHead(404).end();

/** A byte now and then and never an end: no time-out between two bytes sees it. */
export const trickle: Answer = (response) => {
  response.writeHead(200, { 'content-length': 1_000_000 });
  const timer = setInterval(() => response.write('.'), 100);
  response.on('close', () => clearInterval(timer));
};

/** Stands on loopback for the host of sqlite3's releases. */
export class ReleaseHost {
  answer: Answer = missing;
  /** The paths that were asked for. */
  asked: string[] = [];
  onAsk: () => void = () => undefined;
  readonly #server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    this.answer(response);
    this.onAsk();
  });

  listen(): Promise<void> {
    return new Promise((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}
