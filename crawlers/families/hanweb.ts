import type { Ask } from '../../src/crawl/visit.ts';
import { bracketed, scriptValues } from '../explore/script-values.ts';
import { formAsk, getAsk, queryOf, wholeNumber, withQuery } from './ask.ts';
import type { Family, ListPage } from './family.ts';

/** The call that draws the list: how many there are, how many come at once, and what is sent along. */
interface ListCall {
  readonly total: number;
  readonly perPage: number;
  readonly perCall: number;
  readonly proxy: string;
  readonly form: URLSearchParams;
}

const PARAMETERS = [
  'col',
  'appid',
  'webid',
  'path',
  'columnid',
  'sourceContentType',
  'unitid',
  'webname',
  'permissiontype',
] as const;
/** More at once is cut short by some servers, without a word. */
const MOST_AT_ONCE = 100;

function listCall(scripts: string): ListCall | null {
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

function recordsFrom(start: number, call: ListCall, base: string): Ask | null {
  if (start > call.total || !call.form.has('columnid')) return null;
  const end = Math.min(start + call.perCall - 1, call.total);
  const query = { startrecord: String(start), endrecord: String(end), perpage: String(call.perPage) };
  const ask = formAsk(call.proxy, base, call.form);
  return ask && { ...ask, url: withQuery(ask.url, query) };
}

/** Advances by what was received, as servers give fewer records than asked for. */
function afterRecords({ found, facts }: ListPage): Ask | null {
  const start = wholeNumber(queryOf(found.url, 'startrecord'));
  const end = wholeNumber(queryOf(found.url, 'endrecord'));
  const received = facts.datastore?.records ?? 0;
  if (start === null || end === null || received === 0) return null;
  const total = facts.datastore?.total ?? null;
  const from = start + received;
  if (total === null ? received < end - start + 1 : from > total) return null;
  const until = Math.min(from + (end - start), total ?? Number.MAX_SAFE_INTEGER);
  const url = withQuery(found.url, { startrecord: String(from), endrecord: String(until) });
  return found.posted === null ? getAsk(url, url) : formAsk(url, url, new URLSearchParams(found.posted));
}

/** `page=` in the address of an answer, or `currpage=` in what was posted to the search of the 信息公开 module. */
function afterNumber({ found, facts }: ListPage): Ask | null {
  const form = new URLSearchParams(found.posted ?? '');
  const current = wholeNumber(form.get('currpage'));
  if (current !== null && facts.links.length > 0) {
    form.set('currpage', String(current + 1));
    return formAsk(found.url, found.url, form);
  }
  const page = wholeNumber(queryOf(found.url, 'page'));
  if (page === null || !facts.datastore?.records || !found.url.includes('dataproxy')) return null;
  return getAsk(withQuery(found.url, { page: String(page + 1) }), found.url);
}

function next(page: ListPage): Ask | null {
  const { facts } = page;
  if (new URL(facts.url).searchParams.has('startrecord')) return afterRecords(page);
  const call = listCall(facts.scripts);
  const received = facts.datastore?.records ?? 0;
  if (call && received > 0) return recordsFrom(received + 1, call, facts.url);
  const group = facts.datastore?.nextGroup;
  if (group && received > 0) {
    const ask = getAsk(group, facts.url);
    return ask && ask.url !== facts.url ? ask : null;
  }
  return afterNumber(page);
}

function load({ facts }: ListPage): readonly Ask[] {
  if ((facts.datastore?.records ?? 0) > 0) return [];
  const call = listCall(facts.scripts);
  const ask = call ? recordsFrom(1, call, facts.url) : getAsk(facts.datastore?.nextGroup ?? '', facts.url);
  return ask && ask.url !== facts.url ? [ask] : [];
}

/** 大汉 JCMS: the first records as data in the page, the others from `dataproxy.jsp`. */
export const HANWEB: Family = {
  name: 'hanweb',
  address: /\/col\/col\d+\/|\/art\/\d{4}\/(?:\d+\/\d+\/)?art_|\/dataproxy\.jsp|\/module\/(?:web|xxgk)\//,
  marks: ['<datastore', '<nextgroup', 'dataproxy.jsp', '.jpage('],
  links: /\/art\/\d{4}\/(?:\d+\/\d+\/)?art_/,
  next,
  load,
  shares: /\/(art_\d+_)/,
};
