import fc from 'fast-check';
import * as robotsParser from 'robots-parser';
import { describe, expect, it } from 'vitest';
import { allows, parseRobots } from '../../crawlers/robots-rules.ts';

// The package declares the default export of an ES module and is a CommonJS function.
const parse = robotsParser.default as unknown as typeof robotsParser.default.default;

const may = (robots: string, path: string): boolean => allows(parseRobots(robots, 'Lanting'), path);

describe('which group', () => {
  it.each([
    ['its own over that of all', 'User-agent: *\nDisallow: /\n\nUser-agent: Lanting\nDisallow: /b', true],
    ['its own in any case', 'user-AGENT: lanTING\nDisallow: /a', false],
    ['its own by the token before the version', 'User-agent: Lanting/2.0 (x)\nDisallow: /a', false],
    ['not one whose name only begins alike', 'User-agent: LantingBot\nDisallow: /a', true],
    ['not one whose name it begins with', 'User-agent: Lan\nDisallow: /a', true],
    ['not that of others', 'User-agent: Baiduspider\nDisallow: /', true],
    ['that of all', 'User-agent: *\nDisallow: /a', false],
    ['one with several names', 'User-agent: Baiduspider\nUser-agent: Lanting\nDisallow: /a', false],
    [
      'several of its own, joined',
      'User-agent: Lanting\nDisallow: /b\nUser-agent: x\nUser-agent: Lanting\nDisallow: /a',
      false,
    ],
    ['an own one that allows everything', 'User-agent: *\nDisallow: /\nUser-agent: Lanting\nDisallow:', true],
    [
      'names that a sitemap stands between',
      'User-agent: Lanting\nSitemap: http://x/\nUser-agent: b\nDisallow: /a',
      false,
    ],
    ['names that an empty line stands between', 'User-agent: Lanting\n\nUser-agent: b\nDisallow: /a', false],
    ['names that a delay ends', 'User-agent: *\nCrawl-delay: 5\nUser-agent: b\nDisallow: /a', true],
    ['no rule before the first name', 'Disallow: /\nUser-agent: *\nDisallow: /b', true],
    ['after a byte order mark', '\ufeffUser-agent: *\nDisallow: /a', false],
    ['with line ends of Windows', 'User-agent: *\r\nDisallow: /a\r\n', false],
    ['with line ends of old Macs', 'User-agent: *\rDisallow: /a\r', false],
    ['with comments', 'User-agent: * # all\nDisallow: /a # this', false],
    ['a comment that holds a rule', 'User-agent: *\n# Disallow: /a', true],
    ['with spaces', '  User-agent :  *  \n  Disallow :  /a  ', false],
    ['in a page of HTML', '<html><body>User-agent: *<br>Disallow: /</body></html>', true],
    ['in nothing', '', true],
  ])('%s', (_, robots, allowed) => {
    expect(may(robots, '/a')).toBe(allowed);
  });
});

describe('which rule', () => {
  it.each([
    ['/a', '/', true],
    ['/a', '/a', false],
    ['/a', '/abc?d', false],
    ['/a', '/A', true],
    ['/a/', '/a', true],
    ['/', '/x', false],
    ['/*.pdf', '/x/y.pdf', false],
    ['/*.pdf', '/x/y.pdf?z', false],
    ['/*.pdf$', '/x/y.pdf?z', true],
    ['/*.pdf$', '/x.pdf/y.pdf', false],
    ['/a$', '/a', false],
    ['/a$', '/ab', true],
    ['/a*$', '/abc', false],
    ['/$', '/', false],
    ['/$', '/a', true],
    ['*', '/a', false],
    ['/*/b/*/d', '/a/b/c/d', false],
    ['/a*b*c', '/acb', true],
    ['/ab*b$', '/ab', true],
    ['/**a', '/xa', false],
    ['/a?id=', '/a?id=3', false],
    ['/年报', '/%E5%B9%B4%E6%8A%A5/', false],
    ['/%e5%b9%b4', '/%E5%B9%B4', false],
    ['/%7Euser', '/~user', false],
    ['/~user', '/%7euser', false],
    ['/%62%61', '/ba', false],
    ['/a%2Fb', '/a/b', true],
    ['/a/b', '/a%2Fb', true],
    ['/a%2Ab', '/a*b', false],
    ['/a%2Ab', '/axb', true],
    ['/a%24', '/a$b', false],
    ['/a[1]', '/a[1]', false],
    ['/a|b', '/a|b', false],
    ['a', '/a', true],
  ])('Disallow: %s and the path %s', (pattern, path, allowed) => {
    expect(may(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(allowed);
  });

  it.each([
    ['the longest', 'Disallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['the longest, in the other order', 'Allow: /a/b\nDisallow: /a', '/a/b/c', true],
    ['the longest of three', 'Disallow: /\nAllow: /a\nDisallow: /a/b', '/a/b', false],
    ['allow, where two are as long', 'Disallow: /a\nAllow: /a', '/a', true],
    ['allow, where two are as long, in the other order', 'Allow: /a\nDisallow: /a', '/a', true],
    ['the one that counts more octets', 'Allow: /a*\nDisallow: /ab', '/ab', true],
  ])('%s', (_, rules, path, allowed) => {
    expect(may(`User-agent: *\n${rules}`, path)).toBe(allowed);
  });

  it('never forbids robots.txt itself', () => {
    expect(may('User-agent: *\nDisallow: /', '/robots.txt')).toBe(true);
  });

  it('agrees with robots-parser where that keeps to the RFC', () => {
    const path = fc.string({ unit: fc.constantFrom('/', 'a', 'b', '-', '?', '='), maxLength: 10 });
    const pattern = fc
      .string({ unit: fc.constantFrom('/', 'a', 'b', '-', '*', '$', '?'), maxLength: 8 })
      .filter((text) => !/\$.|\*{2}/.test(text));
    const rule = fc.tuple(fc.boolean(), pattern).map(([allow, text]) => `${allow ? 'Allow' : 'Disallow'}: /${text}`);
    const file = fc.array(rule, { maxLength: 6 }).map((rules) => ['User-agent: *', ...rules].join('\n'));
    fc.assert(
      fc.property(file, path, (text, where) => {
        const url = new URL(`http://a.gov.cn/${where}`);
        const theirs = parse('http://a.gov.cn/robots.txt', text).isAllowed(url.href, 'Lanting');
        expect(may(text, url.pathname + url.search)).toBe(theirs);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('Crawl-delay', () => {
  it.each([
    ['User-agent: *\nCrawl-delay: 10', 10],
    ['User-agent: *\nCrawl-delay: 0.5', 0.5],
    ['User-agent: *\nCrawl-delay: 1\nUser-agent: Lanting\nCrawl-delay: 7', 7],
    ['User-agent: *\nCrawl-delay: 9\nUser-agent: Lanting\nDisallow: /a', null],
    ['User-agent: *\nCrawl-delay: soon', null],
    ['User-agent: *\nCrawl-delay: -1', null],
    ['User-agent: *\nCrawl-delay: Infinity', null],
    ['', null],
  ])('%j asks for %s', (robots, seconds) => {
    expect(parseRobots(robots, 'Lanting').crawlDelay).toBe(seconds);
  });
});
