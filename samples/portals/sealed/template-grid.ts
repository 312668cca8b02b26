import type { PageParts, Template } from '../half.ts';
import { document, each, isHome, siteSelects } from './document.ts';
import { headlines, SERVICES } from './home-blocks.ts';

/** A grid of columns as frameworks make it, names of classes in English, headings that are links. */

const HEAD = `<meta charset="UTF-8">
<meta content="width=device-width,initial-scale=1.0" name="viewport">
<meta content="IE=edge" http-equiv="X-UA-Compatible">
<meta name="format-detection" content="telephone=no">`;

const STYLE = `:root{--main:#c8161d;--line:#e8e8e8}body{margin:0;font-family:"PingFang SC","Microsoft YaHei",Arial,sans-serif;color:#262626}
.container{max-width:1280px;margin:0 auto;padding:0 15px}.row{display:flex;flex-wrap:wrap;margin:0 -15px}.col-md-3{flex:0 0 25%;max-width:25%;padding:0 15px;box-sizing:border-box}
.col-md-6{flex:0 0 50%;max-width:50%;padding:0 15px;box-sizing:border-box}.col-md-9{flex:0 0 75%;max-width:75%;padding:0 15px;box-sizing:border-box}
.col-md-12{flex:0 0 100%;max-width:100%;padding:0 15px;box-sizing:border-box}.navbar{display:flex;background:var(--main)}.navbar-item{padding:0 24px;line-height:56px;color:#fff}
.site-title{font-size:34px;font-weight:700;padding:36px 0}.breadcrumb{font-size:14px;color:#8c8c8c;padding:14px 0}.breadcrumb-item+.breadcrumb-item::before{content:"/";padding:0 8px}
.card{border:1px solid var(--line);border-radius:4px;margin-bottom:20px}.card-header{padding:12px 16px;border-bottom:1px solid var(--line);font-size:18px;color:var(--main)}
.card-body{padding:12px 16px}.media{display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #f0f0f0}.media-title{font-size:16px;margin:0}
.media-meta{color:#8c8c8c;font-size:13px}.badge{background:#fff1f0;color:var(--main);padding:0 8px;margin-right:8px;border-radius:2px;font-size:13px}
.pagination{display:flex;justify-content:center;gap:6px;padding:24px 0}.article-title{font-size:28px;text-align:center}.article-meta{display:flex;justify-content:center;gap:24px;color:#8c8c8c}
.article-content{line-height:2;font-size:17px;padding:24px 40px}.article-content table{border-collapse:collapse}.site-footer{background:#333;color:#ccc;padding:40px 0;margin-top:40px}
.nav-tabs{display:flex;border-bottom:2px solid var(--main)}.nav-link{padding:10px 20px}.grid-services{display:grid;grid-template-columns:repeat(5,1fr);gap:12px}`;

const card = (title: string, from: number, count: number): string => `<div class="col-md-6"><section class="card">
<header class="card-header">${title}</header>
<div class="card-body">
${each(
  headlines(from, count),
  ({ href, text, date }) =>
    `<div class="media"><h5 class="media-title"><a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a></h5><span class="media-meta"><time datetime="${date}">${date}</time></span></div>`,
)}
</div></section></div>`;

const AROUND_HOME = `<div class="container"><div class="row">
${card('国务院信息', 10, 56)}
${card('省政府信息', 50, 56)}
${card('媒体聚焦', 90, 30)}
<div class="col-md-6"><section class="card"><header class="card-header">一网通办</header><div class="card-body grid-services">
${each(SERVICES, (name, at) => `<button type="button" class="service" data-code="SVC${1000 + at}"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 ${4 + (at % 8)}h16v12H4z M8 ${8 + (at % 4)}h8v2H8z M8 14h5v2H8z" fill="currentColor"/></svg><span>${name}</span></button>`)}
</div></section></div>
</div></div>
<script>
document.querySelectorAll('.service').forEach(function (b) { b.addEventListener('click', function () { b.classList.toggle('active'); }); });
</script>`;

const crumbs = (links: PageParts['breadcrumb'], position: string): string =>
  links.length === 0
    ? ''
    : `<nav class="breadcrumb" aria-label="breadcrumb"><span class="breadcrumb-label">${position}</span>${links
        .map(({ href, text }) =>
          href === null
            ? `<span class="breadcrumb-item active" aria-current="page">${text}</span>`
            : `<span class="breadcrumb-item"><a href="${href}">${text}</a></span>`,
        )
        .join('')}</nav>`;

export const grid: Template = {
  name: 'grid',
  page(page) {
    const { siteName, menu, breadcrumb, position, side, content, footer, code } = page;
    const main = side
      ? `<aside class="col-md-3 sidebar">${side}</aside><main class="col-md-9">${content}</main>`
      : `<main class="col-md-12">${content}</main>`;
    const body = `<header class="site-header"><div class="container"><div class="site-title">${siteName}</div></div>
<div class="navbar"><div class="container">
${each(menu, ({ href, text }) => `<a class="navbar-item" href="${href}"><span>${text}</span></a>`)}
</div></div></header>
<div class="container">
${crumbs(breadcrumb, position)}
<div class="row">
${main}
</div></div>
${isHome(page) ? AROUND_HOME : ''}
<footer class="site-footer"><div class="container">
<div class="friend-links">${siteSelects('form-control')}</div>
<div class="footer-nav">${footer.map(({ href, text }) => `<a href="${href}">${text}</a>`).join('<span class="split"></span>')}</div>
<div class="copyright">© 2026 ${siteName} ${code ? `<span class="site-code">网站标识码 ${code}</span>` : ''}</div>
</div></footer>`;
    return document({ page, head: HEAD, style: STYLE, attributes: ' class="page-default"', body });
  },
  links: (links, heading) => `<section class="card"><header class="card-header"><h2>${heading}</h2></header>
<div class="card-body row">
${each(links, ({ href, text }) => `<div class="col-md-3 entry"><h3><a href="${href}">${text}</a></h3></div>`)}
</div></section>`,
  row: ({ href, text, date, cells }) =>
    `<div class="media"><h5 class="media-title">${cells.map((cell) => `<span class="badge">${cell}</span>`).join('')}<a href="${href}">${text}</a></h5><span class="media-meta"><time>${date}</time></span></div>`,
  list: (rows, heading) => `<section class="card list"><header class="card-header">${heading}</header>
<div class="card-body">
${rows}
</div></section>`,
  tabs: (links) =>
    `<div class="nav-tabs" role="tablist">${links
      .map(
        ({ href, text }, at) => `<a class="nav-link${at === 0 ? ' active' : ''}" role="tab" href="${href}">${text}</a>`,
      )
      .join('')}</div>`,
  pager: (markup) => `<nav class="pagination" aria-label="分页">${markup}</nav>`,
  article: ({ title, date, source, contents }) => `<article>
<h1 class="article-title">${title}</h1>
<div class="article-meta"><span>${date} 10:12</span><span>信息来源：${source}</span><span>字号：<a href="javascript:void(0)">大</a> <a href="javascript:void(0)">小</a></span></div>
<div class="article-content" id="articleContent">
${contents}
</div>
</article>`,
};
