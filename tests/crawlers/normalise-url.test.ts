import { describe, expect, it } from 'vitest';
import { normaliseUrl, requestKey } from '../../crawlers/normalise-url.ts';

const BASE = 'http://www.lanzhu.gov.cn/zwgk/nb/index.html';

describe('normaliseUrl', () => {
  it.each([
    ['./202101/t20210125_1.html', 'http://www.lanzhu.gov.cn/zwgk/nb/202101/t20210125_1.html'],
    ['../../art/2021/1/25/art_1.html', 'http://www.lanzhu.gov.cn/art/2021/1/25/art_1.html'],
    ['//jyj.lanzhu.gov.cn/nb/', 'http://jyj.lanzhu.gov.cn/nb/'],
    ['  \u3000/a.html\r\n', 'http://www.lanzhu.gov.cn/a.html'],
    ['\u200b/a.html\ufeff', 'http://www.lanzhu.gov.cn/a.html'],
    ['/a/\n b.html', 'http://www.lanzhu.gov.cn/a/%20b.html'],
    ['\\zwgk\\a.html', 'http://www.lanzhu.gov.cn/zwgk/a.html'],
    ['http:\\\\www.lanzhu.gov.cn\\a.html', 'http://www.lanzhu.gov.cn/a.html'],
    ['\\/0530\\/222\\/a.pdf', 'http://www.lanzhu.gov.cn/0530/222/a.pdf'],
    ['/a.jsp;jsessionid=0A1B?id=3', 'http://www.lanzhu.gov.cn/a.jsp?id=3'],
    ['/a.jsp;JSESSIONID=0A1B.node1', 'http://www.lanzhu.gov.cn/a.jsp'],
    ['/a;b=1.html', 'http://www.lanzhu.gov.cn/a;b=1.html'],
    ['/a.html#top', 'http://www.lanzhu.gov.cn/a.html'],
    ['/gkmlpt/index#2048', 'http://www.lanzhu.gov.cn/gkmlpt/index#2048'],
    ['/app/#/nb/list?id=3', 'http://www.lanzhu.gov.cn/app/#/nb/list?id=3'],
    ['/a.html#/', 'http://www.lanzhu.gov.cn/a.html'],
    ['/a.html#', 'http://www.lanzhu.gov.cn/a.html'],
    ['/a.html?', 'http://www.lanzhu.gov.cn/a.html'],
    ['?page=2', 'http://www.lanzhu.gov.cn/zwgk/nb/index.html?page=2'],
    ['/list?b=2&a=1', 'http://www.lanzhu.gov.cn/list?b=2&a=1'],
    ['HTTP://WWW.Lanzhu.gov.cn.:80/A', 'http://www.lanzhu.gov.cn/A'],
    ['https://www.lanzhu.gov.cn:443/', 'https://www.lanzhu.gov.cn/'],
    ['http://www.lanzhu.gov.cn:8080/', 'http://www.lanzhu.gov.cn:8080/'],
    ['/年报/2020.html', 'http://www.lanzhu.gov.cn/%E5%B9%B4%E6%8A%A5/2020.html'],
    ['http://127.1/', 'http://127.0.0.1/'],
  ])('%j is %s', (href, url) => {
    expect(normaliseUrl(href, BASE)).toBe(url);
    expect(normaliseUrl(url)).toBe(url);
  });

  it.each([
    '',
    ' \n',
    'javascript:void(0)',
    'mailto:a@lanzhu.gov.cn',
    'ftp://www.lanzhu.gov.cn/a',
    'data:text/html,a',
    'file:///etc/passwd',
    'http://',
    'http://[bad/',
    'http://a b.gov.cn/',
    'http://user:secret@www.lanzhu.gov.cn/',
    'http://www.lanzhu.gov.cn@evil.example/',
    `/${'a'.repeat(5000)}`,
  ])('%j can not be fetched', (href) => {
    expect(normaliseUrl(href, BASE)).toBeNull();
  });

  it('gives nothing for a relative link without a base', () => {
    expect(normaliseUrl('/a.html')).toBeNull();
    expect(normaliseUrl('/a.html', 'about:blank')).toBeNull();
  });
});

const keyOf = (url: string): string => requestKey({ url, method: 'GET', body: null });
const post = (body: string | null): string => requestKey({ url: 'http://a.gov.cn/list', method: 'POST', body });

describe('visitKey', () => {
  it.each([
    ['scheme', 'http://www.lanzhu.gov.cn/a', 'https://www.lanzhu.gov.cn/a'],
    ['www.', 'http://www.lanzhu.gov.cn/a', 'http://lanzhu.gov.cn/a'],
    ['case of escapes', 'http://a.gov.cn/%e5%b9%b4', 'http://a.gov.cn/%E5%B9%B4'],
    ['session in the query', 'http://a.gov.cn/a?id=1&JSESSIONID=9', 'http://a.gov.cn/a?id=1'],
    ['session first in the query', 'http://a.gov.cn/a?PHPSESSID=9&id=1', 'http://a.gov.cn/a?id=1'],
    ['session alone', 'http://a.gov.cn/a?jsessionid=9', 'http://a.gov.cn/a'],
  ])('is the same whatever the %s', (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['path', 'http://a.gov.cn/a', 'http://a.gov.cn/b'],
    ['case of the path', 'http://a.gov.cn/a', 'http://a.gov.cn/A'],
    ['host', 'http://a.gov.cn/', 'http://b.gov.cn/'],
    ['port', 'http://a.gov.cn/', 'http://a.gov.cn:8080/'],
    ['query', 'http://a.gov.cn/a?p=1', 'http://a.gov.cn/a?p=2'],
    ['order of the query', 'http://a.gov.cn/a?p=1&q=2', 'http://a.gov.cn/a?q=2&p=1'],
    ['www. of the path', 'http://a.gov.cn/www.b', 'http://a.gov.cn/b'],
  ])('tells apart by the %s', (_, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('keeps www. where it is all of the name', () => {
    expect(keyOf('http://www.cn/')).toBe('www.cn/');
  });

  it('tells a POST from a GET and by its body', () => {
    const keys = [post('page=1'), post('page=2'), post(null), keyOf('http://a.gov.cn/list')];
    expect(new Set(keys).size).toBe(keys.length);
    expect(post('page=1')).toBe(post('page=1'));
  });
});
