import { connect as dial } from 'node:net';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SamplePortal, startSamplePortal, type Trap } from '../../../samples/government/site.ts';
import { type Answered, ask, type Question } from './ask.ts';

/** Every fault of the sample portal behaves as it is said to. */

let portal: SamplePortal;
beforeAll(async () => {
  portal = await startSamplePortal();
});
afterAll(() => portal.close());

const get = (url: string, question?: Question): Promise<Answered> => ask(portal.connect, url, question);

/** The first address of a body's report. */
function reportOf(agency: string, year = 2025): string {
  const url = portal.truth.find((one) => one.agency === agency && one.year === year)?.urls[0];
  if (!url) throw new Error(`the sample portal has no report of ${agency} for ${year}`);
  return url;
}

const trapsWith = (because: Trap['because']): string[] =>
  portal.mustNotFind.filter((trap) => trap.because === because).map(({ url }) => url);

describe('bodies that are not what they are said to be', () => {
  it('GBK bytes under a header and a tag that say UTF-8', async () => {
    const { bytes, headers } = await get(reportOf('兰渚市应急管理局'));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(iconv.decode(bytes, 'gbk')).toContain('charset=utf-8');
    expect(iconv.decode(bytes, 'gbk')).toContain('兰渚市应急管理局');
  });

  it('GBK bytes that only the page itself declares', async () => {
    const { bytes, headers } = await get('http://sjj.lanzhu.gov.cn/xxgk/ndbg/');
    expect(headers['content-type']).toBe('text/html');
    expect(iconv.decode(bytes, 'gbk')).toMatch(/charset=gb2312[\s\S]*兰渚市审计局2025年/);
  });

  it('a PDF served as text/html', async () => {
    const { bytes, headers } = await get(reportOf('流觞区市场监督管理局'));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(bytes.toString('latin1', 0, 4)).toBe('%PDF');
  });

  it('an error page under the name of a PDF', async () => {
    const { attachments } = portal.truth.find(({ agency }) => agency === '兰渚市交通运输局') ?? { attachments: [] };
    const { text, status } = await get(attachments[0]?.url ?? '');
    expect(attachments[0]).toMatchObject({ url: expect.stringMatching(/\.pdf$/), format: null });
    expect([status, text]).toEqual([200, expect.stringContaining('文件不存在')]);
  });

  it('a body cut short the first time, whole the second', async () => {
    const url = reportOf('骋怀县人民政府', 2022);
    const first = await get(url);
    const second = await get(url);
    expect([first.whole, second.whole]).toEqual([false, true]);
    expect(Number(first.headers['content-length'])).toBe(second.bytes.length);
    expect(first.bytes.length).toBe(Math.floor(second.bytes.length / 2));
  });

  it('a compressed body cut short the first time', async () => {
    const url = reportOf('骋怀县人民政府', 2021);
    const first = await get(url);
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(first.bytes.subarray(0, 2).toString('hex')).toBe('1f8b');
    expect((await get(url)).text).toContain('</html>');
  });

  it('a bomb: 1 GB within 1 MB; and 60 MB as they are', async () => {
    const [bomb = '', huge = ''] = trapsWith('too large');
    const packed = await get(bomb, { most: 10_000 });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(Number(packed.headers['content-length'])).toBeLessThan(1_500_000);
    const long = await get(huge, { most: 10_000 });
    expect(Number(long.headers['content-length'])).toBe(60 << 20);
  });
});

describe('answers that are no pages', () => {
  it('429 with Retry-After the first time', async () => {
    const url = reportOf('骋怀县人民政府', 2024);
    expect(await get(url)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    expect((await get(url)).status).toBe(200);
  });

  it('503 the first time', async () => {
    const url = reportOf('骋怀县人民政府', 2023);
    expect([(await get(url)).status, (await get(url)).status]).toEqual([503, 200]);
  });

  it('a redirect to itself until the cookie comes back', async () => {
    const url = reportOf('骋怀县人民政府');
    const { status, headers } = await get(url);
    expect([status, headers.location]).toEqual([302, new URL(url).pathname]);
    const [cookie = ''] = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '');
    expect((await get(url, { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it('redirects in a circle, and to places out of scope', async () => {
    const [loop = ''] = trapsWith('redirect loop');
    const { headers } = await get(loop);
    const next = new URL(headers.location ?? '', loop).href;
    const third = new URL((await get(next)).headers.location ?? '', loop).href;
    expect((await get(third)).headers.location).toBe(new URL(next).pathname);
    const out = await Promise.all(trapsWith('redirect out of scope').map((url) => get(url)));
    expect(out.map((answer) => new URL(answer.headers.location ?? '').hostname)).toEqual([
      '10.20.30.40',
      'www.lanzhu-gov.com',
    ]);
  });

  it('a page that says "not found" with status 200', async () => {
    const [gone = ''] = trapsWith('soft 404');
    for (const url of [gone, 'http://www.chenghuai.gov.cn/no/such/page']) {
      expect(await get(url)).toMatchObject({ status: 200, text: expect.stringContaining('页面不存在') });
    }
  });

  it('the home page for any unknown address, robots.txt among them', async () => {
    const home = await get('http://www.xiuxi.gov.cn/');
    const unknown = [...trapsWith('home page'), 'http://www.xiuxi.gov.cn/robots.txt', 'http://www.xiuxi.gov.cn/a/b'];
    for (const url of unknown) expect(await get(url)).toMatchObject({ status: 200, text: home.text });
  });

  it('a challenge with status 412, and a slider on the column alone', async () => {
    const challenge = await get('http://www.yonghuai.gov.cn/');
    expect(challenge).toMatchObject({ status: 412, text: expect.stringContaining("$_ts=window['$_ts']") });
    expect((await get('http://www.muchun.gov.cn/')).text).toContain('暮春县人民政府');
    expect((await get('http://www.muchun.gov.cn/zwgk/zfxxgknb/')).text).toContain('拖动滑块');
    expect(portal.log.filter((one) => one.challenge).map(({ host }) => host)).toEqual([
      'www.yonghuai.gov.cn',
      'www.muchun.gov.cn',
    ]);
  });

  it('no page for a name that lives at another address', async () => {
    const { connect } = portal;
    const wrong = { 'www.yanxi.gov.cn': connect['www.mochi.gov.cn'] ?? '' };
    expect((await ask(wrong, 'http://www.yanxi.gov.cn/')).status).toBe(421);
  });

  it('nothing but a refusal for the greeting of TLS', async () => {
    const [host, port] = (portal.connect['www.lanzhu.gov.cn'] ?? '').split(':');
    const socket = dial(Number(port), host);
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString()));
      socket.write(Buffer.from('16030100c8010000c40303', 'hex'));
    });
    socket.destroy();
    expect(answer).toContain('400 Bad Request');
    expect(portal.log.at(-1)).toMatchObject({ host: '', status: 400 });
  });
});

describe('robots.txt', () => {
  it.each([
    ['http://www.lanzhu.gov.cn', 200, 'User-agent: *\nDisallow: /neibu/\nDisallow: /search/\nDisallow: /was40/\n'],
    ['http://sjj.lanzhu.gov.cn', 200, 'User-agent: *\nDisallow: /search/\nCrawl-delay: 1\n'],
    ['http://xxgk.lanzhu.gov.cn', 404, ''],
    ['http://www.yingdai.gov.cn', 503, ''],
    ['http://www.junling.gov.cn', 200, 'User-agent: *\nDisallow: /\n'],
  ])('of %s: %i', async (origin, status, text) => {
    expect(await get(`${origin}/robots.txt`)).toMatchObject({ status, text });
  });
});

describe('links', () => {
  it.each([
    ['with backslashes', /href="\.\\202601\\t\d+_2008\.shtml"/],
    ['with line breaks', /href=" \.\/\d{6}\/\n\tt\d+/],
    ['with a session id', /;jsessionid=[0-9A-F]{32}"/],
    ['to where robots may not go', /href="\/neibu\//],
    ['to a mailbox and to a script', /href="javascript:void\(0\)"[\s\S]*href="mailto:/],
    ['commented out', /<!-- <li><a href/],
  ])('%s', async (_, pattern) => {
    const texts = ['', 'index_1.shtml', 'index_2.shtml'].map((name) =>
      get(`http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/bm/${name}`).then(({ text }) => text),
    );
    expect((await Promise.all(texts)).join('\n')).toMatch(pattern);
  });

  it('with a session id lead to the page', async () => {
    const url = reportOf('兰渚市商务局');
    expect((await get(`${url};jsessionid=0A`)).text).toBe((await get(url)).text);
  });

  it('of the summary lead to other hosts, to twins and out of scope', async () => {
    const { text } = await get('http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/hz2025/index.html');
    const hosts = new Set([...text.matchAll(/href="(https?:\/\/[^/"]+)/g)].map(([, origin]) => origin));
    expect([...hosts]).toEqual(
      expect.arrayContaining([
        'https://www.lanzhu.gov.cn',
        'http://lanzhu.gov.cn',
        'http://www.lanzhu-gov.com',
        'http://www.yanxi.gov.cn',
        'http://sjj.lanzhu.gov.cn',
      ]),
    );
  });
});

describe('slow answers', () => {
  it('take their time, and the log says which were in flight', async () => {
    const slow = get(reportOf('墨池区洗砚街道办事处'));
    while (!portal.log.some(({ path, endedAt }) => path.includes('post_4567010') && endedAt === null)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await get('http://www.mochi.gov.cn/');
    expect(portal.log.at(-1)).toMatchObject({ path: '/', inFlightAtArrival: 1 });
    await slow;
    const arrival = portal.log.find(({ path }) => path.includes('post_4567010'));
    expect((arrival?.endedAt ?? 0) - (arrival?.at ?? 0)).toBeGreaterThanOrEqual(245);
  });
});
