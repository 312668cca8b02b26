import type { PageParts, Template } from '../half.ts';
import { document, each, isHome, siteSelects, titled } from './document.ts';
import { headlines, SERVICES } from './home-blocks.ts';

/** Menus and hubs as lists of terms, tables of fields above articles: a platform of disclosure. */

const HEAD = `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">`;

const STYLE = `body{margin:0;font-family:SimSun,sans-serif;font-size:14px;color:#222}#wrapper{width:1000px;margin:0 auto}
#header{height:130px;border-top:4px solid #b80000}#header h1{font-size:30px;color:#b80000}dl.nav{margin:0;background:#b80000;overflow:hidden}
dl.nav dt{display:none}dl.nav dd{float:left;margin:0;padding:0 18px;line-height:40px}dl.nav dd a{color:#fff}
.crumb-list{list-style:none;padding:0;margin:10px 0}.crumb-list li{display:inline}.crumb-list li+li:before{content:"> ";color:#999}
dl.xxgk_menu dt{background:#f3e4e4;font-weight:bold;padding:8px 12px;color:#b80000}dl.xxgk_menu dd{margin:0;padding:6px 24px;border-bottom:1px dotted #ccc}
.gklist .item{overflow:hidden;padding:6px 0;border-bottom:1px solid #eee}.gklist .item h4{margin:0;font-weight:normal;float:left}
.gklist .item .col{float:left;width:160px;color:#666}.gklist .item .time{float:right;color:#888}.page{text-align:center;margin:16px 0}
.field{border:1px solid #d9b3b3;margin:12px 0;overflow:hidden}.field div{float:left;width:50%;padding:4px 8px;box-sizing:border-box}
.wenzhang h2{text-align:center;font-size:22px}.footer{margin-top:30px;border-top:2px solid #b80000;padding:20px;text-align:center;color:#666}
.panel{width:490px;float:left;margin:5px}.panel h3{color:#b80000;border-bottom:1px solid #b80000}.panel li{line-height:26px}`;

const panel = (title: string, from: number, count: number): string => `<div class="panel" id="panel-${from}">
<h3><span>${title}</span></h3>
<ul>
${each(headlines(from, count), (one) => `<li>${titled(one)} <span class="time">[${one.date}]</span></li>`)}
</ul>
</div>`;

const AROUND_HOME = `<div id="around">
${panel('中央精神', 5, 40)}
${panel('省内动态', 48, 40)}
${panel('政策速递', 20, 25)}
<div class="panel"><h3><span>办事直通</span></h3><dl class="services">
${each(SERVICES, (name, at) => `<dd><a href="#" onclick="return goService(${at + 1})">${name}</a></dd>`)}
</dl></div>
</div>`;

const crumbs = (links: PageParts['breadcrumb'], position: string): string =>
  links.length === 0
    ? ''
    : `<ol class="crumb-list"><li class="first">${position}</li>${links
        .map(({ href, text }) =>
          href === null ? `<li class="active">${text}</li>` : `<li><a href="${href}">${text}</a></li>`,
        )
        .join('')}</ol>`;

export const terms: Template = {
  name: 'terms',
  page(page) {
    const { siteName, menu, breadcrumb, position, side, content, footer, code } = page;
    const body = `<div id="wrapper">
<div id="header"><h1>${siteName}</h1></div>
<dl class="nav"><dt>网站导航</dt>
${each(menu, ({ href, text }) => `<dd><a href="${href}">${text}</a></dd>`)}
</dl>
${crumbs(breadcrumb, position)}
<div id="content_main">
${side ? `<div id="sidebar">${side}</div>` : ''}
<div id="mainContent">
${content}
</div>
</div>
${isHome(page) ? AROUND_HOME : ''}
<div style="clear:both"></div>
<div class="footer">
<dl class="links"><dt>友情链接</dt><dd>${siteSelects('flink')}</dd></dl>
<div>${footer.map(({ href, text }) => `<a href="${href}">${text}</a>`).join(' ')}</div>
<div>版权所有：${siteName}　${code ? `标识码 ${code}　<a target="_blank" href="http://jiucuo.example/exposure/jiucuo.html?site_code=${code}">政府网站找错</a>` : ''}</div>
</div>
</div>`;
    return document({ page, head: HEAD, style: STYLE, body });
  },
  links: (links, heading) => `<dl class="xxgk_menu">
<dt>${heading}</dt>
${each(links, (link) => `<dd>${titled(link)}</dd>`)}
</dl>`,
  row: ({ href, text, date, cells }) =>
    `<div class="item">${cells.map((cell) => `<div class="col">${cell}</div>`).join('')}<h4><a href="${href}">${text}</a></h4><div class="time">${date}</div></div>`,
  list: (rows, heading) => `<div class="gklist"><h3 class="gk-title">${heading}</h3>
${rows}
</div>`,
  tabs: (links) =>
    `<dl class="tab">${links
      .map(({ href, text }) => `<dd class="tab-item"><a href="${href}"><b>${text}</b></a></dd>`)
      .join('')}</dl>`,
  pager: (markup) => `<div class="page" id="page_div">${markup}</div>`,
  article: ({ title, date, source, contents }) => `<div class="wenzhang">
<div class="field"><div><b>索 引 号：</b>${date.slice(0, 4)}-00${date.slice(5, 7)}${date.slice(8)}</div><div><b>组配分类：</b>政府信息公开</div><div><b>发布机构：</b>${source}</div><div><b>发文日期：</b>${date}</div><div><b>名　　称：</b>${title}</div><div><b>公开方式：</b>主动公开</div></div>
<h2>${title}</h2>
<div id="UCAP-CONTENT" class="article_content">
${contents}
</div>
</div>`,
};
