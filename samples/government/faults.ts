import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { fileAnswer } from './attachment.ts';
import { type Answer, always, atFirst, html, type Page, redirect } from './page.ts';

/** What portals do to their pages. Each is a change of the page that would have been right. */

type Fault = (page: Page) => Page;

const gbk = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, 'gbk'));

/** Bytes in GBK under a header and a meta tag that both say UTF-8. */
export const lyingCharset: Fault = always((answer) => ({
  ...answer,
  body: typeof answer.body === 'string' ? gbk(answer.body) : answer.body,
}));

/** In GBK, and says so in the page; the header says nothing. */
export const honestGbk = (markup: string): Answer => ({
  type: 'text/html',
  body: gbk(markup.replace('charset=utf-8', 'charset=gb2312')),
});

/** A file in place of the page, under the name and media type of a page. */
export const fileAsPage = (name: string): Fault => always(() => fileAnswer(name, { type: 'text/html; charset=utf-8' }));

export const slow = (ms: number): Fault => always((answer) => ({ ...answer, wire: { slow: ms } }));

export const truncatedAtFirst: Fault = atFirst((answer) => {
  const whole = Buffer.from(answer.body);
  const sent = Math.floor(whole.length / 2);
  return { ...answer, body: new Uint8Array(whole.subarray(0, sent)), wire: { missing: whole.length - sent } };
});

export const cutGzipAtFirst: Fault = atFirst((answer) => ({ ...answer, wire: { gzip: 'cut' } }));

export const busyAtFirst = (seconds: number): Fault =>
  atFirst(() =>
    html('<html><body>Too Many Requests</body></html>', { status: 429, headers: { 'Retry-After': String(seconds) } }),
  );

export const downAtFirst: Fault = atFirst(() =>
  html('<html><body>503 Service Temporarily Unavailable</body></html>', { status: 503 }),
);

/** Redirects to itself until the cookie that came with the redirect is sent back. */
export const wantsCookie: Fault = (page) => (asked) => {
  if (!asked.headers.cookie?.includes('CT6T=ok')) {
    return redirect(asked.url.pathname, 302, { 'Set-Cookie': 'CT6T=ok; Path=/' });
  }
  return typeof page === 'function' ? page(asked) : page;
};

export const leadsTo = (location: string): Fault => always(() => redirect(location));

const MEGABYTE = 1 << 20;

/** 1 GB of spaces within 1 MB: a thousand compressed members one after the other. */
export const bomb: Fault = always((answer) => ({
  ...answer,
  body: new Uint8Array(gzipSync(Buffer.alloc(MEGABYTE, ' '))),
  headers: { 'Content-Encoding': 'gzip' },
  wire: { times: 1000 },
}));

/** 60 MB of page. */
export const huge: Fault = always((answer) => ({
  ...answer,
  body: new Uint8Array(Buffer.alloc(MEGABYTE, '<p>公开</p>')),
  wire: { times: 60 },
}));

/** 瑞数: a page that only a browser with the right script gets past. */
export const challenge = (): Answer => ({
  status: 412,
  type: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html><head><meta charset="utf-8"><meta id="yj6" content="1f8b" r="m"><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=33812;$_ts.cd="qEtrrqAlDqGqWkGtr";</script><script src="/9Ls2KpXzW1qA/c.js"></script></head><body></body></html>`,
  challenge: true,
});

export const slider = (): Answer => ({
  type: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html><head><title>安全验证</title></head><body><div class="captcha"><p>为了您的访问安全，请拖动滑块完成验证</p><div id="nc_1_n1z" class="slider btn_slide"></div></div><script src="/waf/slide.js"></script></body></html>`,
  challenge: true,
});
