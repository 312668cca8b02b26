import type { ArchivePosition, FetchRecord } from '../frontier.ts';
import { type Exchange, headerOf } from '../http/exchange.ts';
import type { AnswerKind } from '../judge-answer.ts';
import { nextPace, type Pace, type PaceSettings } from '../pace.ts';
import { crawlDelay } from '../robots.ts';
import type { Ask } from '../visit.ts';
import type { Host } from './hosts.ts';
import type { CrawlPorts, RequestHeaders } from './ports.ts';
import type { Slots } from './slots.ts';

/** The run is over: nothing more is asked. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** An exchange, or why there is none; and the host's pace after it. */
export interface Requested<T> {
  readonly value: T;
  readonly pace: Pace;
}

/** Requests in turn: one at a time an address, each after the pause that the host's pace asks for. */
export class Requests {
  readonly #ports: CrawlPorts;
  readonly #pace: PaceSettings;
  readonly #slots: Slots;
  readonly #signal: AbortSignal;

  constructor(ports: CrawlPorts, pace: PaceSettings, slots: Slots, signal: AbortSignal) {
    this.#ports = ports;
    this.#pace = pace;
    this.#slots = slots;
    this.#signal = signal;
  }

  /**
   * Asks once it is the host's turn and looks at what came before the next may ask. `look` says what the answer was, for the
   * pace; it is given the exchange or the error. Throws `Stopped` where the run ends before the turn comes.
   */
  async ask<T>(
    host: Host,
    ask: Ask,
    headers: RequestHeaders,
    look: (came: Exchange | Error) => Promise<{ readonly value: T; readonly kind: AnswerKind | 'silence' }>,
  ): Promise<Requested<T>> {
    const { clock, client, random } = this.#ports;
    const { group } = host;
    await group.turn.take();
    try {
      await this.#wait(host);
      await this.#slots.take();
      let came: Exchange | Error;
      const startedAt = clock.now();
      try {
        came = await client.fetch(ask, headers);
      } catch (error) {
        came = error instanceof Error ? error : new Error(String(error));
      } finally {
        this.#slots.give();
      }
      const endedAt = clock.now();
      const { value, kind } = await look(came);
      const event = {
        kind,
        at: endedAt,
        took: came instanceof Error ? endedAt - startedAt : came.took,
        crawlDelay: crawlDelay(host.state),
        retryAfter: came instanceof Error ? null : headerOf(came, 'retry-after'),
      };
      const pace = nextPace(host.state, event, this.#pace, random());
      host.change(pace);
      // What one host did wrong is not held against the others of its address; the usual pause is.
      const shared = nextPace(
        { delay: 0, strikes: 0, notBefore: 0, waitsFor: null },
        { ...event, kind: 'ok', retryAfter: null },
        this.#pace,
        random(),
      );
      group.notBefore = Math.max(group.notBefore, shared.notBefore);
      return { value, pace };
    } finally {
      group.turn.give();
    }
  }

  async #wait(host: Host): Promise<void> {
    const { clock } = this.#ports;
    for (;;) {
      if (this.#signal.aborted) throw new Stopped('the run was ended before this request');
      const wait = host.readyAt - clock.now();
      if (wait <= 0) return;
      await clock.sleep(wait, this.#signal);
    }
  }
}

/** An exchange as it is written down. `sha256` is of the decompressed body, null where there is none. */
export function fetchRecord(
  ask: Ask,
  exchange: Exchange,
  sha256: string | null,
  archive: ArchivePosition | null,
): FetchRecord {
  return {
    url: ask.url,
    method: ask.method,
    fetchedAt: exchange.startedAt,
    status: exchange.status,
    etag: headerOf(exchange, 'etag'),
    lastModified: headerOf(exchange, 'last-modified'),
    sha256,
    bytes: exchange.rawBody.length,
    took: exchange.took,
    errorCode: null,
    errorMessage: null,
    archive,
  };
}

/** A request that no answer came to. */
export function failedRecord(ask: Ask, error: Error, fetchedAt: number, took: number): FetchRecord {
  return {
    url: ask.url,
    method: ask.method,
    fetchedAt,
    status: null,
    etag: null,
    lastModified: null,
    sha256: null,
    bytes: 0,
    took,
    errorCode: 'code' in error ? String(error.code) : 'INTERNAL',
    errorMessage: error.message,
    archive: null,
  };
}
