import { clock, head, metaTags, type Skeleton } from '../page.ts';

/** A page of 龙讯 Lonsun with a list of the reports of other years beside it. */
export const lonsun: Skeleton = {
  name: 'lonsun',
  render: (page, rng) => {
    const others = [1, 2, 3].map((back) => {
      const year = page.year - back;
      return `<li><a href="${rng.int(1000, 9999)}.html">${page.agency}${year}年政府信息公开工作年度报告</a><span>${year + 1}-01-2${back}</span></li>`;
    });
    return `<!DOCTYPE html>
<html>${head(page, metaTags(page, rng))}
<body>
<div class="side"><h2>历年年报</h2><ul id="timeFrame">${others.join('')}</ul></div>
<div class="main"><div class="bt"><h1>${page.title}</h1></div>
<div class="ly">${page.publishedOn ? `发布时间：${page.publishedOn} ${clock(rng)}　` : ''}来源：${page.agency}　浏览次数：<span id="hits">305</span></div>
<div class="wzcon j-fontContent">
${page.body}
</div></div>
</body></html>`;
  },
};
