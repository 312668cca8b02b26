import type { PageScripts } from './in-place-scripts.ts';
import type { PageFacts, PageLink } from './page-facts.ts';
import { MAX_LINKS } from './page-facts.ts';
import { readFacts } from './read-facts.ts';
import { ADDRESSES, DATES, itemLink, TITLES } from './script-links.ts';
import { writtenMarkup } from './script-text.ts';

const DEPTH = 8;

type Item = Readonly<Record<string, unknown>>;

const firstString = (item: Item, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = item[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
};

function linkOf(item: Item): PageLink | null {
  const href = firstString(item, ADDRESSES);
  const title = firstString(item, TITLES)?.replace(/<[^>]{0,200}>/g, '') ?? null;
  if (href === null || title === null) return null;
  return itemLink(href, title, firstString(item, DATES) ?? '');
}

interface Found {
  readonly links: PageLink[];
  readonly markup: string[];
}

/** Everything in a parsed answer that looks like an item of a list, or like the markup of one. */
function gather(value: unknown, depth: number, found: Found): void {
  if (depth > DEPTH || found.links.length >= MAX_LINKS) return;
  if (typeof value === 'string') {
    if (/<a\s|<!\[CDATA\[|<recordset/i.test(value)) found.markup.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) gather(item, depth + 1, found);
  } else if (typeof value === 'object' && value !== null) {
    const link = linkOf(value as Item);
    if (link) found.links.push(link);
    else for (const item of Object.values(value)) gather(item, depth + 1, found);
  }
}

const CALL_BACK = /^[\w$.]{1,80}\s{0,9}\(/;

/** The value of a JSON or JSONP text; undefined where it is neither. */
function parseAnswer(text: string): unknown {
  const trimmed = text.trim();
  const call = CALL_BACK.exec(trimmed)?.[0];
  const plain = call === undefined ? trimmed : trimmed.slice(call.length, trimmed.lastIndexOf(')'));
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}

const mayBeAnswer = (text: string, mediaType: string | null): boolean =>
  /json|javascript/i.test(mediaType ?? '') || /^\s*(?:[{[]|[\w$.]{1,80}\s*\(\s*[{[])/.test(text);

const isScript = (url: string, mediaType: string | null): boolean =>
  /javascript/i.test(mediaType ?? '') || /\.js(?:\?|$)/i.test(url);

/** Reads what was fetched, whatever its declared type: a page, an XML list, a JSON or JSONP answer, a script of settings. */
export function readBody(text: string, url: string, mediaType: string | null, scripts?: PageScripts): PageFacts {
  const value = mayBeAnswer(text, mediaType) ? parseAnswer(text) : undefined;
  if (typeof value === 'object' && value !== null) {
    const found: Found = { links: [], markup: [] };
    gather(value, 0, found);
    const facts = readFacts(found.markup.join('\n'), url);
    return { ...facts, links: [...found.links, ...facts.links], json: value };
  }
  return isScript(url, mediaType)
    ? { ...readFacts(writtenMarkup(text), url), scripts: text }
    : readFacts(text, url, scripts);
}
