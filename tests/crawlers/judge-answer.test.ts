import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../crawlers/http/exchange.ts';
import { type AnswerContext, judgeAnswer } from '../../crawlers/judge-answer.ts';

const ASKED = 'http://www.lanzhu.gov.cn/zwgk/nb/202101/t20210125_1.html';

interface Given {
  readonly status?: number;
  readonly url?: string;
  readonly headers?: Exchange['headers'];
  readonly truncated?: boolean;
}

function judge(
  text: string | null,
  { status = 200, url = ASKED, headers = [], truncated = false }: Given = {},
  context: Partial<AnswerContext> = {},
) {
  const body = Buffer.from(text ?? '%PDF-1.4');
  const exchange: Exchange = {
    url,
    status,
    statusText: '',
    headers,
    rawBody: body,
    body,
    truncated,
    remoteAddress: null,
    startedAt: 0,
    took: 1,
  };
  return judgeAnswer(exchange, text, { kind: 'report', sha256: 'b', homeSha256: null, ...context });
}

const page = (body: string, title = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
const moved = (location: string): Given => ({ status: 302, headers: [['Location', location]] });

const NAV = '首页 政务公开 互动交流 政务服务 走进兰渚 新闻中心 专题专栏 政策文件 机构职能 网站地图 联系我们 '.repeat(8);
const REPORT = page(
  `${NAV}<h1>兰渚县2020年政府信息公开工作年度报告</h1><p>${'根据《中华人民共和国政府信息公开条例》，现公布本年度报告。'.repeat(30)}</p>`,
  '兰渚县2020年政府信息公开工作年度报告',
);

describe('by its status', () => {
  it.each<[number, string]>([
    [200, 'ok'],
    [304, 'unchanged'],
    [404, 'gone'],
    [410, 'gone'],
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [405, 'refused'],
    [451, 'refused'],
    [408, 'busy'],
    [429, 'busy'],
    [500, 'busy'],
    [502, 'busy'],
    [503, 'busy'],
    [504, 'busy'],
    [521, 'busy'],
    [202, 'busy'],
    [412, 'challenge'],
    [468, 'challenge'],
    [206, 'broken'],
    [204, 'broken'],
  ])('%d is %s', (status, kind) => {
    expect(judge(REPORT, { status }).kind).toBe(kind);
  });

  it('a challenge by its status is one for a file too, whatever its body', () => {
    expect(judge(null, { status: 412 }, { kind: 'attachment' }).kind).toBe('challenge');
  });
});

describe('a redirect', () => {
  it.each([
    ['/b.html', 'redirect', 'http://www.lanzhu.gov.cn/b.html'],
    [
      'https://www.lanzhu.gov.cn/zwgk/nb/202101/t20210125_1.html',
      'redirect',
      'https://www.lanzhu.gov.cn/zwgk/nb/202101/t20210125_1.html',
    ],
    ['/?id=1', 'redirect', 'http://www.lanzhu.gov.cn/?id=1'],
    ['/\xe5\xb9\xb4.html', 'redirect', 'http://www.lanzhu.gov.cn/%E5%B9%B4.html'],
    ['/\xc4\xea.html', 'redirect', 'http://www.lanzhu.gov.cn/%E5%B9%B4.html'],
    ['/', 'home-page', 'http://www.lanzhu.gov.cn/'],
    ['http://xin.lanzhu.gov.cn', 'home-page', 'http://xin.lanzhu.gov.cn/'],
    ['javascript:1', 'broken', null],
  ])('to %s is %s', (location, kind, to) => {
    expect(judge(null, moved(location))).toMatchObject({ kind, to });
  });

  it('without a place is broken', () => {
    expect(judge(null, { status: 301 })).toMatchObject({ kind: 'broken', to: null });
  });

  it.each(['http://www.lanzhu.gov.cn/', 'http://www.lanzhu.gov.cn/index.html'])(
    'from the front %s to another is one',
    (url) => {
      expect(judge(null, { ...moved('https://lanzhu.gov.cn/'), url }).kind).toBe('redirect');
    },
  );

  it.each([
    ['<meta http-equiv="refresh" content="0;url=/zwgk/">', '/zwgk/'],
    ["<META HTTP-EQUIV=Refresh CONTENT='0; URL=index_1.html'>", '/zwgk/nb/202101/index_1.html'],
    ['<meta content="1;url=/zwgk/?a=1&amp;b=2" http-equiv="refresh">', '/zwgk/?a=1&b=2'],
    ['<script>window.location.href="/zwgk/";</script>', '/zwgk/'],
    ["<script>location.replace('/zwgk/')</script>", '/zwgk/'],
    ["<script>\n top.location = '/zwgk/'\n</script>", '/zwgk/'],
  ])('may be a page: %s', (body, path) => {
    expect(judge(page(body))).toMatchObject({ kind: 'redirect', to: `http://www.lanzhu.gov.cn${path}` });
  });

  it.each([
    ['of a page with something on it', page(`<meta http-equiv="refresh" content="0;url=/zwgk/">${NAV}`)],
    ['after a minute', page('<meta http-equiv="refresh" content="60;url=/zwgk/">正在更新')],
    ['to the page itself', page(`<meta http-equiv="refresh" content="0;url=${ASKED}">`)],
    ['that is commented out', page('<!--<meta http-equiv="refresh" content="0;url=/zwgk/">-->')],
    ['within a function that nobody calls yet', page(`${NAV}<script>function go() { location.href = "/a"; }</script>`)],
    [
      'of telephones alone',
      page('<div id=app></div><script>if (/iPhone/.test(navigator.userAgent)) location.href="/m/";</script>'),
    ],
    ['of another page', page('<script>frames[0].location = "/a";</script>')],
  ])('is none %s', (_, text) => {
    expect(judge(text).kind).toBe('ok');
  });
});

describe('a challenge', () => {
  it.each<[string, string, Given?]>([
    ['of 瑞数', page(`<meta id="x" content="y"><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=83547;</script>`)],
    [
      'of 瑞数 with status 202',
      page(`<script>$_ts=window['$_ts']</script><script src="/a.js"></script>`),
      { status: 202 },
    ],
    [
      'of 加速乐',
      `<script>document.cookie=('_')+('_')+('j')+('s')+('l');location.href=location.pathname+location.search</script>`,
      { status: 521 },
    ],
    [
      'of 加速乐 in plain',
      '<script>document.cookie="__jsl_clearance=1|0|x";location.href=location.pathname</script>',
      { status: 512 },
    ],
    [
      'with C3VK',
      `<html><body><script>document.cookie="C3VK=ab12; max-age=300";window.location.reload();</script></body></html>`,
    ],
    ['of any cookie', '<script>var c="x";document.cookie = "t="+c;setTimeout("location.reload()", 10)</script>'],
    ['that asks to wait', page('<h1>请稍候...</h1><p>正在检查您的浏览器</p>', '请稍候')],
    ['that asks for a proof', page('<div>您的访问过于频繁，请完成安全验证后继续</div>')],
    ['with a slider', page('<div class="slider">请拖动下方滑块完成验证</div>', '访问验证')],
    ['with a captcha', page('<p>请输入验证码继续访问</p><input name=code>')],
    ['that finds us strange', page('<p>访问异常，事件编号 1a2b3c</p>')],
    ['in English', page('<p>Checking your browser before accessing</p>', 'Just a moment...')],
  ])('%s', (_, text, given) => {
    expect(judge(text, given).kind).toBe('challenge');
  });

  it('before one file is for that file alone', () => {
    const text = page('<p>请输入验证码下载附件</p><input name="codeValue">');
    expect(judge(text, {}, { kind: 'attachment' }).kind).toBe('guarded');
  });

  it.each([
    [
      'a report that speaks of one',
      REPORT.replace('现公布', '网站新增安全验证、验证码和滑块验证，访问异常时请稍候，现公布'),
    ],
    ['a short report that speaks of one', page('<p>2020年政府信息公开年度报告见附件，下载请输入验证码</p>')],
    ['a page that was let through', page(`<script>$_ts=window['$_ts']</script>${NAV}${NAV}`)],
    [
      'a list that is being loaded',
      page('<div id="list">数据加载中，请稍候...</div><script src="/a.js"></script>', '政府信息公开'),
    ],
    [
      'an application of the portal behind 瑞数',
      page(`<script>$_ts=window['$_ts']</script><div id="app"></div>`, '政务公开'),
    ],
    ['a page with a form to log in', page(`${NAV}<form>用户名 密码 验证码</form>`)],
    [
      'a shell that counts its visitors',
      page(`<div id=app></div><script>${'var a=1;'.repeat(300)}document.cookie='v=1';var p=location.href</script>`),
    ],
  ])('is not %s', (_, text) => {
    expect(judge(text).kind).toBe('ok');
  });
});

describe('a page that is not there', () => {
  it.each([
    ['says so', page('<p>您访问的页面不存在</p><a href="/">返回首页</a>')],
    ['says so otherwise', page('<p>对不起，找不到您要访问的页面</p>')],
    ['was deleted', page('<div>该信息已被删除或者不存在！</div>')],
    ['says so in its title', page(NAV, '404')],
    ['says so in its title, beside the name of the site', page(NAV, '页面不存在-兰渚县人民政府')],
    ['says so in its title and links to reports', page(`${NAV}政府信息公开年报`, '出错了')],
    ['says so by a script', "<script>alert('信息不存在');history.back();</script>"],
    ['says so in JSON', '{"code":404,"msg":"文件不存在"}'],
    ['says so in English', page('<center><h1>404 Not Found</h1></center><hr>nginx')],
  ])('%s', (_, text) => {
    expect(judge(text).kind).toBe('soft-404');
  });

  it.each([
    [
      'a report that speaks of one',
      REPORT.replace('现公布', '部分链接失效、页面不存在、网页找不到的问题已整改，现公布'),
    ],
    [
      'a short report that speaks of one',
      page('<p>2020年政府信息公开年度报告</p><p>链接已失效请告知，附件找不到的页面</p>'),
    ],
    ['a report with a number', page(NAV, '兰渚县2020年政府信息公开工作年度报告-404号')],
    ['a long page under a bad title', page(`${NAV.repeat(20)}`, '404')],
    ['a page about errors', page(`${NAV}关于网页找不到问题的整改`, '兰渚县政务公开')],
  ])('is not %s', (_, text) => {
    expect(judge(text).kind).toBe('ok');
  });
});

describe('the home page in place of a page', () => {
  const same = { sha256: 'a', homeSha256: 'a' };

  it('is known by its bytes', () => {
    expect(judge(page(NAV), {}, same).kind).toBe('home-page');
  });

  it.each(['/', '/index.html', '/index.jsp'])('is in its place at %s', (path) => {
    expect(judge(page(NAV), { url: `http://www.lanzhu.gov.cn${path}` }, same).kind).toBe('ok');
  });

  it('is not known where nothing is known of it', () => {
    expect(judge(page(NAV), {}, { sha256: null, homeSha256: null }).kind).toBe('ok');
  });
});

describe('a page under the name of a file', () => {
  const attachment = { kind: 'attachment' } as const;

  it.each([
    ['of VSB', page('<script>alert("请从正确的页面下载")</script><p>附件下载出错</p>')],
    ['bare', '<script>window.close();</script>'],
    ['behind a comment', '<!-- a --><html><body>下载失败</body></html>'],
  ])('%s is an error', (_, text) => {
    expect(judge(text, {}, attachment).kind).toBe('error-page');
    expect(judge(text).kind).toBe('ok');
  });

  it.each([
    ['a file', null],
    ['Word saved as HTML', '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>一、总体情况</body></html>'],
    ['a report in HTML', REPORT],
    ['plain text', '一、总体情况'],
    ['JSON', '{"a":1}'],
  ])('%s is none', (_, text) => {
    expect(judge(text, {}, attachment).kind).toBe('ok');
  });
});

describe('a refusal with status 200', () => {
  it.each([
    page('不合法的参数'),
    page('<h3>您的请求已被拦截</h3>'),
    page('<p>IP地址受限，禁止访问</p>'),
    page('', 'Access Denied'),
  ])('%s', (text) => {
    expect(judge(text).kind).toBe('refused');
  });

  it('is not a report that speaks of one', () => {
    expect(judge(REPORT.replace('现公布', '非法访问被拒绝')).kind).toBe('ok');
  });
});

describe('a broken answer', () => {
  it.each<[string, string | null, Given]>([
    ['cut off', REPORT, { truncated: true }],
    ['a file cut off', null, { truncated: true }],
    ['empty', '', {}],
  ])('%s', (_, text, given) => {
    const judgement = judge(text, given);
    expect(judgement.kind).toBe('broken');
    expect(judgement.reason.en).not.toBe('');
    expect(judgement.reason.zh).not.toBe('');
  });
});

describe('hostile pages', () => {
  it.each([
    ['openings', '<'.repeat(200_000)],
    ['scripts', '<script '.repeat(20_000)],
    ['comments', '<!--'.repeat(40_000)],
    ['cookies', 'document.cookie='.repeat(15_000)],
    ['titles', '<title'.repeat(30_000)],
    ['refreshes', '<meta http-equiv=refresh '.repeat(190)],
    ['content', `<meta http-equiv=refresh content=${' '.repeat(4_000)}>`],
    ['phrases', '页面'.repeat(90_000)],
    ['locations', 'location.href = '.repeat(300)],
  ])('of nothing but %s are judged', (_, text) => {
    expect(judge(text).kind).toMatch(/^(?:ok|challenge|soft-404)$/);
  });
});
