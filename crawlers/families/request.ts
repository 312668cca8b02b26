import { type CrawlRequest, getRequest } from '../../src/model/crawl/entry.ts';
import { normaliseUrl } from '../normalise-url.ts';

/** A GET of an address as printed on `base`; null where that is none. */
export function requestByGet(href: string, base: string): CrawlRequest | null {
  const url = normaliseUrl(href, base);
  return url === null ? null : getRequest(url);
}

/** A POST of a form. */
export function requestByForm(href: string, base: string, form: URLSearchParams): CrawlRequest | null {
  const request = requestByGet(href, base);
  return (
    request && { ...request, method: 'POST', body: form.toString(), bodyType: 'application/x-www-form-urlencoded' }
  );
}

/** A POST of JSON. */
export function requestByJson(href: string, base: string, value: unknown): CrawlRequest | null {
  const request = requestByGet(href, base);
  return request && { ...request, method: 'POST', body: JSON.stringify(value), bodyType: 'application/json' };
}

/** The address with some parameters of its query changed, the others as they stand. */
export function withQuery(url: string, changes: Readonly<Record<string, string>>): string {
  const changed = new URL(url);
  for (const [key, value] of Object.entries(changes)) changed.searchParams.set(key, value);
  return changed.href;
}

/** A parameter of an address; null where it has none. */
export const queryOf = (url: string, name: string): string | null => new URL(url).searchParams.get(name);

/** A whole number from 0; null for anything else. */
export function wholeNumber(text: unknown): number | null {
  if (typeof text === 'number') return Number.isSafeInteger(text) && text >= 0 ? text : null;
  return typeof text === 'string' && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;
}
