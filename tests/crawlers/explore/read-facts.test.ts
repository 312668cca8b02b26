import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../crawlers/explore/read-facts.ts';

const read = (text: string) => readFacts(text, 'http://www.lanzhu.gov.cn/a/b.html');

describe('what is read of a page', () => {
  it('tags by lower-case name, the first that says something', () => {
    const { meta, title } = read(
      '<TITLE> 年报 \n</TITLE><meta name="ColumnName" content=""><meta property="COLUMNNAME" content="年报"><META NAME=ColumnName content=x><meta name=PubDate content=undefined>',
    );
    expect(title).toBe('年报');
    expect([...meta]).toEqual([['columnname', '年报']]);
  });

  it('links with their words, their line and their place', () => {
    const { links, hasContent } = read(
      '<div class="header nav"><a href="/">首页</a></div><ul><li id="line_u9_1"><a href="1.htm" title="全称" class="c">简<b>称</b></a><span>2024-01-02</span></li></ul><div id="zoom"><a href=2.pdf><img alt="附件"></a></div>',
    );
    expect(hasContent).toBe(true);
    expect(
      links.map(({ href, text, title, place, marks, row }) => [
        href,
        text,
        title,
        place,
        marks.trim(),
        row?.text ?? null,
      ]),
    ).toEqual([
      ['/', '首页', null, 'frame', 'header nav', null],
      ['1.htm', '简称', '全称', 'body', 'c  line_u9_1', '简称2024-01-02'],
      ['2.pdf', '附件', null, 'content', 'zoom', null],
    ]);
  });

  it('records as data, in scripts or in the page itself, and their links', () => {
    const record = '<record><![CDATA[<li><a href="/art/1.html">甲</a></li>]]></record>';
    for (const text of [
      `<script type="text/xml"><datastore>${record}</datastore></script>`,
      `<div><datastore>${record}</datastore></div>`,
    ]) {
      const { datastore, links } = read(text);
      expect(datastore).toMatchObject({ records: 1, total: null, nextGroup: null });
      expect(links.map(({ href, text: words }) => [href, words])).toEqual([['/art/1.html', '甲']]);
    }
  });

  it('the link to the next group, which is no record', () => {
    const text =
      '<datastore><totalrecord>9</totalrecord><nextgroup>\n<![CDATA[<a href="/p?a=1&amp;page=2"></a>]]></nextgroup><record><![CDATA[<a href="/1">甲</a>]]></record></datastore>';
    const { datastore, links } = read(text);
    expect(datastore).toMatchObject({ records: 1, total: 9, nextGroup: '/p?a=1&page=2' });
    expect(links).toHaveLength(1);
  });

  it('the scripts of the page and the addresses of others', () => {
    const { scripts, scriptSources } = read(
      '<script src="/js/a.js"></script><script>var hits = 1;</script><script>createPageHTML(1,0,"index","html")</script>',
    );
    expect(scripts).toBe('var hits = 1;\ncreatePageHTML(1,0,"index","html")\n');
    expect(scriptSources).toEqual(['/js/a.js']);
  });

  it('frames, embeds and objects, and units that are drawn', () => {
    const { frames, drawn } = read(
      '<iframe src="a"></iframe><embed src="b"><object data="c"></object><i queryData="{q}" url="/u"></i>',
    );
    expect(frames).toEqual(['a', 'b', 'c']);
    expect(drawn).toEqual([{ url: '/u', query: '{q}' }]);
  });

  it.each([
    ['its own', '<base href="/c/"><base href="/d/">', 'http://www.lanzhu.gov.cn/c/'],
    ['none of another scheme', '<base href="javascript:x">', 'http://www.lanzhu.gov.cn/a/b.html'],
    ['where it came from', '', 'http://www.lanzhu.gov.cn/a/b.html'],
  ])('the base: %s', (_, text, base) => {
    expect(read(text).base).toBe(base);
  });

  it('a page without bottom up to a depth, and says so', () => {
    const { links, isCut } = read(`<a href="/first">x</a>${'<div>'.repeat(100_000)}<a href="/last">x</a>`);
    expect(links.map(({ href }) => href)).toEqual(['/first']);
    expect(isCut).toBe(true);
    expect(read('<a href="/first">x</a>').isCut).toBe(false);
  });
});
