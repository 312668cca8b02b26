import type { Ask } from '../../src/crawl/visit.ts';
import { scriptValues } from '../explore/script-values.ts';
import { getAsk, queryOf, wholeNumber, withQuery } from './ask.ts';
import { type Family, type ListPage, MAX_PAGES } from './family.ts';

const TEMPLATE = /[^"'\s]*(?:__?pageNumber__?|\{pageIndex\}|\{page\}|__page__)[^"'\s]*/i;
const PLACE = /__?pageNumber__?|\{pageIndex\}|\{page\}|__page__/i;

/** `Ls.pagination(…, {pageCount: 3, …})` holds how many pages there are, at times also how their addresses are made. */
function next({ found, facts }: ListPage): Ask | null {
  const at = facts.scripts.indexOf('Ls.pagination');
  if (at < 0) return null;
  const open = facts.scripts.indexOf('{', at);
  // A callback may stand before the settings.
  const settings = scriptValues(facts.scripts.slice(open < 0 ? at : open, at + 4_000));
  const pages = wholeNumber(settings.get('pageCount')) ?? wholeNumber(settings.get('totalPage'));
  const current = wholeNumber(queryOf(facts.url, 'pageIndex')) ?? found.page;
  if (pages === null || current >= Math.min(pages, MAX_PAGES)) return null;
  const number = String(current + 1);
  const template = TEMPLATE.exec(facts.scripts.slice(at, at + 4_000))?.[0];
  return template
    ? getAsk(template.replace(PLACE, number), facts.base)
    : getAsk(withQuery(facts.url, { pageIndex: number }), facts.url);
}

/** The list of all bodies stands one parameter away from the list of one; what was found in it has a scope of its own. */
function load({ found, facts }: ListPage): readonly Ask[] {
  const { searchParams } = new URL(found.url);
  if (searchParams.get('type') !== '4' || searchParams.get('action') === 'rel' || found.page > 1) return [];
  if (!/\/public\/column\/\d+/.test(found.url) || (found.scope?.contains ?? null) !== null) return [];
  const url = new URL(found.url);
  const ask = getAsk(`${url.pathname}?type=4&action=rel`, facts.url);
  return ask ? [ask] : [];
}

/** 龙讯 Lonsun: lists by body and kind (`type=4` are annual reports), a menu of bodies, a menu of years. */
export const LONSUN: Family = {
  name: 'lonsun',
  address: /\/public\/column\/\d+|\/content\/column\/\d+/,
  marks: ['Ls.pagination', 'j-fontContent'],
  links: /\/public\/\d+\/\d+\.html/,
  next,
  load,
  shares: /(\/public\/\d+\/)\d/,
  columnShares: (url) => {
    const body = /\/public\/column\/(\d+)\?(?!.*action=rel)/.exec(url)?.[1];
    return body === undefined ? null : `/public/${body}/`;
  },
};
