import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenOf } from '../../../samples/government/families/script-drawn.ts';
import { type SamplePortal, startSamplePortal } from '../../../samples/government/site.ts';
import { type Answered, ask, type Question } from './ask.ts';

/** Each family's lists are built and paged as portals.md describes them. */

let portal: SamplePortal;
beforeAll(async () => {
  portal = await startSamplePortal();
});
afterAll(() => portal.close());

const get = (url: string, question?: Question): Promise<Answered> => ask(portal.connect, url, question);

describe('marks of the family in its list', () => {
  it.each([
    ['TRS, four arguments', 'http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/', 'createPageHTML(2, 0, "index", "html")'],
    ['TRS, six', 'http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/bm/', "createPageHTML(3,0,'index','shtml','black2',14)"],
    ['TRS, five', 'http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/xzjd/', 'createPageHTML(5,2,0,"index","html")'],
    ['TRS, written by script', 'http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/xzjd/', "document.writeln('<li><a href="],
    ['TRS, variables', 'http://sjj.lanzhu.gov.cn/xxgk/ndbg/', 'var countPage = 1;'],
    ['Hanweb', 'http://czj.lanzhu.gov.cn/col/col1229/index.html', '<record><![CDATA[<li><a href="/art/2026/'],
    ['jpaas', 'http://xxgk.lanzhu.gov.cn/col/18073_668815/index.html', `queryData="{'parseType':'bulidstatic'`],
    ['gkmlpt', 'http://www.yanxi.gov.cn/gkmlpt/index', "window._CONFIG = {SID:'339921'"],
    ['NFCMS', 'http://www.mochi.gov.cn/zwgk/xxgknb/', 'class="next" href="/zwgk/xxgknb/index_2.html"'],
    ['UCAP', 'http://www.liushang.gov.cn/c100186/list.shtml', '_isAgg=true&_isJson=true&_pageSize=15'],
    [
      'Lonsun, organisations',
      'http://www.zhuli.gov.cn/public/column/2653881?type=4&action=rel',
      '/public/column/161054624?',
    ],
    ['Lonsun, years', 'http://www.zhuli.gov.cn/public/column/161054624?type=4&action=list&nav=3', 'id="timeFrame"'],
    ['Epoint', 'http://www.huifeng.gov.cn/zwgk/govInfoPub.html?categorynum=003001003&deptcode=', 'webBuilderCommon.js'],
    ['VSB', 'http://www.tianlang.gov.cn/zwgk/nb.htm', '<span class="p_next p_fun"><a href="nb/2.htm">'],
    [
      'generic',
      'http://www.qunxian.gov.cn/zfxxgk/nb/n2025n/list.html',
      '<a href="/zfxxgk/nb/n2025n/list-2.html">下一页',
    ],
    ['drawn by script', 'http://www.youmu.gov.cn/gk/nb/index.html', '正在加载'],
  ])('%s', async (_, url, mark) => {
    expect((await get(url)).text).toContain(mark);
  });
});

describe('Hanweb', () => {
  it('posts back one record less than was asked for, and never none of those left', async () => {
    const proxy = 'http://czj.lanzhu.gov.cn/module/web/jpage/dataproxy.jsp';
    const received = [];
    for (const [from, to] of [
      [1, 3],
      [3, 7],
      [7, 7],
      [8, 9],
    ]) {
      const { text } = await get(`${proxy}?startrecord=${from}&endrecord=${to}&perpage=2`, {
        method: 'POST',
        body: 'col=1&appid=1&webid=31&path=/&columnid=1229&unitid=6488',
      });
      received.push(text.match(/<record>/g)?.length ?? 0);
      expect(text).toContain('<totalrecord>7</totalrecord>');
    }
    expect(received).toEqual([2, 4, 1, 0]);
  });
});

describe('jpaas', () => {
  const unit =
    'http://xxgk.lanzhu.gov.cn/api-gateway/jpaas-publish-server/front/page/build/unit?webId=8a2f0e11&pageId=18073';
  const pageOf = (query: string): Promise<string> =>
    get(unit + query).then(({ text }) => /pageno="(\d+)"/.exec(JSON.parse(text).data.html)?.[1] ?? '');

  it.each([
    ['the number within paramJson', `&paramJson=${encodeURIComponent('{"pageNo":2,"pageSize":3}')}`, '2'],
    ['a bare number', '&pageNo=2', '1'],
    ['a page beyond the last', `&paramJson=${encodeURIComponent('{"pageNo":9}')}`, '1'],
  ])('%s', async (_, query, page) => {
    expect(await pageOf(query)).toBe(page);
  });
});

describe('gkmlpt', () => {
  it('has one page, page 0 being the same, and a second that is 404', async () => {
    const api = 'http://www.yanxi.gov.cn/gkmlpt/api/all/5101?sid=339921&page=';
    const { articles, classify } = JSON.parse((await get(`${api}1`)).text);
    expect([classify.post_count, articles.length]).toEqual([6, 6]);
    expect((await get(`${api}0`)).text).toBe((await get(`${api}1`)).text);
    expect((await get(`${api}2`)).status).toBe(404);
  });
});

describe('UCAP', () => {
  it('counts pages from one', async () => {
    const { text } = await get('http://www.liushang.gov.cn/c100186/list.shtml');
    const search = /url: "([^"]+)"/.exec(text)?.[1];
    const second = JSON.parse((await get(`http://www.liushang.gov.cn${search}2`)).text);
    expect(second.data).toMatchObject({ total: 19, page: 2, results: { length: 4 } });
  });
});

describe('Epoint', () => {
  const list = 'http://www.huifeng.gov.cn/EWB-FRONT/rest/lightfrontaction/getgovinfolist';

  it('answers a post with the key of its site, wrapped or not', async () => {
    const { text } = await get('http://www.huifeng.gov.cn/js/webBuilderCommon.js');
    const siteGuid = /siteGuid: '([^']+)'/.exec(text)?.[1];
    const wish = { siteGuid, categorynum: '003001003', deptcode: '', pageIndex: 1, pageSize: 20 };
    for (const body of [wish, { params: wish }]) {
      const answer = JSON.parse((await get(list, { method: 'POST', body: JSON.stringify(body) })).text);
      expect(answer.custom).toMatchObject({ total: 23, data: { length: 3 } });
    }
    const stranger = JSON.parse((await get(list, { method: 'POST', body: '{"siteGuid":"x"}' })).text);
    expect(stranger.custom).toEqual({ data: [], total: 0 });
    expect((await get(list)).status).toBe(405);
  });
});

describe('VSB', () => {
  it('numbers its pages backwards', async () => {
    const last = await get('http://www.tianlang.gov.cn/zwgk/nb/1.htm');
    expect(last.text).toContain('<span class="p_next_d p_fun_d">');
    expect(last.text).toContain('天朗区仰观街道办事处');
  });

  it('hands a file only to who comes from a page', async () => {
    const url = portal.truth.find(({ agency }) => agency === '天朗区住房和城乡建设局')?.attachments[0]?.url ?? '';
    const stranger = await get(url);
    expect([stranger.status, stranger.text]).toEqual([200, expect.stringContaining('非法的下载请求')]);
    const guest = await get(url, { headers: { Referer: 'http://www.tianlang.gov.cn/info/1050/64210.htm' } });
    expect(guest.bytes.toString('latin1', 0, 2)).toBe('PK');
  });
});

describe('paging that goes wrong', () => {
  it('gives page 1 again', async () => {
    const pages = ['index.html', 'index_1.html', 'index_2.html'].map((name) =>
      get(`http://www.xiuxi.gov.cn/zwgk/nb/${name}`).then(({ text }) => text),
    );
    const [first, ...others] = await Promise.all(pages);
    expect(others).toEqual([first, first]);
    expect(first).toContain('createPageHTML(3, 0,');
  });

  it('leaks into another column', async () => {
    expect((await get('http://www.chenghuai.gov.cn/zwgk/nb/')).text).toContain('createPageHTML(4, 0,');
    const leaked = await get('http://www.chenghuai.gov.cn/zwgk/nb/index_3.html');
    expect(leaked.text).toContain('href="/zwgk/zcwj/');
  });

  it('never ends', async () => {
    const calendar = 'http://www.qunxian.gov.cn/zfxxgk/nb/rl.html';
    const december = await get(`${calendar}?month=203112`);
    expect(december.text).toContain(`href="/zfxxgk/nb/rl.html?month=203201"`);
  });
});

describe('a list drawn by script', () => {
  it('is given only with the token that the script makes', async () => {
    const data = 'http://www.youmu.gov.cn/gk/nb/data.json';
    const token = tokenOf('/gk/nb/index.html');
    expect((await get(data)).status).toBe(403);
    expect(JSON.parse((await get(`${data}?token=${token}`)).text).rows).toHaveLength(4);
    expect(portal.log.at(-1)?.part).toBe(true);
  });
});
