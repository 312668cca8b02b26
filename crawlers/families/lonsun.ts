import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { Family, ListPage } from './family.ts';
import { requestByGet } from './request.ts';

/** The list of all bodies stands one parameter away from the list of one; what was found in it has a scope of its own. */
function load({ found, facts }: ListPage): readonly CrawlRequest[] {
  const { searchParams } = new URL(found.url);
  if (searchParams.get('type') !== '4' || searchParams.get('action') === 'rel' || found.page > 1) return [];
  if (!/\/public\/column\/\d+/.test(found.url) || (found.scope?.contains ?? null) !== null) return [];
  const url = new URL(found.url);
  const request = requestByGet(`${url.pathname}?type=4&action=rel`, facts.url);
  return request ? [request] : [];
}

/** 龙讯 Lonsun: lists by body and kind (`type=4` are annual reports), a menu of bodies, a menu of years. */
export const LONSUN: Family = {
  name: 'lonsun',
  address: /\/public\/column\/\d+|\/content\/column\/\d+/,
  marks: ['Ls.pagination', 'j-fontContent'],
  links: /\/public\/\d+\/\d+\.html/,
  load,
  shares: /(\/public\/\d+\/)\d/,
  columnShares: (url) => {
    const body = /\/public\/column\/(\d+)\?(?!.*action=rel)/.exec(url)?.[1];
    return body === undefined ? null : `/public/${body}/`;
  },
};
