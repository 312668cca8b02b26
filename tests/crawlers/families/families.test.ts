import { describe, expect, it } from 'vitest';
import { discover } from '../../../crawlers/explore/discover.ts';
import type { FoundPage } from '../../../crawlers/explore/discovery.ts';
import type { ListProgress } from '../../../src/model/crawl/entry.ts';
import { foundPage, lines, report, row } from '../explore/found-page.ts';

const ONE = report('兰渚市财政局', 2023);
const TWO = report('兰渚市民政局', 2023);
const COLUMN = '<title>政府信息公开年报_兰渚市人民政府</title><meta name="ColumnType" content="信息公开年报">';

/** What a page of each software leads to. */
interface FamilyCase {
  readonly what: string;
  readonly page: FoundPage;
  readonly family: string;
  readonly leads: readonly string[];
}

const trsList = `<ul>${row('./202401/t20240120_2748784.html', ONE)}${row('./202401/t20240121_2748785.html', TWO)}</ul>`;
const trsReports = [
  'report /zwgk/zfxxgknb/202401/t20240120_2748784.html',
  'report /zwgk/zfxxgknb/202401/t20240121_2748785.html',
];
const trs = (what: string, script: string, next: string | null, more: Partial<FoundPage> = {}): FamilyCase => ({
  what: `TRS: ${what}`,
  page: foundPage('/zwgk/zfxxgknb/', `${COLUMN}${trsList}<script>${script}</script>`, more),
  family: 'trs',
  leads: next === null ? trsReports : [...trsReports, `list /zwgk/zfxxgknb/${next}`],
});

const TRS_CASES: readonly FamilyCase[] = [
  trs('four arguments', 'createPageHTML(13, 0, "index", "html");', 'index_1.html'),
  trs('records first', 'createPageHTML(191,13,0,"index","html");', 'index_1.html'),
  trs('class and total behind', "createPageHTML(5, 0, 'index', 'shtml', 'black2', 93);", 'index_1.shtml'),
  trs('counted from one', "createPageHTML('paging',5,1,'fpindex','shtml',93);", 'fpindex_2.shtml'),
  trs(
    'a definition before the call',
    'function createPageHTML(a,b,c,d){} createPageHTML(2,0,"index","html")',
    'index_1.html',
  ),
  trs('a middle page', 'createPageHTML(13, 4, "index", "html");', 'index_5.html', { page: 5 }),
  trs('the last page', 'createPageHTML(13, 12, "index", "html");', null, { page: 13 }),
  trs('the last page, counted from one', "createPageHTML('p',5,5,'fpindex','shtml',93);", null, { page: 5 }),
  trs('the page before it', "createPageHTML('p',5,4,'fpindex','shtml',93);", 'fpindex_5.shtml', { page: 4 }),
  trs('one page', 'createPageHTML(1, 0, "index", "html");', null),
  trs(
    'variables',
    'var currentPage = 0;//from 0\nvar countPage = 2\ndocument.write("<a href=\\"index"+"_" + (currentPage+1) + "."+"html\\">")',
    'index_1.html',
  ),
];

const jpage = `$('#1234').jpage({ totalRecord:52, perPage:15, groupSize:3, proxyUrl:'/module/web/jpage/dataproxy.jsp',
  ajaxParam:{ col:1, appid:1, webid:7, path:'/', columnid:93261, sourceContentType:1, unitid:'1234', webname:'兰渚', permissiontype:0 }})`;
const records = (...rows: readonly string[]): string =>
  `<recordset>${rows.map((one) => `<record><![CDATA[${one}]]></record>`).join('')}</recordset>`;
/** How far a list was read, before the page at hand. */
const read = (count: number, page: number, more: Partial<ListProgress> = {}): Partial<FoundPage> => ({
  kind: 'list',
  page,
  scope: {
    pathPrefix: null,
    contains: null,
    progress: { dialect: '', page, seen: [], count, total: null, idle: 0, ...more },
  },
});
const form = `col=1&appid=1&webid=7&path=${encodeURIComponent('/')}&columnid=93261&sourceContentType=1&unitid=1234&webname=${encodeURIComponent('兰渚')}&permissiontype=0`;
const proxy = '/module/web/jpage/dataproxy.jsp';
const hanwebRows = [row('/art/2024/1/20/art_93261_101.html', ONE), row('/art/2024/1/21/art_93261_102.html', TWO)];
const hanwebReports = ['report /art/2024/1/20/art_93261_101.html', 'report /art/2024/1/21/art_93261_102.html'];

const HANWEB_CASES: readonly FamilyCase[] = [
  {
    what: 'Hanweb: records in the page, the next ones posted for',
    page: foundPage(
      '/col/col93261/index.html',
      `${COLUMN}<div id="1234"><script type="text/xml"><datastore>${records(...hanwebRows)}</datastore></script></div><script>${jpage}</script>`,
    ),
    family: 'hanweb',
    leads: [...hanwebReports, `list POST ${proxy}?startrecord=3&endrecord=47&perpage=15 ${form}`],
  },
  {
    what: 'Hanweb: an answer short by one advances by what came',
    page: foundPage(
      `${proxy}?startrecord=3&endrecord=5&perpage=15`,
      `<?xml version="1.0"?><datastore><totalrecord>52</totalrecord>${records(...hanwebRows)}</datastore>`,
      { kind: 'list', page: 2, posted: form, mediaType: 'text/xml' },
    ),
    family: 'hanweb',
    leads: [...hanwebReports, `list POST ${proxy}?startrecord=5&endrecord=7&perpage=15 ${form}`],
  },
  {
    what: 'Hanweb: the last answer, which is short and all that was promised',
    page: foundPage(
      `${proxy}?startrecord=51&endrecord=95&perpage=15`,
      `<datastore><totalrecord>52</totalrecord>${records(...hanwebRows)}</datastore>`,
      { ...read(50, 3), posted: form, mediaType: 'text/html' },
    ),
    family: 'hanweb',
    leads: hanwebReports,
  },
  {
    what: 'Hanweb: an empty answer ends the list',
    page: foundPage(
      `${proxy}?startrecord=51&endrecord=95&perpage=15`,
      '<datastore><totalrecord>520</totalrecord></datastore>',
      {
        kind: 'list',
        page: 3,
        posted: form,
      },
    ),
    family: 'hanweb',
    leads: [],
  },
  {
    what: 'Hanweb: encrypted numbers, valid only in the printed link to the next group',
    page: foundPage(
      '/col/col93261/index.html',
      `${COLUMN}<script type="text/xml"><datastore><nextgroup><![CDATA[<a href="${proxy}?page=1&amp;webid=x9&amp;columnid=q7"></a>]]></nextgroup>${records(...hanwebRows)}</datastore></script>`,
    ),
    family: 'hanweb',
    leads: [...hanwebReports, `list ${proxy}?page=1&webid=x9&columnid=q7`],
  },
  {
    what: 'Hanweb: the answer to that is paged by number',
    page: foundPage(`${proxy}?page=1&webid=x9&columnid=q7`, `<datastore>${records(...hanwebRows)}</datastore>`, {
      kind: 'list',
      page: 2,
    }),
    family: 'hanweb',
    leads: [...hanwebReports, `list ${proxy}?page=2&webid=x9&columnid=q7`],
  },
  {
    what: 'Hanweb: no record in the page',
    page: foundPage('/col/col93261/index.html', `${COLUMN}<script>${jpage}</script>`),
    family: 'hanweb',
    leads: [`column POST ${proxy}?startrecord=1&endrecord=45&perpage=15 ${form}`],
  },
  {
    what: 'Hanweb: an array in a script',
    page: foundPage('/col/col9/index.html', `${COLUMN}<script>var InitData77=['${hanwebRows.join("','")}'];</script>`),
    family: 'hanweb',
    leads: hanwebReports,
  },
  {
    what: 'Hanweb: the search of the disclosure module',
    page: foundPage(
      '/module/xxgk/search.jsp',
      `<table><tr class="tr_main_value_odd"><td><a href="/art/2024/1/20/art_93261_101.html">${ONE}</a></td></tr></table>共3页`,
      { kind: 'list', posted: 'infotypeId=A0202&area=11&currpage=1', page: 1 },
    ),
    family: 'hanweb',
    leads: [hanwebReports[0] ?? '', 'list POST /module/xxgk/search.jsp infotypeId=A0202&area=11&currpage=2'],
  },
];

const unit = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const unitQuery =
  'parseType=bulidstatic&webId=w1&tplSetId=t1&pageType=column&tagId=%E5%88%86%E9%A1%B5%E5%88%97%E8%A1%A8&editType=null&pageId=p1';
const paged = (pageNo: number): string =>
  `${unit}?${unitQuery}&paramJson=${encodeURIComponent(`{"pageNo":${pageNo},"pageSize":15}`)}`;
const jpaasAnswer = (count: number): string =>
  JSON.stringify({
    success: true,
    data: {
      html: `<ul>${row('/art/2024/art_ab12.html', ONE)}</ul><div class="pagination" rows="15" count="${count}"></div>`,
    },
  });

const INTERFACE_CASES: readonly FamilyCase[] = [
  {
    what: 'jpaas: the unit is asked for with its page number inside paramJson',
    page: foundPage(
      '/zwgk/gknb/index.html',
      `${COLUMN}<script parseType="bulidstatic" url="${unit}" queryData="{'parseType':'bulidstatic','webId':'w1','tplSetId':'t1','pageType':'column','tagId':'分页列表','editType':'null','pageId':'p1'}"></script>`,
    ),
    family: 'jpaas',
    leads: [`column ${paged(1)}`],
  },
  {
    what: 'jpaas: its answer',
    page: foundPage(paged(1), jpaasAnswer(32), { mediaType: 'application/json' }),
    family: 'jpaas',
    leads: ['report /art/2024/art_ab12.html', `list ${paged(2)}`],
  },
  {
    what: 'jpaas: its last answer',
    page: foundPage(paged(3), jpaasAnswer(32), { mediaType: 'application/json', ...read(31, 3) }),
    family: 'jpaas',
    leads: ['report /art/2024/art_ab12.html'],
  },
  {
    what: 'TrueCMS: a call-back with records',
    page: foundPage(
      '/truecms/messageController/getMessage.do?startrecord=1&endrecord=20&perpage=20&columnId=c-1',
      `jsonpCallback(${JSON.stringify({ result: `<datastore><totalrecord>30</totalrecord>${records(...hanwebRows)}</datastore>` })})`,
      { mediaType: 'text/javascript' },
    ),
    family: 'truecms',
    leads: [
      ...hanwebReports,
      'list /truecms/messageController/getMessage.do?startrecord=3&endrecord=22&perpage=20&columnId=c-1',
    ],
  },
  {
    what: 'gkmlpt: the category of annual reports is found in the tree',
    page: foundPage(
      '/gkmlpt/index',
      `<title>政府信息公开平台</title><script>window._CONFIG = {SID:'755001', TREE:[{"id":11,"name":"政策文件","children":[]},{"id":2048,"name":"政府信息公开年报","children":[{"id":2049,"name":"其他","children":[]}]}]};</script>`,
    ),
    family: 'gkmlpt',
    leads: ['column /gkmlpt/api/all/2048?page=1&sid=755001'],
  },
  {
    what: 'gkmlpt: a tree that is no JSON, a category that lies elsewhere',
    page: foundPage(
      '/gkmlpt/index',
      `<title>政府信息公开平台</title><script>window._CONFIG = {SID:'755001', TREE:[{id:7,name:'年度报告',jump_url:'/zwgk/nb/',children:[]}]};</script>`,
    ),
    family: 'gkmlpt',
    leads: ['column /zwgk/nb/'],
  },
  {
    what: 'gkmlpt: a full page of its interface',
    page: foundPage(
      '/gkmlpt/api/all/2048?page=1&sid=755001',
      JSON.stringify({
        classify: { post_count: 132 },
        articles: [
          {
            id: 9,
            title: ONE,
            date: '2024-01-20 09:00:00',
            url: 'http://www.lanzhu.gov.cn/gkmlpt/content/9/9/post_9.html',
            attachment: [],
          },
        ],
      }),
      { mediaType: 'application/json' },
    ),
    family: 'gkmlpt',
    leads: ['report /gkmlpt/content/9/9/post_9.html', 'list /gkmlpt/api/all/2048?page=2&sid=755001'],
  },
  {
    what: 'UCAP: the search behind the list',
    page: foundPage(
      '/hlj/c108463/zfxxgknb.shtml',
      `${COLUMN}<script>$.get("/common/search/0123456789abcdef0123456789abcdef?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page="+n)</script>`,
    ),
    family: 'ucap',
    leads: [
      'column /common/search/0123456789abcdef0123456789abcdef?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page=1',
    ],
  },
  {
    what: 'UCAP: its answer',
    page: foundPage(
      '/common/search/0123456789abcdef0123456789abcdef?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page=1',
      JSON.stringify({
        data: {
          total: 20,
          results: [
            {
              title: ONE,
              url: '/lz/c100/202401/0123456789abcdef0123456789abcdef.shtml',
              publishedTimeStr: '2024-01-20 10:00:00',
            },
          ],
        },
      }),
      { mediaType: 'application/json;charset=UTF-8' },
    ),
    family: 'ucap',
    leads: [
      'report /lz/c100/202401/0123456789abcdef0123456789abcdef.shtml',
      'list /common/search/0123456789abcdef0123456789abcdef?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page=2',
    ],
  },
  {
    what: 'UCAP: files by channel, posted for',
    page: foundPage(
      '/lz/n810214/c102384r/index.html?tab=gknb',
      `${COLUMN}<script>$.post("/getFileListByCodeId",{channelId:"61eaab3127b040d4950fff177f09e561",page:1,size:15})</script>`,
    ),
    family: 'ucap',
    leads: ['column POST /getFileListByCodeId channelId=61eaab3127b040d4950fff177f09e561&page=1&size=15'],
  },
  {
    what: 'Lonsun: the bodies stand one parameter away',
    page: foundPage(
      '/public/column/6601841?type=4&action=list&nav=3',
      `<ul><li><a href="/public/6601841/101.html">${ONE}</a></li><li><a href="/public/6601841/102.html">${TWO}</a></li></ul>
       <script>Ls.pagination("#page", function(i){}, {currPage: 1, pageCount: 3, link: "/public/column/6601841?type=4&action=list&nav=3&pageIndex=__pageNumber__"})</script>`,
    ),
    family: 'lonsun',
    leads: [
      'report /public/6601841/101.html',
      'report /public/6601841/102.html',
      'column /public/column/6601841?type=4&action=rel',
      'list /public/column/6601841?type=4&action=list&nav=3&pageIndex=2',
    ],
  },
  {
    what: 'Lonsun: the list of bodies',
    page: foundPage(
      '/public/column/6601841?type=4&action=rel',
      `<ul class="clearfix"><li><a title="兰渚市财政局" href="/public/column/6601901?type=4&amp;action=list">财政局</a></li><li><a title="桂溪镇人民政府" href="/public/column/6601902?type=4&amp;action=list">桂溪镇</a></li></ul><i class="j-fontContent"></i>`,
    ),
    family: 'lonsun',
    leads: ['column /public/column/6601901?type=4&action=list', 'column /public/column/6601902?type=4&action=list'],
  },
  {
    what: 'Lonsun: the menu of years',
    page: foundPage(
      '/public/column/6601901?type=4&action=list',
      `<ul id="timeFrame"><li><a href="/public/column/6601901?type=4&amp;year=2023">2023年</a></li><li><a href="/public/column/6601901?type=4&amp;year=2022">2022年</a></li></ul>`,
      { scope: { pathPrefix: null, contains: '/public/6601901/' } },
    ),
    family: 'lonsun',
    leads: ['column /public/column/6601901?type=4&year=2023', 'column /public/column/6601901?type=4&year=2022'],
  },
  {
    what: 'Epoint: settings in the page',
    page: foundPage(
      '/dynamic/zwgk/govInfoPub.html?categorynum=003006&deptcode=',
      `<title>政府信息公开年报</title><script>var siteInfo={siteGuid:"g-1",projectName:"/EWB-FRONT"};</script>`,
    ),
    family: 'epoint',
    leads: [
      'column POST /EWB-FRONT/rest/lightfrontaction/getgovinfolist {"deptcode":"","categorynum":"003006","pageIndex":0,"pageSize":20,"siteGuid":"g-1"}',
    ],
  },
  {
    what: 'Epoint: settings in a script of the site',
    page: foundPage(
      '/dynamic/zwgk/govInfoPub.html?categorynum=003006',
      '<title>政府信息公开年报</title><script src="/js/webBuilderCommon.js?v=3"></script>',
    ),
    family: 'epoint',
    leads: ['column /js/webBuilderCommon.js?categorynum=003006&deptcode='],
  },
  {
    what: 'Epoint: that script',
    page: foundPage(
      '/js/webBuilderCommon.js?categorynum=003006&deptcode=',
      'var siteInfo = {"siteGuid":"g-1","projectName":"/EWB_LZ_Mid"};',
      {
        mediaType: 'application/javascript',
        scope: { pathPrefix: null, contains: null },
      },
    ),
    family: 'epoint',
    leads: [
      'column POST /EWB_LZ_Mid/rest/lightfrontaction/getgovinfolist {"deptcode":"","categorynum":"003006","pageIndex":0,"pageSize":20,"siteGuid":"g-1"}',
    ],
  },
  {
    what: 'Epoint: an answer, its body wrapped',
    page: foundPage(
      '/EWB-FRONT/rest/lightfrontaction/getgovinfolist',
      JSON.stringify({
        custom: {
          total: 30,
          data: [{ infourl: '/003/003006/20240120/g.html', realtitle: ONE, infodate: '2024-01-20' }],
        },
      }),
      {
        mediaType: 'application/json',
        posted: '{"token":"","params":{"categorynum":"003006","pageIndex":"0","pageSize":20}}',
      },
    ),
    family: 'epoint',
    leads: [
      'report /003/003006/20240120/g.html',
      'list POST /EWB-FRONT/rest/lightfrontaction/getgovinfolist {"token":"","params":{"categorynum":"003006","pageIndex":"1","pageSize":20}}',
    ],
  },
];

const PRINTED_CASES: readonly FamilyCase[] = [
  {
    what: 'NFCMS: the printed pager',
    page: foundPage(
      '/zwgk/xxgknb/index.html',
      `${COLUMN}<script>var NFCMS_SITE_ID=1</script>${row('content/post_1234567.html', ONE)}<a href="index_2.html">下一页</a>`,
    ),
    family: 'nfcms',
    leads: ['report /zwgk/xxgknb/content/post_1234567.html', 'list /zwgk/xxgknb/index_2.html'],
  },
  {
    what: 'VSB: pages numbered backwards',
    page: foundPage(
      '/zwgk/gknb.htm',
      `${COLUMN}<div class="pb_sys_common">${row('../info/1050/64208.htm', ONE)}<span class="p_pages">共52条 1/11
       <span class="p_next p_fun"><a href="gknb/10.htm">下页</a></span><span class="p_last p_fun"><a href="gknb/1.htm">尾页</a></span></span></div>`,
    ),
    family: 'vsb',
    leads: ['report /info/1050/64208.htm', 'list /zwgk/gknb/10.htm'],
  },
  {
    what: 'VSB: the end',
    page: foundPage(
      '/zwgk/gknb/1.htm',
      `${COLUMN}<div class="pb_sys_common">${row('../../info/1050/64208.htm', ONE)}<span class="p_prev p_fun"><a href="2.htm">上页</a></span><span class="p_next_d p_fun_d">下页</span></div>`,
      { kind: 'list', page: 11 },
    ),
    family: 'vsb',
    leads: ['report /info/1050/64208.htm'],
  },
  {
    what: 'generic: numbers alone',
    page: foundPage(
      '/zfxxgknb/1.html',
      `${COLUMN}${row('/a/12345.html', ONE)}<div class="pages"><span>1</span><a href="/zfxxgknb/2.html">2</a><a href="/zfxxgknb/3.html">3</a></div>`,
    ),
    family: 'generic',
    leads: ['report /a/12345.html', 'list /zfxxgknb/2.html'],
  },
  {
    what: 'generic: a sign beside numbers, the address in a handler',
    page: foundPage(
      '/zfxxgknb/list.html',
      `${COLUMN}${row('/a/12345.html', ONE)}<a href="/zfxxgknb/list.html">1</a><a href="javascript:;" onclick="location.href='/zfxxgknb/list.html?cur_page=2'">&gt;</a>`,
    ),
    family: 'generic',
    leads: ['report /a/12345.html', 'list /zfxxgknb/list.html?cur_page=2'],
  },
  {
    what: 'generic: files counted from one, drawn by gotopage',
    page: foundPage(
      '/col/18073_668815/index.html',
      `${COLUMN}${row('/col/4039_446643/art/1/12345.html', ONE)}<script>var totalPage = 3; gotopage(1);</script>`,
    ),
    family: 'generic',
    leads: ['report /col/4039_446643/art/1/12345.html', 'list /col/18073_668815/index_2.html'],
  },
  {
    what: 'generic: what the pager links, whatever number of pages it prints',
    page: foundPage(
      '/zfxxgknb/index_2.html',
      `${COLUMN}${row('/a/12345.html', ONE)}共 2 页 <a href="index_3.html">下一页</a>`,
      {
        kind: 'list',
        page: 2,
      },
    ),
    family: 'generic',
    leads: ['report /a/12345.html', 'list /zfxxgknb/index_3.html'],
  },
  {
    what: 'generic: no paging beyond 500 pages',
    page: foundPage(
      '/zfxxgknb/index_499.html',
      `${COLUMN}${row('/a/12345.html', ONE)}<a href="index_500.html">下一页</a>`,
      {
        kind: 'list',
        page: 500,
      },
    ),
    family: 'generic',
    leads: ['report /a/12345.html'],
  },
];

describe('the portal software there is', () => {
  it.each([...TRS_CASES, ...HANWEB_CASES, ...INTERFACE_CASES, ...PRINTED_CASES])('$what', ({ page, family, leads }) => {
    const found = discover(page);
    expect(found.family).toBe(family);
    expect(lines(found.links)).toEqual(leads);
    expect(found.needsBrowser).toBe(false);
  });

  it('remembers a column’s software where a page shows none', () => {
    expect(discover(foundPage('/a/b.html', '<p>x</p>', { family: 'lonsun' })).family).toBe('lonsun');
  });

  it.each([
    [
      'a token before the search',
      `${COLUMN}<script>var token=makeToken();$.get("/search/0123456789abcdef0123456789abcdef?token="+token+"&_isAgg=true")</script>`,
    ],
    ['a token of an anonymous session', `${COLUMN}<script>getNoUserAccessToken(); lightfrontaction</script>`],
    [
      'rows of a template',
      `${COLUMN}<div id="app"><li v-for="item in list">{{ item.title }}</li></div><script>new Vue({el:'#app'})</script>`,
    ],
    ['an empty mounting point', '<title>兰渚市</title><div id="app"></div><script src="/static/app.js"></script>'],
  ])('needs a browser for %s, unless it was used already', (_, text) => {
    expect(discover(foundPage('/zwgk/gknb/list.html', text)).needsBrowser).toBe(true);
    expect(discover(foundPage('/zwgk/gknb/list.html', text, { rendered: true })).needsBrowser).toBe(false);
  });
});
