import type { CrawlRequest } from '../../../src/model/crawl/entry.ts';
import { requestByForm, requestByGet, wholeNumber, withQuery } from '../../families/request.ts';
import type { PageFacts } from '../page-facts.ts';
import { bracketed, scriptValues } from '../script-values.ts';
import type { Turn, Way } from './dialect.ts';

/** The call that draws a list from records: how many there are, how many come at once, and what is sent along. */
interface RecordCall {
  readonly total: number;
  readonly perPage: number;
  readonly perCall: number;
  readonly proxy: string;
  readonly form: URLSearchParams;
}

const PARAMETERS = [
  ...['col', 'appid', 'webid', 'path', 'columnid', 'sourceContentType', 'unitid', 'webname', 'permissiontype'],
];
/** More at once is cut short by some servers, without a word. */
const MOST_AT_ONCE = 100;

function recordCall(scripts: string): RecordCall | null {
  const at = scripts.search(/\.jpage\s*\(\s*\{/);
  const call = at < 0 ? null : bracketed(scripts, scripts.indexOf('{', at));
  if (call === null) return null;
  const values = scriptValues(call);
  const form = new URLSearchParams();
  for (const name of PARAMETERS) {
    const value = values.get(name);
    if (value !== undefined) form.set(name, value);
  }
  const perPage = wholeNumber(values.get('perPage')) || 15;
  const groups = wholeNumber(values.get('groupSize')) || 1;
  return {
    total: wholeNumber(values.get('totalRecord')) ?? 0,
    perPage,
    perCall: Math.max(1, Math.min(perPage * groups, MOST_AT_ONCE)),
    proxy: values.get('proxyUrl') ?? '/module/web/jpage/dataproxy.jsp',
    form,
  };
}

function recordsFrom(start: number, call: RecordCall, base: string): CrawlRequest | null {
  if (!call.form.has('columnid')) return null;
  const query = {
    startrecord: String(start),
    endrecord: String(start + call.perCall - 1),
    perpage: String(call.perPage),
  };
  const request = requestByForm(call.proxy, base, call.form);
  return request && { ...request, url: withQuery(request.url, query) };
}

const POSTS = /(?:type|method)\s*:\s*["']post|\.open\s*\(\s*["']post|\$\.post\s*\(/i;
const SENT = /\.send\s*\(\s*["']([\w.%+-]{1,40}=[^"'\s]{0,1000})["']\s*\)/;

/** The link to the next group, asked for as the page's script or the request before asked. */
function nextGroup({ found, facts }: Turn): CrawlRequest | null {
  const request = requestByGet(facts.datastore?.nextGroup ?? '', facts.url);
  if (!request || request.url === facts.url) return null;
  const body = found.posted ?? (POSTS.test(facts.scripts) ? (SENT.exec(facts.scripts)?.[1] ?? '') : null);
  return body === null ? request : requestByForm(request.url, request.url, new URLSearchParams(body));
}

/** The first request for records, where a page holds none itself. */
export function firstRecords(facts: PageFacts): CrawlRequest | null {
  const call = recordCall(facts.scripts);
  const request = call ? recordsFrom(1, call, facts.url) : requestByGet(facts.datastore?.nextGroup ?? '', facts.url);
  return request && request.url !== facts.url ? request : null;
}

/** What follows the records that stand in a page, or in an answer, as data. */
export function dataWays(turn: Turn): Way[] {
  const received = turn.facts.datastore?.records ?? 0;
  if (received === 0) return [];
  const call = recordCall(turn.facts.scripts);
  const asks = [
    { dialect: 'records', request: call && recordsFrom(received + 1, call, turn.facts.url) },
    { dialect: 'next group', request: nextGroup(turn) },
  ];
  return asks.filter((way): way is Way => way.request !== null);
}
