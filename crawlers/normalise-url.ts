import { sha256Of } from '../src/model/bytes/digest.ts';
import type { CrawlRequest } from '../src/model/crawl/entry.ts';

/** Longer addresses are traps or broken markup. */
const LONGEST = 4096;
const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;
/** What tells pages apart for the script of a shell: `#2048`, `#/list/3`, `#!nb`, `#id=3`. Other fragments are places on a page. */
const ROUTE = /^#(?:!?\/.|!.|\d{2,}$|[\w-]+=.)/;
/** `\/` stands in strings of scripts; left to the URL parser it would be two slashes and begin a host. */
const ESCAPED_SLASH = /\\\//g;
const PATH_SESSION = /;jsessionid=[^/?#;]*/gi;
const QUERY_SESSION = /(?<=[?&])(?:jsessionid|phpsessid|aspsessionid\w*|aspxautodetectcookiesupport)=[^&]*(?:&|$)/gi;

/**
 * The address that a link leads to, absolute, as it is asked for and stored: WHATWG, http or https, without a fragment (but for
 * those by which a script tells its pages apart: `#/nb/2023`, `#channel=12`),
 * `;jsessionid=`, trailing dot of the host, default port or empty query. Null for what can't be fetched: another scheme,
 * a user name in it, no address at all.
 */
export function normaliseUrl(href: string, base?: string): string | null {
  const trimmed = href.replace(EDGES, '').replace(ESCAPED_SLASH, '/');
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  const url = parseUrl(trimmed, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
  if ((url.hash !== '' || url.href.endsWith('#')) && !ROUTE.test(url.hash)) url.hash = '';
  if (url.search === '') url.search = '';
  if (url.pathname.includes(';')) url.pathname = url.pathname.replace(PATH_SESSION, '');
  return url.hostname === '' || url.hostname.endsWith('.') || url.href.length > LONGEST ? null : url.href;
}

function parseUrl(text: string, base: string | undefined): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** The address as a server is told it. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

/**
 * What makes two requests the same place: http and https, `www.` and none, and session numbers make no difference; the
 * query does, in its own order, as portals tell columns and pages by it. A POST is told apart by the digest of its body.
 */
export function requestKey({ url, method, body }: Pick<CrawlRequest, 'url' | 'method' | 'body'>): string {
  const place = url
    .replace(/^https?:\/\/(?:www\.(?=[^/]*\.))?/, '')
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
  const key = place.includes('?') ? place.replace(QUERY_SESSION, '').replace(/[?&]$/, '') : place;
  if (method === 'GET') return key;
  return `${key} ${method} ${sha256Of(body ?? '')}`;
}
