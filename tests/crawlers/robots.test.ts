import { describe, expect, it } from 'vitest';
import { concludeRobots, crawlDelay, type RobotsState, robotsUrl, robotsVerdict } from '../../crawlers/robots.ts';

const NOW = Date.UTC(2026, 0, 15);
const HOUR = 3_600_000;
const URL_ASKED = 'http://www.lanzhu.gov.cn/robots.txt';

const state = (robotsStatus: number | null, robotsAt: number | null, robots: string | null = null): RobotsState => ({
  robots,
  robotsStatus,
  robotsAt,
});
const NO_NB = 'User-agent: *\nDisallow: /nb\nCrawl-delay: 7';

describe('robotsVerdict', () => {
  it.each([
    ['never asked', state(null, null), 'ask'],
    ['forbidden by its rules', state(200, NOW - HOUR, NO_NB), 'disallowed'],
    ['allowed by its rules', state(200, NOW - HOUR, 'User-agent: *\nDisallow: /nb/'), 'allowed'],
    ['a day old', state(200, NOW - 24 * HOUR, NO_NB), 'ask'],
    ['from the future', state(200, NOW + 1, NO_NB), 'ask'],
    ['not there', state(404, NOW - HOUR), 'allowed'],
    ['not for us', state(403, NOW - HOUR), 'allowed'],
    ['not there, a day ago', state(404, NOW - 25 * HOUR), 'ask'],
    ['redirects without end', state(302, NOW - HOUR), 'allowed'],
    ['out of order', state(503, NOW - 1), 'unreachable'],
    ['asked too often', state(429, NOW - 1), 'unreachable'],
    ['without an answer', state(0, NOW - 1), 'unreachable'],
    ['without an answer an hour ago', state(0, NOW - HOUR), 'ask'],
  ])('%s', (_, robots, verdict) => {
    expect(robotsVerdict(robots, 'http://www.lanzhu.gov.cn/nb?a', NOW)).toBe(verdict);
  });

  it('looks at the query too', () => {
    const robots = state(200, NOW, 'User-agent: *\nDisallow: /*?id=');
    expect(robotsVerdict(robots, 'http://www.lanzhu.gov.cn/a?id=1', NOW)).toBe('disallowed');
    expect(robotsVerdict(robots, 'http://www.lanzhu.gov.cn/a', NOW)).toBe('allowed');
  });
});

const answer = (status: number, body: string | Uint8Array = '', location?: string) => ({
  url: URL_ASKED,
  status,
  headers: location === undefined ? [] : ([['Location', location]] as const),
  body: typeof body === 'string' ? Buffer.from(body) : body,
});

describe('settleRobots', () => {
  it.each([
    ['200', answer(200, NO_NB), state(200, NOW, NO_NB)],
    ['an empty one', answer(200), state(200, NOW, '')],
    ['404', answer(404, NO_NB), state(404, NOW)],
    ['503', answer(503, NO_NB), state(503, NOW)],
    ['no answer', null, state(0, NOW)],
    ['a redirect without a place', answer(302), state(302, NOW)],
    ['a redirect to no place', answer(302, '', 'javascript:1'), state(302, NOW)],
  ])('%s', (_, given, settled) => {
    expect(concludeRobots(given, 0, NOW)).toEqual(settled);
  });

  it('follows five redirects and then takes it that there is none', () => {
    const moved = answer(301, '', '//lanzhu.gov.cn/robots.txt');
    expect(concludeRobots(moved, 0, NOW)).toEqual({ follow: 'http://lanzhu.gov.cn/robots.txt' });
    expect(concludeRobots(moved, 4, NOW)).toEqual({ follow: 'http://lanzhu.gov.cn/robots.txt' });
    expect(concludeRobots(moved, 5, NOW)).toEqual(state(301, NOW));
  });

  it('reads 500 KiB and no line that the cap cuts', () => {
    const filler = `#${'x'.repeat(500 * 1024 - 40)}\n`;
    const settled = concludeRobots(
      answer(200, `User-agent: *\n${filler}Disallow: /nb/2020/and/so/on\nDisallow: /`),
      0,
      NOW,
    );
    expect(settled).toMatchObject({ robots: `User-agent: *\n${filler}` });
  });
});

describe('crawlDelay', () => {
  it.each([
    [NO_NB, 7_000],
    ['User-agent: *\nCrawl-delay: 86400', 120_000],
    ['User-agent: *\nDisallow:', 0],
    [null, 0],
  ])('%j', (robots, delay) => {
    expect(crawlDelay({ robots })).toBe(delay);
  });
});

it('stands at the root of the origin', () => {
  expect(robotsUrl('http://www.lanzhu.gov.cn:8080')).toBe('http://www.lanzhu.gov.cn:8080/robots.txt');
});
