import { describe, expect, it } from 'vitest';
import { makeScope } from '../../crawlers/scope.ts';

const inScope = makeScope(['www.lanzhu.example', '*.Pingshui.example.', '192.0.2.7', '*.政务.example', '2001:db8::1']);

describe('makeScope', () => {
  it.each([
    'http://www.lanzhu.gov.cn/',
    'https://jyj.lanzhu.gov.cn:8443/a',
    'http://www.gov.cn/',
    'http://gov.cn./',
    'http://www.lanzhu.example/a',
    'http://WWW.LANZHU.EXAMPLE/',
    'http://pingshui.example/',
    'http://a.b.pingshui.example/',
    'http://192.0.2.7:8080/',
    'http://[2001:db8::1]/',
    'http://a.政务.example/',
  ])('%s is in', (url) => {
    expect(inScope(url)).toBe(true);
  });

  it.each([
    'http://lanzhu.example/',
    'http://a.www.lanzhu.example/',
    'http://evilgov.cn/',
    'http://www.gov.cn.evil.example/',
    'http://www.gov.cn@evil.example/',
    'http://evil.example/?www.gov.cn',
    'http://192.0.2.8/',
    'http://3221225992/',
    'http://[2001:db8::2]/',
    'ftp://www.lanzhu.gov.cn/',
    'javascript:alert(1)',
    '/relative',
    '',
  ])('%j is out', (url) => {
    expect(inScope(url)).toBe(false);
  });

  it.each(['*', '*.cn', '*.*.cn', 'a.*.cn', '*.192.0.2.7', 'http://a.cn', 'a b.cn', 'a.cn/b', '', '.*'])(
    'the pattern %j is refused by name',
    (pattern) => {
      expect(() => makeScope([pattern])).toThrow(JSON.stringify(pattern));
    },
  );
});
