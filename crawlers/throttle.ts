import type { HostState } from '../src/model/crawl/frontier.ts';
import type { AnswerKind } from './judge-answer.ts';
import { retryAt } from './retry-after.ts';

/** How a host, or all hosts of one address, may be asked. */
export type Throttle = Pick<HostState, 'delay' | 'failures' | 'notBefore' | 'waitsFor'>;

/** Times in ms. */
export interface ThrottleSettings {
  /** The least pause between two requests; 0 turns pauses off, but for those that the host itself asks for or teaches. */
  readonly leastDelay: number;
  /** Pauses are this many times as long as the last answer took... */
  readonly factor: number;
  /** ...but no longer than this. */
  readonly mostDelay: number;
  /** Pauses are lengthened by up to this share, by chance. */
  readonly jitter: number;
  /** The first extra pause after a refusal; doubled with each further one. */
  readonly firstExtra: number;
  readonly mostExtra: number;
  /** So many refusals in a row park a host, each further one for the next of these; the last is for good, as far as a night goes. */
  readonly mostFailures: number;
  readonly parkedFor: readonly number[];
  /** How long a host that shows a challenge page is left alone. */
  readonly challengedFor: number;
}

export const USUAL_PACE: ThrottleSettings = {
  leastDelay: 3_000,
  factor: 5,
  mostDelay: 120_000,
  jitter: 0.1,
  firstExtra: 3_000,
  mostExtra: 600_000,
  mostFailures: 5,
  parkedFor: [3 * 60_000, 8 * 60_000, 6 * 3_600_000],
  challengedFor: 7 * 86_400_000,
};

/** One request that ended, well or not. */
export interface ThrottleEvent {
  /** `silence`: no answer came, a FetchError of `isSilence`. */
  readonly kind: AnswerKind | 'silence';
  /** When it ended, ms since 1970. */
  readonly at: number;
  /** ms from request to last byte, or to giving up. */
  readonly took: number;
  /** What robots.txt asks for, ms; 0 for nothing. */
  readonly crawlDelay: number;
  /** The answer's Retry-After, as sent. */
  readonly retryAfter: string | null;
}

const STRAINED: ReadonlySet<ThrottleEvent['kind']> = new Set(['refused', 'busy', 'silence']);

/** The pace after a request. `random` is 0 to 1. */
export function nextThrottle(
  previous: Throttle,
  event: ThrottleEvent,
  settings: ThrottleSettings,
  random: number,
): Throttle {
  const { at } = event;
  if (event.kind === 'challenge') {
    const waitsFor = { zh: '出现验证页面', en: 'it shows a challenge page' };
    return { ...previous, notBefore: at + settings.challengedFor, waitsFor };
  }
  // A server that says when to come again is managing its load, not refusing.
  const named = event.kind === 'busy' && (retryAt(event.retryAfter, at) ?? at) > at;
  const strained = STRAINED.has(event.kind) && !named;
  const failures = strained ? previous.failures + 1 : named ? previous.failures : 0;
  const delay = strained ? longer(previous.delay, settings) : shorter(previous.delay, settings);
  const asked = retryAt(event.retryAfter, at) ?? at;
  if (failures >= settings.mostFailures) {
    return {
      delay,
      failures,
      notBefore: Math.max(at + parkedFor(failures, settings), asked),
      waitsFor: {
        zh: `连续 ${failures} 次拒绝或超时，暂停访问`,
        en: `parked after ${failures} refusals or time-outs in a row`,
      },
    };
  }
  const pause = (usualPause(event, settings) + delay) * (1 + settings.jitter * random);
  return { delay, failures, notBefore: Math.max(at + Math.round(pause), asked), waitsFor: null };
}

const parkedFor = (failures: number, { parkedFor, mostFailures }: ThrottleSettings): number =>
  parkedFor[Math.min(failures - mostFailures, parkedFor.length - 1)] ?? 0;

function usualPause({ took, crawlDelay }: ThrottleEvent, { leastDelay, factor, mostDelay }: ThrottleSettings): number {
  if (leastDelay === 0 && crawlDelay === 0) return 0;
  return Math.max(leastDelay, crawlDelay, Math.min(factor * took, mostDelay));
}

const longer = (delay: number, { firstExtra, mostExtra }: ThrottleSettings): number =>
  Math.min(Math.max(delay * 2, firstExtra), mostExtra);

const shorter = (delay: number, { firstExtra }: ThrottleSettings): number =>
  delay / 2 < firstExtra / 2 ? 0 : Math.round(delay / 2);
