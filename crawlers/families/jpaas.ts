import type { Ask } from '../../src/model/crawl/visit.ts';
import { scriptValues } from '../explore/script-values.ts';
import { getAsk, withQuery } from './ask.ts';
import type { Family, ListPage } from './family.ts';

const UNIT = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const PAGE_SIZE = 15;
const MOST_UNITS = 4;

/** Units that hold lists come before menus and the like. */
const isList = (tag: string | undefined): boolean => /列表|分页|list|内容|栏目/i.test(tag ?? '');

function askFor(query: string, url: string, base: string): Ask | null {
  const values = scriptValues(query);
  if (!values.has('pageId') || !values.has('webId')) return null;
  const ask = getAsk(url || UNIT, base);
  if (!ask?.url.includes('/build/unit')) return null;
  const paramJson = JSON.stringify({ pageNo: 1, pageSize: PAGE_SIZE });
  return { ...ask, url: withQuery(ask.url, { ...Object.fromEntries(values), paramJson }) };
}

function load({ facts }: ListPage): readonly Ask[] {
  const tagOf = (query: string): string | undefined => scriptValues(query).get('tagId');
  const lists = facts.drawn.filter(({ query }) => isList(tagOf(query)));
  return (lists.length > 0 ? lists : facts.drawn)
    .map(({ query, url }) => askFor(query, url, facts.url))
    .filter((ask) => ask !== null)
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
