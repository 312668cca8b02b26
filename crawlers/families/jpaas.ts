import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import { scriptValues } from '../explore/script-values.ts';
import type { Family, ListPage } from './family.ts';
import { requestByGet, withQuery } from './request.ts';

const UNIT = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const PAGE_SIZE = 15;
const MOST_UNITS = 4;

/** Units that hold lists come before menus and the like. */
const isList = (tag: string | undefined): boolean => /列表|分页|list|内容|栏目/i.test(tag ?? '');

function requestFor(query: string, url: string, base: string): CrawlRequest | null {
  const values = scriptValues(query);
  if (!values.has('pageId') || !values.has('webId')) return null;
  const request = requestByGet(url || UNIT, base);
  if (!request?.url.includes('/build/unit')) return null;
  const paramJson = JSON.stringify({ pageNo: 1, pageSize: PAGE_SIZE });
  return { ...request, url: withQuery(request.url, { ...Object.fromEntries(values), paramJson }) };
}

function load({ facts }: ListPage): readonly CrawlRequest[] {
  const tagOf = (query: string): string | undefined => scriptValues(query).get('tagId');
  const lists = facts.drawn.filter(({ query }) => isList(tagOf(query)));
  return (lists.length > 0 ? lists : facts.drawn)
    .map(({ query, url }) => requestFor(query, url, facts.url))
    .filter((request) => request !== null)
    .slice(0, MOST_UNITS);
}

/** 大汉 jpaas: lists drawn unit by unit; what to send stands in `queryData`. */
export const JPAAS: Family = {
  name: 'jpaas',
  address: /\/jpaas-publish-server\//,
  marks: ['jpaas-publish-server', 'queryData='],
  links: null,
  load,
};
