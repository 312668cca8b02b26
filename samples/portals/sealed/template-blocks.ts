import type { PageParts, Template } from '../half.ts';
import { document, each, isHome, siteSelects, titled } from './document.ts';
import { headlines, SERVICES } from './home-blocks.ts';

/** Blocks beside one another, names of classes in pinyin: a portal that was made anew in the last years. */

const HEAD = `<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<meta name="renderer" content="webkit">`;

const STYLE = `*{margin:0;padding:0;box-sizing:border-box}body{font:16px/1.8 "Microsoft YaHei",sans-serif;color:#333;background:#f5f7fa}
a{color:#333;text-decoration:none}a:hover{color:#1b5eb8}ul{list-style:none}.w1200{width:1200px;margin:0 auto}
.toubu{height:160px;background:#1b5eb8;color:#fff}.toubu .mingcheng{font-size:36px;line-height:120px}.daohang{background:#0d4a9c}
.daohang li{float:left}.daohang a{display:block;padding:0 32px;line-height:54px;color:#fff}.clearfix:after{content:"";display:block;clear:both}
.dqwz{padding:12px 0;font-size:14px;color:#666}.zuoce{float:left;width:260px;background:#fff}.youce{float:right;width:920px;background:#fff;padding:20px}
.lm-bt{border-bottom:2px solid #1b5eb8;margin-bottom:14px}.lm-bt h2{display:inline-block;font-size:20px;color:#1b5eb8}
.xxlb li{border-bottom:1px dashed #ddd;padding:8px 0}.xxlb .rq{float:right;color:#999}.xxlb .dw{margin-right:12px;color:#555}
.fenye{text-align:center;padding:20px}.fenye a,.fenye span,.fenye b{padding:4px 10px;border:1px solid #ddd;margin:0 3px}
.xl-bt{font-size:26px;text-align:center;line-height:1.6;padding:24px 0}.xl-xx{text-align:center;color:#888;font-size:14px}
.xl-nr{padding:30px 60px;line-height:2}.xl-nr table{border-collapse:collapse;width:100%}.dibu{background:#2f3a4a;color:#cdd5df;padding:30px 0}
.kuai{float:left;width:590px;margin:10px 5px;background:#fff;padding:14px}.fuwu li{float:left;width:20%;text-align:center;padding:14px 0}
@media(max-width:768px){.w1200,.zuoce,.youce,.kuai{width:100%;float:none}.daohang a{padding:0 12px}}`;

const block = (title: string, from: number, count: number): string => `<div class="kuai">
<div class="lm-bt"><h2>${title}</h2><a class="gd" href="javascript:void(0);">更多</a></div>
<ul class="xxlb">
${each(headlines(from, count), (one) => `<li class="clearfix"><span class="rq">${one.date}</span>${titled(one, ' target="_blank"')}</li>`)}
</ul></div>`;

const AROUND_HOME = `<div class="w1200 clearfix" id="zhuanzai">
${block('国务院要闻', 0, 28)}
${block('省政府要闻', 32, 28)}
<div class="kuai fuwu"><div class="lm-bt"><h2>高频服务</h2></div><ul class="clearfix">
${each(SERVICES, (name, at) => `<li><a href="javascript:;" onclick="openService('${3301 + at}')"><i class="tb tb-${at}"></i>${name}</a></li>`)}
</ul></div>
${block('上级文件', 64, 20)}
</div>`;

const crumbs = (links: PageParts['breadcrumb'], position: string): string =>
  links.length === 0
    ? ''
    : `<div class="dqwz w1200"><span class="tb-wz"></span>${position}${links
        .map(({ href, text }) =>
          href === null ? `<span class="wz">${text}</span>` : `<a href="${href}" class="wz">${text}</a>`,
        )
        .join('<em> / </em>')}</div>`;

export const blocks: Template = {
  name: 'blocks',
  page(page) {
    const { siteName, menu, breadcrumb, position, side, content, footer, code } = page;
    const main = side
      ? `<div class="zuoce">${side}</div><div class="youce">${content}</div>`
      : `<div class="tonglan">${content}</div>`;
    const body = `<div class="toubu"><div class="w1200">
<div class="dingbu"><a href="javascript:void(0)" onclick="zwJf()">繁体</a> | <a href="javascript:void(0)" id="wza">适老化</a></div>
<div class="mingcheng">${siteName}</div></div></div>
<div class="daohang"><div class="w1200 clearfix"><ul>
${each(menu, ({ href, text }) => `<li><a href="${href}">${text}</a></li>`)}
</ul></div></div>
${crumbs(breadcrumb, position)}
<div class="w1200 clearfix zhuti">
${main}
</div>
${isHome(page) ? AROUND_HOME : ''}
<div class="dibu"><div class="w1200">
<div class="yqlj">${siteSelects('yqlj-xl')}</div>
<p>${footer.map(({ href, text }) => `<a href="${href}">${text}</a>`).join('<i>|</i>')}</p>
<p>主办：${siteName} 承办：大数据服务中心</p>
<p>${code ? `网站标识码：${code} ` : ''}<a href="javascript:void(0)">备案号：X备2021000001号</a></p>
</div></div>`;
    return document({ page, head: HEAD, style: STYLE, body });
  },
  links: (links, heading) => `<div class="lm"><div class="lm-bt"><h2>${heading}</h2></div>
<ul class="lm-lb clearfix">
${each(links, (link) => `<li><a href="${link.href}"><span class="wz">${link.text}</span></a></li>`)}
</ul></div>`,
  row: ({ href, text, date, cells }) =>
    `<li class="clearfix"><span class="rq">${date}</span>${cells.map((cell) => `<span class="dw">${cell}</span>`).join('')}<a href="${href}" target="_blank" title="${text}">${text}</a></li>`,
  list: (rows, heading) => `<div class="lm-bt"><h2>${heading}</h2></div>
<ul class="xxlb">
${rows}
</ul>`,
  tabs: (links) =>
    `<div class="qiehuan clearfix">${links
      .map(({ href, text }, at) => `<div class="qh-x${at === 0 ? ' xz' : ''}"><a href="${href}">${text}</a></div>`)
      .join('')}</div>`,
  pager: (markup) => `<div class="fenye">${markup}</div>`,
  article: ({ title, date, source, contents }) => `<div class="xl">
<div class="xl-bt">${title}</div>
<div class="xl-xx"><span>发布时间：${date} 09:30</span><span>来源：${source}</span><span>浏览次数：<b id="llcs"></b></span></div>
<div class="xl-nr" id="zoom"><div class="TRS_Editor">
${contents}
</div></div>
<div class="xl-cz"><a href="javascript:window.print()">打印</a> <a href="javascript:window.close()">关闭</a></div>
</div>`,
};
