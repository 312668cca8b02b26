import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../extractors/html/read-html.ts';
import { mapDocument } from '../../../extractors/mapping/map-document.ts';

const read = (html: string) => mapDocument(readHtml(html)).doubts.map(({ rule }) => rule);
const page = (body: string, title = '2022年政府信息公开工作年度报告') =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('a page that is a shell', () => {
  it.each([
    ['asks for a captcha', page('<p>请输入验证码后继续访问</p>', '安全验证')],
    ['asks to be waited for', page('<div id="app">正在加载，请稍候…</div>')],
    ['asks for a script', page('<p>Please enable JavaScript to continue</p>', 'portal')],
    ['shows nothing at all', page('<div id="app"></div><script>draw()</script>')],
  ])('%s', (_, html) => {
    expect(read(html)).toEqual(['DOC-NOT-A-REPORT', 'EX-SHELL']);
  });

  it.each([
    ['a page with text of its own', page(`<p>${'关于做好政府信息公开工作的通知。'.repeat(30)}请输入验证码</p>`)],
    ['a short notice', page('<p>关于召开会议的通知</p>')],
    ['an empty text', ''],
  ])('is not %s', (_, html) => {
    expect(read(html)).toEqual(['DOC-NOT-A-REPORT']);
  });
});
