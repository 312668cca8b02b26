import type { CrawlRequest, FrontierEntry } from '../../src/model/crawl/entry.ts';
import { FetchError } from '../errors.ts';
import { type Exchange, headerOf } from '../http/exchange.ts';
import type { AnswerKind } from '../judge-answer.ts';
import { requestKey } from '../normalise-url.ts';
import { crawlDelay } from '../robots.ts';
import { nextThrottle, type ThrottleEvent, type ThrottleSettings } from '../throttle.ts';
import { type Answer, answerOf, digestOf, noAnswer } from './answer.ts';
import { afterRequest } from './contact.ts';
import type { Host } from './hosts.ts';
import type { CrawlPorts, RequestHeaders } from './ports.ts';
import type { Slots } from './slots.ts';
import type { CrawlTally } from './tally.ts';

/** The run is over: nothing more is asked. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What an answer was, for the pace, and whatever else was made of it. */
interface Looked<T> {
  readonly value: T;
  readonly kind: AnswerKind | 'silence';
}

/** A request that ended, with an answer or without. */
type Ended = Pick<ThrottleEvent, 'kind' | 'at' | 'took'> & Pick<Exchange, 'headers'>;

/** Requests in turn: one at a time an address, each after the pause that the host's pace asks for. */
export class Requests {
  readonly #ports: CrawlPorts;
  readonly #throttle: ThrottleSettings;
  readonly #slots: Slots;
  readonly #signal: AbortSignal;
  readonly #tally: CrawlTally;

  constructor(ports: CrawlPorts, throttle: ThrottleSettings, slots: Slots, signal: AbortSignal, tally: CrawlTally) {
    this.#ports = ports;
    this.#throttle = throttle;
    this.#slots = slots;
    this.#signal = signal;
    this.#tally = tally;
  }

  /** Asks for a visit, or for a part of its page, archives what comes and judges it. Throws `Stopped`. */
  askFor(host: Host, entry: FrontierEntry, request: CrawlRequest, headers: RequestHeaders, homeSha256: string | null) {
    const { archive, clock } = this.#ports;
    return this.ask<{ answer: Answer; exchange: Exchange | null }>(host, request, headers, async (came) => {
      if (came instanceof Error) {
        const answer = noAnswer(entry, request, came, clock.now());
        const silent = came instanceof FetchError && came.isSilence;
        return { value: { answer, exchange: null }, kind: silent ? 'silence' : 'broken' };
      }
      const sha256 = digestOf(came.body);
      const position = await archive.write(came, { place: requestKey(entry), sha256, previous: entry.sha256 });
      const answer = answerOf(entry, request, came, { sha256, homeSha256, position });
      return { value: { answer, exchange: came }, kind: answer.judgement.kind };
    });
  }

  /**
   * Asks once it is the host's turn and looks at what came before the next may ask. `look` is given the answer, or why there is
   * none. Throws `Stopped` where the run ends before the turn comes.
   */
  async ask<T>(
    host: Host,
    request: CrawlRequest,
    headers: RequestHeaders,
    look: (came: Exchange | Error) => Promise<Looked<T>>,
  ): Promise<T> {
    const { clock } = this.#ports;
    await host.group.turn.take();
    try {
      await this.#wait(host);
      await this.#slots.take();
      try {
        const startedAt = clock.now();
        const came = await this.#fetch(request, headers);
        const at = clock.now();
        const { value, kind } = await look(came);
        this.#count(host, came, kind);
        const silence = { took: at - startedAt, headers: [] };
        this.adjustThrottle(host, { kind, at, ...(came instanceof Error ? silence : came) });
        return value;
      } finally {
        this.#slots.give();
      }
    } finally {
      host.group.turn.give();
    }
  }

  #count(host: Host, came: Exchange | Error, kind: Looked<unknown>['kind']): void {
    if (host.contact.requests === 0) this.#tally.hosts += 1;
    this.#tally.requests += 1;
    host.contact = afterRequest(host.contact, came, kind);
  }

  async #fetch(request: CrawlRequest, headers: RequestHeaders): Promise<Exchange | Error> {
    try {
      return await this.#ports.client.fetch(request, headers);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /**
   * The host's throttle after a request: one of this run, or one that a killed run made and did not write down. What one host did
   * wrong is not held against the others of its address; the usual pause is.
   */
  adjustThrottle(host: Host, { kind, at, took, headers }: Ended): void {
    const { random } = this.#ports;
    const event = {
      kind,
      at,
      took,
      crawlDelay: crawlDelay(host.state),
      retryAfter: headerOf({ headers }, 'retry-after'),
    };
    host.change(nextThrottle(host.state, event, this.#throttle, random()));
    const innocent = { delay: 0, failures: 0, notBefore: 0, waitsFor: null };
    const shared = nextThrottle(innocent, { ...event, kind: 'ok', retryAfter: null }, this.#throttle, random());
    host.group.notBefore = Math.max(host.group.notBefore, shared.notBefore);
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
