import { attach, endingFor } from '../attachment.ts';
import { type Column, type Entry, placeOf } from '../column.ts';
import { articleTags, contents, page } from '../furniture.ts';
import type { Built, Place } from '../host.ts';
import { html, json, type Page } from '../page.ts';

/** 广东 gkmlpt: one shell for all categories, told apart by the fragment, and an API whose second page is 404. */
interface GkmlptStyle {
  readonly sid: string;
  readonly category: number;
}

const SHELL = '/gkmlpt/index';

const article = (column: Column, entry: Entry, sid: string, links: string): string =>
  page(
    entry.title,
    articleTags(column.site, entry),
    `<script>window._CONFIG = {SID: '${sid}', DETAIL: {"id": ${entry.id}, "title": "${entry.title}"}};</script>
<div class="classify"><table class="doc-info" border="0">
<tr><td class="first">索引号:</td><td>K2100/${entry.id}</td><td class="first">分类:</td><td>${column.name}</td></tr>
<tr><td class="first">发布机构:</td><td>${entry.report?.agency ?? column.site.name}</td><td class="first">成文日期:</td><td>${entry.date.slice(0, 8)}02</td></tr>
<tr><td class="first">名称:</td><td colspan="3">${entry.title}</td></tr>
<tr><td class="first">文号:</td><td></td><td class="first">发布日期:</td><td>${entry.date}</td></tr></table></div>
<h1 class="content-title">${entry.title}</h1>
<div class="article-content">
${contents(entry)}
${links}
</div>`,
  );

const tree = (column: Column, category: number): string =>
  JSON.stringify([
    { id: 5100, name: '信息公开指南', parent_id: 0, jump_url: null, children: [] },
    { id: category, name: column.name, parent_id: 0, jump_url: null, children: [] },
    { id: 5102, name: '依申请公开', parent_id: 0, jump_url: '/ysqgk/', children: [] },
  ]);

export function gkmlpt(column: Column, { sid, category }: GkmlptStyle): Built {
  const { site, entries } = column;
  const pages: Record<string, Page> = {};
  const places: Place[] = [];
  const articles = entries.map((entry) => {
    const address = `/gkmlpt/content/${String(entry.id)[0]}/${String(entry.id).slice(0, 4)}/post_${entry.id}.html`;
    const files = attach(entry, (file, index) => ({
      path: `/gkmlpt/attachment/0/88/88389/${entry.id + index}.${endingFor(file)}`,
    }));
    const links = files.links.replaceAll('<a ', '<a class="nfw-cms-attachment" ');
    Object.assign(pages, { [address]: entry.fault(html(article(column, entry, sid, links))) }, files.pages);
    places.push(placeOf(entry, address, files.attached));
    return {
      id: entry.id,
      title: entry.title,
      document_number: '',
      publisher: entry.report?.agency ?? site.name,
      identifier: `K2100/${entry.id}`,
      date: Date.parse(entry.date) / 1000,
      created_at: `${entry.date} 09:30:00`,
      display_publish_time: Date.parse(entry.date) / 1000,
      url: `http://${site.host}${address}`,
      post_url: `http://${site.host}${address}`,
      attachment: files.attached.map(({ path }) => ({
        name: path.split('/').at(-1),
        url: `http://${site.host}${path}`,
      })),
      is_expired: 0,
      is_abolished: 0,
    };
  });
  pages[SHELL] = html(
    page(
      `${site.name}政府信息公开目录`,
      '',
      `<script>window._CONFIG = {SID:'${sid}', SERVICE_AREA_ID: '${sid}', TREE:${tree(column, category)}};</script>
<div id="app"></div><script src="/gkmlpt/static/js/app.js"></script>`,
    ),
  );
  pages[`/gkmlpt/api/all/${category}`] = ({ url }) =>
    Number(url.searchParams.get('page') ?? 1) > 1
      ? html('404 Not Found', { status: 404 })
      : json({ classify: { id: category, name: column.name, post_count: entries.length }, articles });
  return { pages, places };
}
