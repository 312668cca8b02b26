import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { Family, ListPage } from './family.ts';
import { requestByForm, requestByGet, withQuery } from './request.ts';

const SEARCH = /((?:https?:\/\/[\w.:-]{1,100})?[\w/.-]{0,60}\/search(?:List)?\/[0-9a-f]{32})(\?[^"'\s<>]{0,400})?/i;
const CHANNEL = /["']?channelId["']?\s*[:=]\s*["']([0-9a-f]{32})["']/i;
/** Before the list's own parameters: a token that a script makes. */
const TOKEN = /(?:token|sign|_tk)\s*=|[?&]\w*token/i;
const PAGE_SIZE = 15;
const LIST = { _isAgg: 'true', _isJson: 'true', _pageSize: String(PAGE_SIZE), _template: 'index', page: '1' };

function needsToken(scripts: string): boolean {
  const at = scripts.indexOf('_isAgg');
  return at >= 0 && TOKEN.test(scripts.slice(Math.max(0, at - 200), at));
}

function load({ facts }: ListPage): readonly CrawlRequest[] {
  const { scripts, url } = facts;
  if (needsToken(scripts)) return [];
  if (scripts.includes('getFileListByCodeId')) {
    const channelId = CHANNEL.exec(scripts)?.[1];
    const form = channelId && new URLSearchParams({ channelId, page: '1', size: String(PAGE_SIZE) });
    const request = form ? requestByForm('/getFileListByCodeId', url, form) : null;
    return request ? [request] : [];
  }
  const [, address = '', printed = ''] = SEARCH.exec(scripts) ?? [];
  const crawlRequest = address === '' ? null : requestByGet(address + printed, url);
  if (!crawlRequest) return [];
  // What the script sends along is kept; the number of the page is joined to it later, and stands empty.
  const sent = Object.fromEntries(new URL(crawlRequest.url).searchParams);
  return [{ ...crawlRequest, url: withQuery(crawlRequest.url, { ...LIST, ...sent, page: '1' }) }];
}

/** 开普 UCAP: lists as JSON of a channel; those behind a token made in the browser are rendered. */
export const UCAP: Family = {
  name: 'ucap',
  address: /\/search(?:List)?\/[0-9a-f]{32}\?|\/getFileListByCodeId|\/c\d{5,7}\/\d{6}\/[0-9a-f]{32}\.shtml/,
  marks: [
    '<UCAPTITLE>',
    '<ucaptitle>',
    '<UCAPCONTENT>',
    '<ucapcontent>',
    'UCAP-CONTENT',
    '_isAgg=true',
    '_isAgg:',
    'getFileListByCodeId',
  ],
  links: /\/c\d{5,7}\/\d{6}\/[0-9a-f]{32}\.shtml/,
  load,
  drawnInBrowser: ({ facts }) => needsToken(facts.scripts),
};
