import type { PageParts, Template } from '../half.ts';
import { document, each, isHome, siteSelects } from './document.ts';
import { headlines, SERVICES } from './home-blocks.ts';

/** Units of a site builder in one another, ids for each, rows without lists: old work that was added to for years. */

const HEAD = `<meta http-equiv="Content-Type" content="text/html;charset=UTF-8" />
<META Name="robots" content="index,follow" />`;

const STYLE = `body,div,p,ul,li,h1,h2,h3{margin:0;padding:0}body{font-size:12px;line-height:24px;font-family:"宋体";text-align:center}
#top{width:980px;margin:0 auto;height:200px;background:#d7ecff}#top .name{padding:80px 0 0 40px;text-align:left;font-size:28px;font-weight:bold;color:#004a80}
#menu{width:980px;margin:0 auto;background:#0068b7;text-align:left}#menu span{padding:0 14px;line-height:36px}#menu a{color:#fff;font-size:14px}
#location{width:960px;margin:0 auto;padding:6px 10px;text-align:left;background:#f7f7f7}.main{width:980px;margin:8px auto;text-align:left}
.unit{border:1px solid #b7d5ec;margin-bottom:8px}.unit .unit_title{background:#eaf5ff;padding:0 10px;font-weight:bold;color:#004a80}.unit .unit_body{padding:8px 10px}
.line{border-bottom:1px dotted #b7d5ec;overflow:hidden}.line .bd{float:left}.line .sj{float:right;color:#999}.line .jg{float:left;width:180px}
.lanmu{display:inline-block;width:30%;padding:4px 0}.p_pages{text-align:center;padding:12px}.cont_title{font-size:20px;text-align:center;color:#004a80;padding:16px}
.cont_info{text-align:center;border-bottom:1px solid #b7d5ec}.v_news_content{font-size:14px;line-height:28px;padding:16px}#bottom{width:980px;margin:0 auto;border-top:3px solid #0068b7;padding:12px 0}`;

const rowsOf = (from: number, count: number): string =>
  each(
    headlines(from, count),
    ({ href, text, date }, at) =>
      `<div class="line" id="line_u${from}_${at}"><div class="bd"><font color="#0068b7">·</font><a href="${href}" class="c${from}" target="_blank" title="${text}">${text.slice(0, 20)}</a></div><div class="sj">${date}</div></div>`,
  );

const unit = (title: string, from: number, count: number): string =>
  `<div class="unit"><div class="unit_title">${title}</div><div class="unit_body">
<!-- 以下为转载 -->
${rowsOf(from, count)}
</div></div>`;

/** The largest of the home pages: borrowed news by the dozen. */
const AROUND_HOME = `<div class="main" id="around_u12">
${unit('国务院要闻', 0, 60)}
${unit('省内要闻', 60, 52)}
${unit('他山之石', 30, 60)}
<div class="unit"><div class="unit_title">便民查询</div><div class="unit_body">
${each(SERVICES, (name, at) => `<span class="lanmu"><a href="javascript:void(0)" onclick="javascript:bmcx('bm${at}');return false;">${name}</a></span>`)}
</div></div>
</div>`;

const crumbs = (links: PageParts['breadcrumb'], position: string): string =>
  links.length === 0
    ? ''
    : `<p id="location"><b>${position}</b>${links
        .map(({ href, text }) =>
          href === null ? `<font color="#666">${text}</font>` : `<a href="${href}">${text}</a>`,
        )
        .join('&nbsp;&gt;&gt;&nbsp;')}</p>`;

export const units: Template = {
  name: 'units',
  page(page) {
    const { siteName, menu, breadcrumb, position, side, content, footer, code } = page;
    const body = `<div id="top"><div class="name">${siteName}</div>
<!--[if lt IE 9]><div class="tip">您的浏览器版本过低</div><![endif]--></div>
<div id="menu">
${each(menu, ({ href, text }) => `<span><a href="${href}">${text}</a></span>`)}
</div>
${crumbs(breadcrumb, position)}
<div class="main"><div class="main_in"><div class="unit_wrap">
${side ? `<div class="unit" id="unit_side"><div class="unit_title">栏目导航</div><div class="unit_body">${side}</div></div>` : ''}
<div class="unit_wrap" id="unit_main"><div class="unit_inner">
${content}
</div></div>
</div></div></div>
${isHome(page) ? AROUND_HOME : ''}
<div id="bottom">
<form name="links" action="#" onsubmit="return false">${siteSelects('sel')}</form>
<p>${footer.map(({ href, text }) => `【<a href="${href}">${text}</a>】`).join('')}</p>
<p>${siteName}　版权所有　${code ?? ''}</p>
<p>建议使用1024×768以上分辨率浏览本站</p>
</div>`;
    return document({ page, head: HEAD, style: STYLE, attributes: ' topmargin="0"', body });
  },
  links: (links, heading) => `<div class="unit"><div class="unit_title">${heading}</div><div class="unit_body">
${each(links, ({ href, text }) => `<span class="lanmu"><font>·</font><a href="${href}">${text}</a></span>`)}
</div></div>`,
  row: ({ href, text, date, cells }) =>
    `<div class="line">${cells.map((cell) => `<div class="jg">${cell}</div>`).join('')}<div class="bd"><a class="c43" href="${href}" target="_blank">${text}</a></div><div class="sj">[${date}]</div></div>`,
  list: (rows, heading) => `<div class="unit"><div class="unit_title"><p>${heading}</p></div><div class="unit_body">
${rows}
</div></div>`,
  tabs: (links) =>
    `<p class="tabs">${links
      .map(({ href, text }) => `<a href="${href}"><strong>${text}</strong></a>`)
      .join(' ┊ ')}</p>`,
  pager: (markup) => `<div class="p_pages">${markup}</div>`,
  article: ({ title, date, source, contents }) => `<form name="_newscontent_fromname"><div class="cont">
<div class="cont_title">${title}</div>
<div class="cont_info">发布机构：${source}　　日期：${date}　　点击：[<span id="dynclicks">…</span>]</div>
<div id="vsb_content_2"><div class="v_news_content">
${contents}
</div></div>
</div></form>`,
};
