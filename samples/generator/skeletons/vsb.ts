import { clock, head, metaTags, type Skeleton, spelled } from '../page.ts';

/** A page of 博达 VSB. */
export const vsb: Skeleton = {
  name: 'vsb',
  render: (page, rng) => `<!DOCTYPE html><HTML>${head(page, metaTags(page, rng))}
<BODY>
<div class="dqwz"><a href="../index.htm">首页</a>&gt;&gt;<a href="nb.htm">年度报告</a>&gt;&gt;正文</div>
<form name="_newscontent_fromname"><div class="content-title"><h3>${page.title}</h3>
<i>${page.publishedOn ? `${spelled(page.publishedOn)} ${clock(rng)}` : ''}　${page.agency}　点击：[<span id="dynclicks"></span>]</i></div>
<div id="vsb_content_2"><div class="v_news_content">
${page.body}
</div></div></form>
<div class="footer">版权所有：${page.agency}</div>
</BODY></HTML>`,
};
