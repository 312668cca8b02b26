import type { Column, Entry, Site } from './column.ts';
import { contentsOf, narrativeOf } from './report.ts';

/** What every page of a site has around its contents. */

const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

/** The site's tags of 国办发〔2017〕47号. */
const siteTags = ({ host, name, code }: Site): string =>
  [meta('SiteName', name), meta('SiteDomain', host), meta('SiteIDCode', code)].join('\n');

export const columnTags = ({ site, name }: Pick<Column, 'site' | 'name'>): string =>
  [siteTags(site), meta('ColumnName', name), meta('ColumnType', '信息公开年报')].join('\n');

export const articleTags = (site: Site, entry: Entry): string =>
  [
    siteTags(site),
    meta('ColumnName', entry.report ? '政府信息公开年报' : '通知公告'),
    meta('ColumnType', entry.report ? '信息公开年报' : '通知公告'),
    meta('ArticleTitle', entry.title),
    meta('PubDate', `${entry.date} 09:30`),
    meta('ContentSource', entry.report?.agency ?? site.name),
  ].join('\n');

/** A whole page; `charset` is what it says of itself. */
export const page = (title: string, tags: string, body: string, charset = 'utf-8'): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${title}</title>
${tags}
</head>
<body>
${body}
</body>
</html>`;

/** Menu and breadcrumb: the links that no crawler needs. */
export const header = ({ name }: Site, column = '政府信息公开年报'): string => `<div class="header"><h2>${name}</h2>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="javascript:void(0)" onclick="openMenu()">政务公开</a></li><li><a href="mailto:xxgk@example.gov.cn">联系我们</a></li><li><a href="#top">无障碍</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; ${column}</div>`;

export const footer = ({ name, code }: Site): string =>
  `<div class="footer"><p>主办：${name}办公室</p><p>网站标识码：${code}</p><a href="javascript:window.scrollTo(0,0)">返回顶部</a></div>`;

/** What stands in an article: the report, or a few sentences. */
export const contents = ({ report, tables, title }: Entry): string =>
  report
    ? (tables === 'on the page' ? contentsOf : narrativeOf)(report)
    : `<p>${title}。</p><p>现将有关情况予以说明，欢迎社会各界监督。有关材料请到政务服务中心查阅。</p>`;

/** The home page with its way to the columns. */
export const homePage = (site: Site, links: readonly (readonly [href: string, text: string])[]): string =>
  page(
    site.name,
    siteTags(site),
    `${header(site)}
<div class="news"><ul>
<li><a href="/xwzx/2025/1.html">全市春季植树活动开始</a></li>
<li><a href="/xwzx/2025/2.html">市政务服务中心延长办事时间</a></li>
</ul></div>
<div class="gov"><ul>
${links.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join('\n')}
</ul></div>
${footer(site)}`,
  );

/** The pages that home pages link to and that have nothing to do with reports. */
export const newsPages = (site: Site): Readonly<Record<string, { type: string; body: string }>> =>
  Object.fromEntries(
    ['全市春季植树活动开始', '市政务服务中心延长办事时间'].map((title, place) => [
      `/xwzx/2025/${place + 1}.html`,
      {
        type: 'text/html; charset=utf-8',
        body: page(title, siteTags(site), `<h1>${title}</h1><p>详见各部门安排。</p>`),
      },
    ]),
  );
