import { describe, expect, it } from 'vitest';
import {
  nextThrottle,
  type Throttle,
  type ThrottleEvent,
  type ThrottleSettings,
  USUAL_PACE,
} from '../../crawlers/throttle.ts';

const AT = Date.UTC(2026, 0, 15);
const HOUR = 3_600_000;
const FRESH: Throttle = { delay: 0, failures: 0, notBefore: 0, waitsFor: null };

const event = (change: Partial<ThrottleEvent> = {}): ThrottleEvent => ({
  kind: 'ok',
  at: AT,
  took: 100,
  crawlDelay: 0,
  retryAfter: null,
  ...change,
});
const pauseAfter = (
  change: Partial<ThrottleEvent>,
  previous = FRESH,
  settings: ThrottleSettings = USUAL_PACE,
  random = 0,
) => nextThrottle(previous, event(change), settings, random).notBefore - AT;

const OFF: ThrottleSettings = { ...USUAL_PACE, leastDelay: 0 };

describe('the pause', () => {
  it.each<[string, Partial<ThrottleEvent>, number]>([
    ['at least three seconds', {}, 3_000],
    ['five times a slow answer', { took: 2_000 }, 10_000],
    ['two minutes at most for a very slow one', { took: 100_000 }, 120_000],
    ['what robots.txt asks for', { crawlDelay: 9_000 }, 9_000],
    ['what robots.txt asks for is no upper bound', { crawlDelay: 4_000, took: 1_000 }, 5_000],
    ['what Retry-After asks for, in seconds', { kind: 'busy', retryAfter: '120' }, 120_000],
    ['what Retry-After asks for, as a date', { kind: 'busy', retryAfter: 'Thu, 15 Jan 2026 00:10:00 GMT' }, 600_000],
    ['a day at most for Retry-After', { kind: 'busy', retryAfter: '99999999' }, 24 * HOUR],
    ['no less for a Retry-After of nothing', { kind: 'busy', retryAfter: '0' }, 6_000],
    ['no less for a date that is past', { kind: 'busy', retryAfter: 'Wed, 14 Jan 2026 00:00:00 GMT' }, 6_000],
    ['no other for a Retry-After that says nothing', { retryAfter: '2030' + '年' }, 3_000],
    ['a week after a challenge', { kind: 'challenge' }, 7 * 24 * HOUR],
    ['the usual for a page that is gone', { kind: 'gone' }, 3_000],
    ['the usual for a captcha before one file', { kind: 'guarded' }, 3_000],
  ])('%s', (_, change, pause) => {
    expect(pauseAfter(change)).toBe(pause);
  });

  it('is longer by up to a tenth, and never shorter', () => {
    expect(pauseAfter({}, FRESH, USUAL_PACE, 0.5)).toBe(3_150);
    expect(pauseAfter({}, FRESH, USUAL_PACE, 1)).toBe(3_300);
  });

  it('is none where pauses are off, but for what the host asks for', () => {
    expect(pauseAfter({ took: 5_000 }, FRESH, OFF, 1)).toBe(0);
    expect(pauseAfter({ took: 100, crawlDelay: 2_000 }, FRESH, OFF)).toBe(2_000);
    expect(pauseAfter({ retryAfter: '5' }, FRESH, OFF)).toBe(5_000);
    expect(pauseAfter({ kind: 'busy' }, FRESH, OFF)).toBe(OFF.firstExtra);
  });
});

/** The learnt delay after each of several answers. */
function learn(kinds: readonly ThrottleEvent['kind'][], settings: ThrottleSettings = USUAL_PACE): Throttle[] {
  let pace = FRESH;
  return kinds.map((kind) => {
    pace = nextThrottle(pace, event({ kind }), settings, 0);
    return pace;
  });
}

describe('what is learnt', () => {
  it('doubles with refusals, halves with answers', () => {
    const kinds = ['refused', 'busy', 'silence', 'ok', 'gone', 'unchanged', 'ok'] as const;
    expect(learn(kinds).map(({ delay }) => delay)).toEqual([3_000, 6_000, 12_000, 6_000, 3_000, 1_500, 0]);
    expect(learn(kinds).map(({ failures }) => failures)).toEqual([1, 2, 3, 0, 0, 0, 0]);
  });

  it('has an end', () => {
    const paces = learn(Array.from({ length: 20 }, () => 'busy' as const));
    expect(paces.at(-1)?.delay).toBe(USUAL_PACE.mostExtra);
  });

  it('parks a host after five in a row for minutes, after a seventh for hours, and forgets with one answer', () => {
    const paces = learn(['busy', 'busy', 'busy', 'busy', 'busy', 'silence', 'busy', 'busy', 'ok']);
    const parked = paces.map(({ waitsFor, notBefore }) => (waitsFor === null ? 0 : (notBefore - AT) / 60_000));
    expect(parked).toEqual([0, 0, 0, 0, 3, 8, 360, 360, 0]);
    expect(paces[8]).toMatchObject({ failures: 0, waitsFor: null });
  });

  it('counts no refusal where the server says when to come again', () => {
    let pace = FRESH;
    for (let nth = 0; nth < 6; nth += 1)
      pace = nextThrottle(pace, event({ kind: 'busy', retryAfter: '1' }), USUAL_PACE, 0);
    expect(pace).toMatchObject({ failures: 0, delay: 0, waitsFor: null });
  });

  it('waits longer than parked where the host asks for it', () => {
    const strained: Throttle = { ...FRESH, failures: 4 };
    expect(pauseAfter({ kind: 'busy', retryAfter: '43200' }, strained)).toBe(12 * HOUR);
  });

  it('says why a host waits', () => {
    expect(nextThrottle(FRESH, event({ kind: 'challenge' }), USUAL_PACE, 0).waitsFor?.en).toContain('challenge');
    expect(learn(['busy', 'busy', 'busy', 'busy', 'busy']).at(-1)?.waitsFor?.en).toContain('5 refusals');
  });
});
