import { clock, head, metaTags, type Skeleton } from '../page.ts';

/** A page as 拓尔思 TRS publishes it. */
export const trs: Skeleton = {
  name: 'trs',
  render: (page, rng) => `<!DOCTYPE html>
<html lang="zh-CN">
${head(page, metaTags(page, rng))}
<body>
<div class="header"><a href="/"><img src="/images/logo.png" alt="${page.agency}"></a>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="./">政府信息公开年报</a></div>
<div class="article">
<h1>${page.title}</h1>
<div class="info">${page.publishedOn ? `<span>发布时间：${page.publishedOn} ${clock(rng)}</span>` : ''}<span>来源：${page.agency}</span>
<span>浏览次数：<em id="hits"></em>次</span><span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span><a href="javascript:window.print()">打印</a> <a href="javascript:window.close()">关闭</a></div>
<div class="TRS_Editor">
${page.body}
</div>
<div class="pages"><p>上一篇：没有了</p><p>下一篇：没有了</p></div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div>
</div>
<div class="footer"><p>主办：${page.agency}　承办：政务服务中心</p><p>网站标识码：3300000001　备案号：临ICP备05000001号</p></div>
<script>var currentPage = 0; document.getElementById('hits').innerHTML = '128';</script>
</body>
</html>`,
};
