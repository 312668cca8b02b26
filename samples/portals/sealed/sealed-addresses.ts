import { type Address, day, folder, hex, month, padded, stem } from '../addresses.ts';

/** Addresses as the families of content systems make them; the shapes are those of published portals, the numbers are not. */

const path = (trail: readonly string[]): string => trail.join('/');
const guid = (number: number): string =>
  [8, 4, 4, 4, 12].map((length, part) => hex(number * 5 + part, length)).join('-');
/** The number that a column's address ends in, before its queries and endings. */
const idOf = (column: string): string =>
  /(\d+)(?!.*\d)/.exec(column.replace(/[?&](?:type|nav|jh|page)=\w+/g, ''))?.[1] ?? '0';
/** One number of four digits for all that stands in a column. */
const treeOf = (column: string): number =>
  1000 + [...column].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 900, 7);

export const SEALED_ADDRESSES: readonly Address[] = [
  {
    name: 'TRS, index.html',
    column: (trail) => `/${path(trail)}/index.html`,
    article: (column, number, date) => `${folder(column)}${month(date)}/t${day(date)}_${2748000 + number}.html`,
    page: (column, n) => `${folder(column)}index_${n - 1}.html`,
    trs: true,
  },
  {
    name: 'TRS, shtml',
    column: (trail, number) => `/${path(trail)}_${72000 + number}/`,
    article: (column, number, date) => `${column}${month(date)}/t${day(date)}_${padded(number, 6)}.shtml`,
    page: (column, n) => `${column}index_PAGEID_${n - 1}.shtml`,
  },
  {
    name: 'Hanweb, organisation in the query',
    column: (_, number) => `/col/col${315000 + number}/index.html?vc_xxgkarea=1133990000450${padded(number, 5)}&jh=264`,
    article: (_, number, date) => `/art/${date.slice(0, 4)}/art_${hex(number, 24)}.html`,
    page: (column, n) => `${column}&uid=380055&pageNum=${n}`,
  },
  {
    name: 'jpaas',
    column: (_, number) => `/col/${18000 + number}_${668000 + number}/index.html`,
    article: (column, number) => `${folder(column)}art/${number}/${hex(number, 32)}.html`,
    page: (column, n) => `${folder(column)}index_${n}.html`,
  },
  {
    name: 'VSB, pages numbered backwards',
    column: (trail) => `/${path(trail)}.htm`,
    article: (column, number) => `/info/${treeOf(column)}/${49000 + number}.htm`,
    page: (column, n) => `${stem(column)}/${200 - n}.htm`,
  },
  {
    name: 'VSB, list.jsp',
    column: (_, number) => `/list.jsp?urltype=tree.TreeTempUrl&wbtreeid=${1000 + number}`,
    article: (_, number) => `/content.jsp?urltype=news.NewsContentUrl&wbnewsid=${64000 + number}`,
    page: (column, n) => `${column}&PAGENUM=${n}`,
  },
  {
    name: 'UCAP',
    column: (_, number) => `/site/c${112100 + number}/zfxxgk_list.shtml`,
    article: (column, number, date) => `/c${idOf(column)}/${month(date)}/${hex(number, 32)}.shtml`,
    page: (column, n) => `${folder(column)}zfxxgk_list_${n}.shtml`,
  },
  {
    name: 'UCAP, content.html',
    column: (_, number) => `/n810214/c${102000 + number}r/index.html?tab=gknb`,
    article: (_, number) => `/n810214/c${5200000 + number}/content.html`,
    page: (column, n) => `${column}&page=${n}`,
  },
  {
    name: 'Lonsun, public',
    column: (_, number) => `/public/column/${6600000 + number}?type=4&action=list&nav=3`,
    article: (column, number) => `/public/${/column\/(\d+)/.exec(column)?.[1] ?? 0}/${1110000000 + number}.html`,
    page: (column, n) => `${column}&pageIndex=${n}`,
  },
  {
    name: 'Lonsun, content',
    column: (_, number) => `/content/column/${6790000 + number}`,
    article: (_, number) => `/content/article/${392290000 + number}`,
    page: (column, n) => `${column}?pageIndex=${n}`,
  },
  {
    name: 'Epoint',
    column: (_, number) => `/dynamic/zwgk/govInfoPubright.html?categorynum=003001${padded(number, 4)}`,
    article: (_, number, date) => `/003001/${day(date)}/${guid(number)}.html`,
    page: (column, n) => `${column}&pageIndex=${n}`,
  },
  {
    name: 'columns by GUID',
    column: (_, number) => `/columns/${guid(number)}/index.html`,
    article: (column, number, date) => `${folder(column)}${month(date)}/${date.slice(8)}/${guid(number)}.html`,
    page: (column, n) => `${folder(column)}index_${n}.html`,
  },
  {
    name: 'numeric folders',
    column: (_, number) => `/${16000 + number}/index.html`,
    article: (column, number) => `${folder(column)}${616589000 + number * 3}/${1288000 + number}.html`,
    page: (column, n) => `${folder(column)}list_${n}.html`,
  },
  {
    name: 'first page 1.html',
    column: (trail) => `/${path(trail)}/1.html`,
    article: (column, number, date) => `${folder(column)}${day(date)}/${hex(number, 32)}.html`,
    page: (column, n) => `${folder(column)}${n}.html`,
  },
  {
    name: 'channels without an ending',
    column: (_, number) => `/portal/channel/${number}`,
    article: (column, number) => `/portal/content/${idOf(column)}/${1619593655548706000n + BigInt(number)}`,
    page: (column, n) => `${column}/${n}`,
  },
  {
    name: 'iList',
    column: (_, number) => `/info/iList.jsp?node_id=GKzf&site_id=CMSzf&cat_id=${10000 + number}`,
    article: (_, number) => `/gk/gk${padded(number % 30, 2)}/${70000 + number}.htm`,
    page: (column, n) => `${column}&cur_page=${n}`,
  },
  {
    name: 'gongkai',
    column: (_, number) => `/gongkai/site_rmzf/channel_${hex(number, 24)}/`,
    article: (column, number) => `${column}doc_${hex(number, 24)}.html`,
    page: (column, n) => `${column}?page=${n}`,
  },
  {
    name: 'NFCMS',
    column: (trail) => `/${path(trail)}/index.html`,
    article: (column, number) => `${folder(column)}content/post_${3938000 + number}.html`,
    page: (column, n) => `${folder(column)}index_${n}.html`,
  },
  {
    name: 'pc/list',
    column: (trail, number) => `/rmzf/${trail.at(-1)}${number}/pc/list.html`,
    article: (column, number, date) => `${column.replace('pc/list.html', '')}${month(date)}/${hex(number, 32)}.shtml`,
    page: (column, n) => `${folder(column)}list_${n}.html`,
  },
  {
    name: 'actions',
    column: (_, number) => `/Gkml_showCatalog.action?catalogId=${number}`,
    article: (_, number) => `/News_showGkmlNews.action?messagekey=${189000 + number}`,
    page: (column, n) => `${column}&pageNo=${n}`,
  },
];
