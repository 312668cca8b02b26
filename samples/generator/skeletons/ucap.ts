import { clock, head, metaTags, type Skeleton } from '../page.ts';

/** A page of 开普 UCAP, whose own tags mark title, time and contents. */
export const ucap: Skeleton = {
  name: 'ucap',
  render: (page, rng) => `<!DOCTYPE html>
<html>
${head(page, metaTags(page, rng))}
<body>
<div class="wrap"><div class="bread"><a href="/">首页</a>&gt;<a href="../">信息公开</a>&gt;<span>信息公开年报</span></div>
<div class="title"><UCAPTITLE>${page.title}</UCAPTITLE></div>
<div class="message">${page.publishedOn ? `<p>时间：<PUBLISHTIME>${page.publishedOn} ${clock(rng)}</PUBLISHTIME></p>` : ''}<p>来源：<DOCSOURCE>${page.agency}</DOCSOURCE></p>
<p>【字体：<i>大</i> <i>中</i> <i>小</i>】</p></div>
<div id="UCAP-CONTENT"><UCAPCONTENT>
${page.body}
</UCAPCONTENT></div>
<div class="tools"><a>打印本页</a><a>关闭窗口</a></div></div>
</body></html>`,
};
