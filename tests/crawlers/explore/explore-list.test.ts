import { describe, expect, it } from 'vitest';
import { discover } from '../../../crawlers/explore/discover.ts';
import type { FoundPage } from '../../../crawlers/explore/discovery.ts';
import { foundPage, lines, report, row, SITE } from './found-page.ts';

const ANNUAL = '<title>政府信息公开年报_兰渚市人民政府</title><meta name="columntype" content="信息公开年报">';
const ONE = report('兰渚市财政局', 2023);
const article = '/zwgk/gknb/202401/t20240120_1.html';

interface ListCase {
  readonly what: string;
  readonly text: string;
  readonly leads: readonly string[];
  readonly path?: string;
  readonly more?: Partial<FoundPage>;
}

const LISTS: readonly ListCase[] = [
  {
    what: 'a report by its title, wherever it stands',
    path: '/xwzx/',
    text: row('./202401/t20240120_1.html', ONE),
    leads: ['report /xwzx/202401/t20240120_1.html'],
  },
  {
    what: 'neither interpretations, systems, notices nor reports of other kinds',
    text: [
      '【文稿解读】2023年政府信息公开工作年度报告',
      '政府信息公开工作年度报告制度',
      '2023年度政府信息公开工作年度报告公布情况',
      '关于报送2023年政府信息公开工作年度报告的通知',
      '政府网站工作年度报表（2023年）',
      '兰渚市2023年法治政府建设年度报告',
      '2023年统计年报',
    ]
      .map((title, index) => row(`./202401/t20240120_${index}.html`, title))
      .join(''),
    leads: [],
  },
  {
    what: 'in a column, years and reports that do not say of what',
    text: `${row('./2023/', '2023年')}${row('./202401/t20240120_2.html', '2022年')}${row('./202401/t20240120_3.html', '兰渚市民政局2021年度报告')}`,
    leads: [
      'column /zwgk/gknb/2023/',
      'report /zwgk/gknb/202401/t20240120_2.html',
      'report /zwgk/gknb/202401/t20240120_3.html',
    ],
  },
  {
    what: 'outside of columns, none of these',
    path: '/xwzx/',
    text: `${row('./2023/', '2023年')}${row('./202401/t20240120_3.html', '兰渚市水务公司2021年度报告')}${row('/x/', '财政局')}`,
    leads: [],
  },
  {
    what: 'columns of departments and towns below it, on other hosts only by their path',
    text: `${row('./czj/', '市财政局')}${row('http://mzj.lanzhu.gov.cn/zfxxgk/ndbg/', '市民政局')}
      ${row('http://www.guixi.gov.cn/', '桂溪县人民政府')}${row('/lxwm/', '市政府办公室')}`,
    leads: [
      'column /zwgk/gknb/czj/',
      'column http://mzj.lanzhu.gov.cn/zfxxgk/ndbg/',
      'column http://www.guixi.gov.cn/',
      'column /lxwm/',
    ],
  },
  {
    what: 'in one year’s column, a page for each town',
    path: '/zwgk/zfxxgknb/n2023n/',
    text: `${row('./xz/lzz.htm', '兰渚镇')}${row('./xz/gxz.htm', '桂溪镇')}`,
    leads: ['report /zwgk/zfxxgknb/n2023n/xz/lzz.htm', 'report /zwgk/zfxxgknb/n2023n/xz/gxz.htm'],
  },
  {
    what: 'a collection that leads to other hosts and to files',
    text: `${row('http://fgw.lanzhu.gov.cn/a/t20240120_1.html', report('兰渚市发改委', 2023))}${row('./P020240120.pdf', report('兰渚市教育局', 2023))}`,
    leads: ['report http://fgw.lanzhu.gov.cn/a/t20240120_1.html', 'report /zwgk/gknb/P020240120.pdf'],
  },
  {
    what: 'titles with spaces, bullets, a date in the link, cut short, or whole only in the attribute',
    text: `<li><a href="${article}">兰渚市 2023 年政府信息公开 工作年度报告</a></li>
      <li><a href="/zwgk/gknb/202401/t20240120_2.html">· 桂溪镇2023年政府信息公开工作年度报告 2024-01-22</a></li>
      <li><a href="/zwgk/gknb/202401/t20240120_3.html">兰渚市人力资源和社会保障局2023年政府信息公开工作年度...</a></li>
      <li><a href="/zwgk/gknb/202401/t20240120_4.html" title="${ONE}">兰渚市财…</a></li>`,
    leads: [1, 2, 3, 4].map((id) => `report /zwgk/gknb/202401/t20240120_${id}.html`),
  },
  {
    what: 'each place once, and not itself',
    text: `<a href="/zwgk/gknb/">政府信息公开年报</a><a href="${article}"><img alt=""></a><a href="${article}">${ONE}</a>${row(article, ONE)}`,
    leads: [`report ${article}`],
  },
  {
    what: 'no comments, no hidden lines; hidden tabs count',
    text: `<!-- ${row('/a/t20240120_7.html', ONE)} --><ul><li style="display: none"><a href="/a/t20240120_8.html">${ONE}</a></li></ul>
      <div class="tab" style="display:none">${row(article, ONE)}</div>`,
    leads: [`report ${article}`],
  },
  {
    what: 'backslashes, line breaks, session ids, the page’s own base',
    text: `<base href="/zwgk/gknb/2023/"><a href="202401\\t20240120_1.html">${ONE}</a>
      <a href=" ./202401/t20240120_2.html;jsessionid=9F\n">${report('桂溪镇', 2023)}</a>`,
    leads: ['report /zwgk/gknb/2023/202401/t20240120_1.html', 'report /zwgk/gknb/2023/202401/t20240120_2.html'],
  },
  {
    what: 'addresses in handlers and data attributes',
    text: `<a href="javascript:void(0)" onclick="window.open('${article}')">${ONE}</a><tr onclick="go('/a/t20240120_5.html')"><td>${report('桂溪镇', 2023)}</td></tr>
      <div data-url="/a/t20240120_6.html">${report('竹溪镇', 2023)}</div>`,
    leads: [`report ${article}`, 'report /a/t20240120_5.html', 'report /a/t20240120_6.html'],
  },
  {
    what: 'lists that a script writes line by line',
    text: `<script>document.writeln("<li><a href=\\"${article}\\">${ONE}<\\/a><\\/li>"); document.write("<a href='index_"+n+".html'>下一页</a>");</script>`,
    leads: [`report ${article}`],
  },
  {
    what: 'a frame of the same site that holds the list',
    text: '<iframe src="/module/list.jsp?id=3"></iframe><iframe src="http://tianqi.example.com/w"></iframe>',
    leads: ['column /module/list.jsp?id=3'],
  },
  {
    what: 'from a home page to the column',
    path: '/',
    text: `<title>兰渚市人民政府</title><a href="/zwgk/">政务公开</a><a href="/zwgk/zfxxgk/zfxxgknb/">政府信息公开年报</a>`,
    leads: ['column /zwgk/', 'column /zwgk/zfxxgk/zfxxgknb/'],
  },
  {
    what: 'from a home page to the disclosure pages, where there is no column',
    path: '/',
    text: `<title>兰渚市人民政府</title><a href="/zwgk/">政务公开</a><a href="/zwgk/zfxxgk/">政府信息公开</a><a href="/xwzx/">新闻</a>`,
    leads: ['column /zwgk/', 'column /zwgk/zfxxgk/'],
  },
  {
    what: 'from a disclosure page by the tab 年报, or by the path behind “more”',
    path: '/zwgk/zfxxgk/',
    text: `<title>政府信息公开</title><ul><li><a href="./zfxxgkzn/">政府信息公开指南</a></li><li><a href="./nb/">年报</a></li><li><a href="./bmnb/">更多&gt;&gt;</a></li></ul>`,
    leads: ['column /zwgk/zfxxgk/nb/', 'column /zwgk/zfxxgk/bmnb/'],
  },
  {
    what: 'no paging through a list without reports',
    path: '/xwzx/',
    text: `${row('./202401/t20240120_1.html', '兰渚市召开会议')}<a href="index_1.html">下一页</a>`,
    leads: [],
  },
];

describe('what lists lead to', () => {
  it.each(LISTS)('$what', ({ path = '/zwgk/gknb/', text, leads, more }) => {
    const marks = path.includes('nb/') ? ANNUAL : '';
    expect(lines(discover(foundPage(path, marks + text, more)).links)).toEqual(leads);
  });

  it('titles and dates are those of the line', () => {
    const table = `<tr><td><p><a href="${article}">${ONE}</a></p></td><td>2024年1月5日</td></tr>`;
    const two = `<li><a href="/a/t20240120_2.html">${ONE}</a> <a href="/b">x</a> 2024-01-06</li>`;
    const [first, second] = discover(foundPage('/zwgk/gknb/', ANNUAL + table + two)).links;
    expect(first).toMatchObject({ title: ONE, date: '2024-01-05' });
    expect(second).toMatchObject({ title: ONE, date: null });
  });

  it('meta tags that say nothing are absent, whatever their case', () => {
    const text = `<META NAME="ColumnType" CONTENT="null"><meta property="COLUMNTYPE" content="政策文件，信息公开年报">${row('./2023/', '2023年')}`;
    expect(lines(discover(foundPage('/x/y/', text)).links)).toEqual(['column /x/y/2023/']);
  });
});

describe('the scope of a column', () => {
  const pager = '<a href="index_1.html">下一页</a>';
  const next = (text: string, path = '/zwgk/gknb/') =>
    discover(foundPage(path, ANNUAL + text + pager)).links.at(-1)?.scope;

  it.each([
    ['its folder, where all lie in it', next(row(article, ONE)), { pathPrefix: '/zwgk/gknb/', contains: null }],
    [
      'a piece that the software gives to all',
      next(row('/art/2024/1/1/art_93_1.html', ONE) + row('/art/2024/1/1/art_93_2.html', ONE), '/col/col93/index.html'),
      { pathPrefix: null, contains: 'art_93_' },
    ],
    [
      'nothing, for a collection',
      next(row('/a/t20240120_1.html', ONE) + row(article, ONE)),
      { pathPrefix: null, contains: null },
    ],
  ])('is %s', (_, scope, expected) => {
    expect(scope).toMatchObject(expected);
  });

  it('ends the paging where it leaks into another column', () => {
    const scope = { pathPrefix: '/zwgk/gknb/', contains: null };
    const stray = row('/zwgk/czgk/202401/t20240120_9.html', report('桂溪镇', 2023));
    const more = { kind: 'list', page: 3, scope } as const;
    const leaked = discover(foundPage('/zwgk/gknb/index_2.html', ANNUAL + stray + pager, more));
    expect(leaked.links).toEqual([]);
    expect(leaked.remarks).toEqual([
      {
        code: 'CR-PAGING-LEAK',
        message: {
          zh: expect.stringContaining('另一栏目的 1 份报告'),
          en: expect.stringContaining('1 reports of another column'),
        },
      },
    ]);
    const mixed = discover(foundPage('/zwgk/gknb/index_2.html', ANNUAL + row(article, ONE) + stray + pager, more));
    expect(lines(mixed.links).slice(-1)).toEqual(['list /zwgk/gknb/index_1.html']);
    expect(mixed.links).toHaveLength(3);
  });
});

describe('remarks', () => {
  it.each([
    ['CR-EMPTY-LIST', foundPage('/zwgk/gknb/', `${ANNUAL}<p>暂无内容</p>`)],
    ['CR-TITLE-NO-YEAR', foundPage('/zwgk/gknb/', ANNUAL + row(article, '兰渚镇政府信息公开工作年度报告'))],
    ['CR-PAGER-STOPPED', foundPage('/zwgk/gknb/', `${ANNUAL}${row(article, ONE)}共 7 页`)],
    [
      'CR-CAPTCHA-FILE',
      foundPage(
        '/info/1050/1.htm',
        `<div class="v_news_content"><a href="/system/_content/download.jsp?wbfileid=7&codeValue=">附件</a></div>`,
        {
          kind: 'report',
        },
      ),
    ],
  ])('%s', (code, page) => {
    expect(discover(page).remarks.map((remark) => remark.code)).toEqual([code]);
  });
});

describe('whatever comes', () => {
  it.each([
    '',
    '<',
    '{',
    '[]',
    '{"a":',
    'null',
    '<![CDATA[',
    '<datastore>',
    '<a href="http://[">x</a>',
    '\u0000',
    'cb({"a":1})',
  ])('reads %j without an error', (text) => {
    for (const kind of ['column', 'list', 'report', 'attachment'] as const) {
      expect(discover(foundPage('/zwgk/gknb/', text, { kind })).links).toEqual([]);
    }
  });

  it('looks at so many links only', () => {
    const many = Array.from(
      { length: 21_000 },
      (_, id) => `<a href="/zwgk/gknb/202401/t20240120_${id}.html">${ONE}</a>`,
    ).join('');
    expect(discover(foundPage('/zwgk/gknb/', ANNUAL + many)).links).toHaveLength(20_000);
  });
});

describe('a list that a script fills', () => {
  const siblings = row('/zwgk/2024/', '2024年政府信息公开年报') + row('/zwgk/2023/', '2023年政府信息公开年报');
  const filled = '<ul id="list"></ul><script>$.get("/api/list?id=" + id, (rows) => $("#list").html(rows))</script>';
  it.each([
    ['is drawn, whatever years stand beside it', siblings + filled, true],
    [
      'is drawn where the script stands elsewhere',
      `${siblings}<div id="newsList"></div><script src="/js/nb.js"></script>`,
      true,
    ],
    ['is not drawn where the page has its reports', siblings + filled + row(article, ONE), false],
    [
      'is not looked for where nothing is filled',
      `${siblings}<ul id="list"><li>x</li></ul><script src="/js/nb.js"></script>`,
      false,
    ],
    ['is not what a library fills', `${siblings}<div id="list"></div><script src="/js/jquery.min.js"></script>`, false],
  ])('%s', (_, text, expected) => {
    expect(discover(foundPage('/zwgk/2025/', ANNUAL + text)).needsBrowser).toBe(expected);
  });

  it('is asked for plainly where the script says how, and the page is drawn if that gives nothing', () => {
    const plain = filled.replace('?id=" + id', '"');
    const { links: discoveredLinks, needsBrowser } = discover(foundPage('/zwgk/2025/', ANNUAL + siblings + plain));
    const asked = discoveredLinks.find(({ url }) => url.endsWith('/api/list'));
    expect([needsBrowser, asked?.scope?.progress?.dialect]).toEqual([false, 'recipe']);
  });

  it('is that of the page it is shown on, which its addresses are relative to', () => {
    const json = JSON.stringify([
      { name: '县政府部门', url: 'bm/list.html' },
      { name: ONE, url: '../t20240120_1.html' },
    ]);
    const scope = { pathPrefix: null, contains: null, base: `${SITE}/gk/nb/index.html` };
    const answer = foundPage('/tree/nodes?id=3', json, { mediaType: 'application/json', scope });
    expect(lines(discover(answer).links)).toEqual(['column /gk/nb/bm/list.html', 'report /gk/t20240120_1.html']);
  });

  it('is what scripts among the contents write, once they were asked for', () => {
    const page = `${ANNUAL}<script src="/js/all.js"></script>${siblings}<ul class="menu"><script src="/js/menu3.js"></script></ul>
      <div><script src="/js/jquery.min.js"></script></div>`;
    const seen = discover(foundPage('/zwgk/nb/', page));
    expect(seen.inPlace.map(({ url }) => url)).toEqual([`${SITE}/js/menu3.js`]);
    const text = `document.writeln('<li><a href="wn/index.html">往年报告</a></li>'); document.write('<h3>共3条</h3>');`;
    const whole = discover(foundPage('/zwgk/nb/', page, { scripts: new Map([[`${SITE}/js/menu3.js`, text]]) }));
    expect(lines(whole.links)).toContain('column /zwgk/nb/wn/index.html');
    expect([whole.inPlace, whole.needsBrowser]).toEqual([[], false]);
    const posted = discover(foundPage('/zwgk/nb/', page, { posted: 'page=2', page: 2 }));
    expect(posted.inPlace).toHaveLength(1);
  });
});

it.each(['查看', '点此阅览', '公开', '√'])('a cell that says %s opens what its line and its column name', (text) => {
  const table = `<table><tr><th>序号</th><th>单位</th><th>2023年度</th></tr><tr><td>1</td><td>财政局</td><td><a href="/a/x1.html">${text}</a></td></tr></table>`;
  const { links: discoveredLinks } = discover(foundPage('/zwgk/hz/', `<title>一览</title>${table}`));
  expect(discoveredLinks.map(({ kind, title }) => `${kind} ${title}`)).toEqual([`report ${report('财政局', 2023)}`]);
});

it.each<[where: string, item: (body: string, nth: number) => string]>([
  ['a line that no tag marks as one', (link) => `<div class="i"><span>2023</span>${link}<time>2024-03-12</time></div>`],
  ['brackets before the body', (link) => `<li>[2023] ${link}</li>`],
  ['a bar behind the body', (link) => `<li>${link} | 2023年</li>`],
  [
    'the line, behind a serial number',
    (link, nth) => `<li><i>${nth}</i><span>2023年度</span>${link}<em>2024-03-12</em></li>`,
  ],
  ['a block of its own over the bodies', (link, nth) => `${nth === 1 ? '<div>2023</div>' : ''}<div>${link}</div>`],
  ['the link itself', (link) => `<li>${link.replace('>', '>2023年')}</li>`],
  ['brackets in the link', (link) => `<li>${link.replace('</a>', '（2023）</a>')}</li>`],
  ['the title of the link', (link) => `<li>${link.replace('<a', '<a title="2023年"')}</li>`],
])('the year of a body is read from %s', (_, item) => {
  const items = ['财政局', '柳溪镇']
    .map((body, nth) => item(`<a href="/a/x${nth}.html">${body}</a>`, nth + 1))
    .join('');
  const { links } = discover(foundPage('/zwgk/nb/', `<title>政府信息公开年报</title><ul>${items}</ul>`));
  expect(links.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
    `report ${report('财政局', 2023)}`,
    `report ${report('柳溪镇', 2023)}`,
  ]);
});

it('a part of the reports that is called 公开 is one, and a list of bodies with their years there is of reports', () => {
  const above = discover(
    foundPage(
      '/zwgk/nb/',
      `<title>政府信息公开年报</title><a href="/zwgk/jw/">留存公开</a>${row('./202401/t20240120_1.html', ONE)}`,
    ),
  );
  const link = above.links.find(({ url }) => url.endsWith('/jw/'));
  expect(link?.words).toBe('other');
  const items = ['财政局', '柳溪镇'].map((body, nth) => `<li>2021 <a href="/zwgk/jw/x${nth}.html">${body}</a></li>`);
  const { words = null, scope = null } = link ?? {};
  const page = foundPage('/zwgk/jw/', `<title>留存公开</title><ul>${items.join('')}</ul>`, { words, scope });
  expect(discover(page).verdict).toBe('list');
});

it('another site that only a page of the reports names is looked at, under whatever name', () => {
  const link = '<a href="http://old.lanzhu.gov.cn/">原网站</a>';
  const found = (path: string, title: string) =>
    discover(foundPage(path, `<title>${title}</title>${link}${row('./202401/t20240120_1.html', ONE)}`)).links;
  const old = 'http://old.lanzhu.gov.cn/';
  expect(found('/zwgk/nb/', '政府信息公开年报').find(({ url }) => url === old)?.kind).toBe('column');
  expect(found('/zwgk/tzgg/', '通知公告').find(({ url }) => url === old)).toBeUndefined();
});

it('a list of bodies alone is paged to its end', () => {
  const item = (nth: number) =>
    `<li><a href="/b/x${nth}.html">${['财政局', '教育局', '水利局', '民政局'][nth - 1]}</a></li>`;
  const pager = [1, 2, 3].map((page) => `<option value="/zwgk/nb/${page}.html">第${page}页</option>`).join('');
  const page = (nth: number) =>
    `<title>历年年报</title><ul>${item(nth)}${item(nth + 1)}</ul><select onchange="location=this.value">${pager}</select>`;
  const first = discover(foundPage('/zwgk/nb/1.html', page(1))).links.find(({ kind }) => kind === 'list');
  expect(first?.url).toBe(`${SITE}/zwgk/nb/2.html`);
  const { words = null, scope = null } = first ?? {};
  const second = discover(foundPage('/zwgk/nb/2.html', page(3), { kind: 'list', page: 2, words, scope }));
  expect(lines(second.links)).toContain('list /zwgk/nb/3.html');
});

it.each(['下一页', '2', '>'])('the pager 1 %s of a report that a table of the layout frames opens none', (text) => {
  const page = `<title>${report('兰渚市', 2023)}</title><table><tr><td>${report('兰渚市', 2023)}</td><td><p>收到和处理政府信息公开申请</p><a href="/a/t1.html">1</a> <a href="/a/t1_2.html">${text}</a></td></tr></table>`;
  const { links: discoveredLinks, nextPart } = discover(foundPage('/a/t1.html', page, { kind: 'report' }));
  expect([lines(discoveredLinks), nextPart?.url]).toEqual([[], `${SITE}/a/t1_2.html`]);
});

it('items of an interface that only say 查看 are what the list is of', () => {
  const json = JSON.stringify(
    [1, 2].map((nth) => ({ title: '查看', url: `/a/t20240120_${nth}.html` })).concat({ title: '更多', url: '/more/' }),
  );
  const { links: discoveredLinks } = discover(
    foundPage('/api?id=3', json, { mediaType: 'application/json', year: 2023 }),
  );
  expect(
    discoveredLinks.filter(({ kind }) => kind === 'report').map(({ url, year }) => [url.replace(SITE, ''), year]),
  ).toEqual([
    ['/a/t20240120_1.html', 2023],
    ['/a/t20240120_2.html', 2023],
  ]);
});

it('what an interface gives are items, whatever their words and addresses look like', () => {
  const json = JSON.stringify([1, 2].map((nth) => ({ title: '查看', url: `/show?id=${nth}` })));
  const { links: discoveredLinks } = discover(
    foundPage('/api?id=3&page=1&size=2', json, { mediaType: 'application/json' }),
  );
  const next = discoveredLinks.find(({ kind }) => kind === 'list');
  expect([next?.url, next?.scope?.progress?.count]).toEqual([`${SITE}/api?id=3&page=2&size=2`, 2]);
  expect(next?.scope?.progress?.seen).toHaveLength(1);
});

it('what a table only places beside each other says nothing of one another', () => {
  const tree = '<ul><li><a href="/zwgk/list?channel=sjj">兰渚市审计局</a></li></ul>';
  const page = `${ANNUAL}<table><tr><td>${tree}</td><td><h3>民政局</h3><ul>${row('/a/t20240120_1.html', '2023年报告')}</ul></td></tr></table>`;
  expect(lines(discover(foundPage('/zwgk/nb/mzj/', page)).links)).toContain('column /zwgk/list?channel=sjj');
});

it('what stands beside a report is not of its year', () => {
  const text = `${ANNUAL}<h1>${ONE}</h1><div id="zoom">主动公开政府信息情况</div><ul>${row('/zwgk/list?channel=mzj', '兰渚市民政局')}</ul>`;
  const seen = discover(foundPage('/zwgk/gknb/t20240120_1.html', text, { kind: 'report', year: 2023 }));
  expect([seen.verdict, lines(seen.links)]).toEqual(['article', ['column /zwgk/list?channel=mzj']]);
});

it.each([
  ['a column', '/zwgk/hz/', ['column /zwgk/hz/']],
  ['no article', '/zwgk/202401/t20240120_1.html', []],
])('what may be a table of all reports is looked at where it is %s', (_, path, expected) => {
  const page = `<title>政府信息公开</title>${row(path, '2023年政府信息公开工作年度报告汇总表')}`;
  expect(lines(discover(foundPage('/zwgk/', page)).links)).toEqual(expected);
});

it('pages that are chosen from a list are no columns of their own', () => {
  const options = [1, 2, 3].map((nth) => `<option value="/zwgk/nb/list_${nth}.html">第${nth}页</option>`).join('');
  const page = `${ANNUAL}${row('/zwgk/nb/czj.html', '财政局')}<select onchange="location.href=this.value">${options}</select>`;
  expect(lines(discover(foundPage('/zwgk/nb/list_1.html', page)).links)).toEqual([
    'column /zwgk/nb/czj.html',
    'list /zwgk/nb/list_2.html',
  ]);
});

describe('a page that nothing but its list says to be of reports', () => {
  const cut = row('/a/t20240120_9.html', '2024年东门桥街道政府…');
  const listed = [1, 2].map((nth) => row(`/a/t20240120_${nth}.html`, report(`兰渚市第${nth}局`, 2023))).join('');
  const other = { words: 'other', scope: { pathPrefix: null, contains: null } } as const;
  it.each([
    ['has those whose names are cut short as well', listed + cut, other, true],
    [
      'has none of them where most are none',
      listed +
        cut +
        row('/a/t20240120_5.html', '春耕') +
        row('/a/t20240120_6.html', '秋收') +
        row('/a/t20240120_7.html', '防汛') +
        row('/a/t20240120_8.html', '慰问'),
      other,
      false,
    ],
    ['has none of them where nothing about reports led there', listed + cut, { ...other, scope: null }, false],
  ])('%s', (_, text, more, expected) => {
    const { links: discoveredLinks } = discover(foundPage('/c112388/list.html', text, more));
    expect(discoveredLinks.some(({ kind, url }) => kind === 'report' && url.endsWith('_9.html'))).toBe(expected);
  });

  it('has the bodies that it lists', () => {
    const bodies = row('/list?channel=lxz', '柳溪镇') + row('/list?channel=gxz', '桂溪镇');
    expect(lines(discover(foundPage('/list?channel=zj', bodies, other)).links)).toEqual([
      'column /list?channel=lxz',
      'column /list?channel=gxz',
    ]);
  });

  it('is filled like one where unforeseen words on a page of reports led there', () => {
    const shell =
      '<title>本部</title><ul id="list"></ul><script>$.get("/api?id=" + id, (rows) => $("#list").html(rows))</script>';
    expect(discover(foundPage('/c1/list.html', shell, other)).needsBrowser).toBe(true);
    expect(discover(foundPage('/c1/list.html', shell, { ...other, scope: null })).needsBrowser).toBe(false);
  });
});
