import { head, metaTags, type Skeleton } from '../page.ts';

/** A page of 大汉 Hanweb: an information table above, contents in #zoom. */
export const hanweb: Skeleton = {
  name: 'hanweb',
  render: (
    page,
    rng,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
${head(page, metaTags(page, rng))}
<body>
<!--<$[标题]>begin--><table width="100%" class="xxgk_top"><tbody>
<tr><td width="90"><b>索 引 号</b></td><td>01430000/${page.year + 1}-00${rng.int(100, 999)}</td><td><b>组配分类</b></td><td>政府信息公开年报</td></tr>
<tr><td><b>发布机构</b></td><td>${page.agency}</td><td><b>发布日期</b></td><td>${page.publishedOn ?? ''}</td></tr>
<tr><td><b>公开方式</b></td><td>主动公开</td><td><b>公开范围</b></td><td>面向社会</td></tr>
</tbody></table>
<div class="bt_content"><p class="title">${page.title}</p>
<div id="zoom"><!--ZJEG_RSS.content.begin-->
${page.body}
<!--ZJEG_RSS.content.end--></div></div>
<table width="100%"><tr><td align="right">【打印本页】【关闭窗口】</td></tr></table>
<script language="javascript" src="/script/0/visitcount.js"></script>
</body>
</html>`,
};
