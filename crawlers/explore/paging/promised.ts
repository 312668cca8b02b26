import type { ListPage } from '../../families/family.ts';
import { wholeNumber } from '../../families/request.ts';
import { scriptValues } from '../script-values.ts';

const PAGES = [
  /共\s{0,9}(\d{1,5})\s{0,9}[页頁]/g,
  /\d{1,5}\s{0,9}\/\s{0,9}(\d{1,5})\s{0,9}[页頁]/g,
  /页次[:：]?\s{0,9}\d{1,5}\s{0,9}\/\s{0,9}(\d{1,5})/g,
];
const ITEMS = /(?:共|总计|总数|合计)(?:有|计)?\s{0,9}(\d{1,6})\s{0,9}(?:条|篇|项|个?记录|件)/g;
const TOTAL_NAMES = new Set(
  [...['total', 'totalcount', 'totalrecord', 'totalrecords', 'totalelements', 'totalnum', 'post_count']].concat(
    ...['recordcount', 'rowcount', 'count', 'totalsize', 'allcount', 'records'],
  ),
);
const DEPTH = 5;

const lastOf = (text: string, pattern: RegExp): number | null => {
  const found = [...text.matchAll(pattern)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
};

/** How many pages the list says it has; null where it does not. */
export function promisedPages({ facts }: ListPage): number | null {
  if (!facts.text.includes('页') && !facts.text.includes('頁')) return null;
  for (const pattern of PAGES) {
    const pages = lastOf(facts.text, pattern);
    if (pages !== null) return pages;
  }
  return null;
}

function totalIn(value: unknown, depth = 0): number | null {
  if (typeof value === 'string' && value.includes('pagination')) {
    const pager = /<[^<>]{0,300}pagination[^<>]{0,300}>/i.exec(value)?.[0] ?? '';
    return wholeNumber(scriptValues(pager).get('count'));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEPTH) return null;
  const entries = Object.entries(value);
  for (const [name, inner] of entries) {
    const total = TOTAL_NAMES.has(name.toLowerCase()) ? wholeNumber(inner) : null;
    if (total !== null) return total;
  }
  for (const [, inner] of entries) {
    const total = totalIn(inner, depth + 1);
    if (total !== null) return total;
  }
  return null;
}

/** How many items the list says it has, which is often not how many come; null where it does not. */
export function promisedItems({ facts }: ListPage): number | null {
  if (facts.json !== null) return totalIn(facts.json);
  return facts.datastore?.total ?? lastOf(facts.text, ITEMS);
}
