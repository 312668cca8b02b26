import { describe, expect, it } from 'vitest';
import { discover } from '../../../crawlers/explore/discover.ts';
import { foundPage, lines, report, row } from './found-page.ts';

const ONE = report('兰渚市财政局', 2023);
const HEAD = `<title>${ONE}</title><meta name="ArticleTitle" content="${ONE}">`;
const PAGE = '/zwgk/gknb/202401/t20240120_1.html';
const text = (content: string): string => `${HEAD}<div class="TRS_Editor"><p>总体情况</p>${content}</div>`;
const leadsOf = (html: string, path = PAGE) => lines(discover(foundPage(path, html, { kind: 'report' })).links);

describe('the files of a report', () => {
  it.each([
    ['beside the article', text('<a href="./P020240120333.pdf">附件</a>'), '/zwgk/gknb/202401/P020240120333.pdf'],
    [
      'by a download handler',
      text(
        '<a href="/module/download/downfile.jsp?classid=0&showname=%E5%B9%B4%E6%8A%A5.docx&filename=ab.pdf">下载</a>',
      ),
      '/module/download/downfile.jsp?classid=0&showname=%E5%B9%B4%E6%8A%A5.docx&filename=ab.pdf',
    ],
    [
      'by the handler of VSB',
      text('<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=77">附件1</a>'),
      '/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=77',
    ],
    [
      'of gkmlpt',
      text('<a class="nfw-cms-attachment" href="/gkmlpt/attachment/0/88/88389/963149.pdf">x</a>'),
      '/gkmlpt/attachment/0/88/88389/963149.pdf',
    ],
    [
      'by number',
      text('<a href="/lz/downloadZtbAttach.jspx?attachGuid=9">x</a>'),
      '/lz/downloadZtbAttach.jspx?attachGuid=9',
    ],
    ['opened by a handler', text(`<a href="#" onclick="window.open('/files/2023.ofd')">查看</a>`), '/files/2023.ofd'],
    ['in a data attribute', text('<span data-file="/files/2023.xlsx">表</span>'), '/files/2023.xlsx'],
    ['in a frame', text('<iframe src="./W020240120.pdf"></iframe>'), '/zwgk/gknb/202401/W020240120.pdf'],
    ['in an object', text('<object data="/files/a.pdf"></object>'), '/files/a.pdf'],
    [
      'in a viewer',
      text('<iframe src="/pdfjs/web/viewer.html?file=..%2F..%2Ffiles%2Fa.pdf"></iframe>'),
      '/files/a.pdf',
    ],
    [
      'in a string of a script',
      `${text('')}<script>var f = {"url":"\\/upload-service\\/0530\\/222\\/ab.pdf"};</script>`,
      '/upload-service/0530/222/ab.pdf',
    ],
    ['outside the text, by its name', `${text('')}<a href="/files/b.doc">${ONE}.doc</a>`, '/files/b.doc'],
  ])('%s', (_, html, url) => {
    expect(leadsOf(html)).toEqual([`attachment ${url}`]);
  });

  it.each([
    [
      'forms and guides of the site',
      `${text('')}<a href="/files/form.doc">依申请公开申请表</a><a href="/f/zn.pdf">政府信息公开指南</a>`,
    ],
    [
      'what stands in its foot',
      `${text('')}<div class="footer"><a href="/files/reader.zip">2023年阅读器下载</a></div>`,
    ],
    [
      'styles, pictures, pages',
      text('<link href="a.css" rel="stylesheet"><img src="logo.png"><a href="/a.html">x</a><a href="/b.png">图</a>'),
    ],
  ])('without %s', (_, html) => {
    expect(leadsOf(html)).toEqual([]);
  });

  it('each once, by its best name', () => {
    const html = text('<a href="/f/a.pdf"><img src="pdf.gif"></a><a href="/f/a.pdf">附件：全文</a>');
    expect(discover(foundPage(PAGE, html, { kind: 'report' })).links).toMatchObject([{ title: '附件：全文' }]);
  });

  it('are resolved against where the page came from, or its own base', () => {
    expect(leadsOf(text('<a href="a.pdf">附件</a>'), '/new/place/1.html')).toEqual(['attachment /new/place/a.pdf']);
    expect(leadsOf(`<base href="/files/">${text('<a href="a.pdf">附件</a>')}`)).toEqual(['attachment /files/a.pdf']);
  });
});

describe('a page that was taken for a report', () => {
  it('is a collection where it offers the reports of several bodies', () => {
    const html = text(
      `<a href="a.pdf">${ONE}</a><a href="b.pdf">${report('桂溪镇', 2023)}</a><a href="c.pdf">附件</a>`,
    );
    expect(leadsOf(html)).toEqual([
      'report /zwgk/gknb/202401/a.pdf',
      'report /zwgk/gknb/202401/b.pdf',
      'attachment /zwgk/gknb/202401/c.pdf',
    ]);
  });

  it('leads to the reports that its text links', () => {
    const html = text(`<a href="http://mzj.lanzhu.gov.cn/t20240120_2.html">${report('兰渚市民政局', 2023)}</a>`);
    expect(leadsOf(html)).toEqual(['report http://mzj.lanzhu.gov.cn/t20240120_2.html']);
  });

  it('leads on like a list where it is one', () => {
    const rows = [1, 2, 3].map((id) => row(`./t20240120_${id}.html`, report(`第${id}镇`, 2023))).join('');
    expect(leadsOf(`<title>2023年</title>${rows}<a href="index_1.html">下一页</a>`, '/zwgk/gknb/2023/')).toEqual([
      ...[1, 2, 3].map((id) => `report /zwgk/gknb/2023/t20240120_${id}.html`),
      'list /zwgk/gknb/2023/index_1.html',
    ]);
  });

  it('leads to its neighbours as reports, not as its own files', () => {
    const html = `${text('')}<div class="near"><a href="t20240120_9.html">下一篇：${report('桂溪镇', 2023)}</a></div>`;
    expect(leadsOf(html)).toEqual(['report /zwgk/gknb/202401/t20240120_9.html']);
  });

  it('keeps its files and its menu of years where it was reached as a column', () => {
    const menu = '<ul id="timeFrame"><li><a href="?year=2022">2022年</a></li></ul>';
    const html = `<title>政府信息公开年报</title>${menu}<p>三、收到和处理政府信息公开申请情况</p><a href="/f/nb.pdf">附件：年报</a>`;
    const found = discover(foundPage('/zwgk/gknb/czj/?year=2023', html));
    expect(lines(found.links)).toEqual(['attachment /f/nb.pdf', 'column /zwgk/gknb/czj/?year=2022']);
    expect(found.remarks).toEqual([]);
    const alone = discover(
      foundPage('/zwgk/gknb/czj/', html.replace(menu, '').replace(/<a.*<\/a>/, '<script>$.ajax({})</script>')),
    );
    expect([alone.links, alone.needsBrowser, alone.remarks]).toEqual([[], false, []]);
  });
});
