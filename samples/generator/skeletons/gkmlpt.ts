import { head, type Skeleton } from '../page.ts';

/** A page of the 广东 gkmlpt kind: eight labelled fields, among them a writing date that is not the publication date. */
export const gkmlpt: Skeleton = {
  name: 'gkmlpt',
  render: (page, rng) => `<!DOCTYPE html>
<html>${head(page)}
<body><script>window._CONFIG = {SID: '755001', DETAIL: {"id": ${rng.int(1_000_000, 9_999_999)}}};</script>
<div class="classify"><table class="doc-info" border="0">
<tr><td class="first">索引号:</td><td>K2100${rng.int(1000, 9999)}/${page.year + 1}-0${rng.int(1000, 9999)}</td><td class="first">分类:</td><td>政府信息公开年报</td></tr>
<tr><td class="first">发布机构:</td><td>${page.agency}</td><td class="first">成文日期:</td><td>${page.publishedOn ? `${page.year + 1}-01-02` : ''}</td></tr>
<tr><td class="first">名称:</td><td colspan="3">${page.title}</td></tr>
<tr><td class="first">文号:</td><td></td><td class="first">发布日期:</td><td>${page.publishedOn ?? ''}</td></tr>
<tr><td class="first">主题词:</td><td colspan="3"></td></tr></table></div>
<h1 class="content-title">${page.title}</h1>
<div class="article-content">
${page.body}
</div>
</body></html>`,
};
