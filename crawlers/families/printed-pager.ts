import type { PageLink } from '../explore/page-facts.ts';
import { directoryOf } from '../explore/url-shape.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { type ListPage, MAX_PAGES } from './family.ts';

const NEXT_WORDS = /^(?:下一?[页頁]|后一?[页頁]|后页|next(?:page)?)[>»›→]*$/i;
const NEXT_SIGNS = /^(?:>|›|»|→|>>)$/;
const NEXT_MARKS = /(?:^|[\s_-])next(?:page|_?page|-?btn)?(?=[\s_-]|$)/i;
const DISABLED = /disabled|p_next_d|unable/i;

const TOTALS = [
  /共\s{0,9}(\d{1,5})\s{0,9}[页頁]/g,
  /\d{1,5}\s{0,9}\/\s{0,9}(\d{1,5})\s{0,9}[页頁]/g,
  /页次[:：]?\s{0,9}\d{1,5}\s{0,9}\/\s{0,9}(\d{1,5})/g,
];

/** How many pages the list says it has; null where it does not. */
export function printedTotal({ facts }: ListPage): number | null {
  if (!facts.text.includes('页') && !facts.text.includes('頁')) return null;
  for (const pattern of TOTALS) {
    const total = [...facts.text.matchAll(pattern)].at(-1)?.[1];
    if (total !== undefined) return Number(total);
  }
  return null;
}

const wordsOf = (text: string): string => text.replace(/\s/g, '');

const isNext = (link: PageLink): boolean =>
  link.text.length < 24 &&
  !DISABLED.test(link.marks) &&
  (NEXT_WORDS.test(wordsOf(link.text)) ||
    (link.title !== null && NEXT_WORDS.test(wordsOf(link.title))) ||
    (NEXT_MARKS.test(link.marks) && !/下一[篇条]/.test(link.text)));

/** The page after this one as the pager prints it, absolute; null where it prints none, or this is the last. */
export function printedNext(page: ListPage): string | null {
  const { found, facts } = page;
  if (found.page >= Math.min(printedTotal(page) ?? MAX_PAGES, MAX_PAGES)) return null;
  const firstOf = (wanted: (link: PageLink) => boolean): string | null => {
    for (const link of facts.links) {
      const url = wanted(link) ? normaliseUrl(link.href, facts.base) : null;
      if (url !== null && url !== facts.url) return url;
    }
    return null;
  };
  const named = firstOf(isNext);
  if (named !== null) return named;
  const isShort = ({ text }: PageLink): boolean => text.length < 12;
  if (!facts.links.some((link) => isShort(link) && /^\d{1,4}$/.test(wordsOf(link.text)))) return null;
  const wanted = String(found.page + 1);
  const numbered = firstOf((link) => isShort(link) && wordsOf(link.text) === wanted);
  if (numbered !== null && directoryOf(numbered).startsWith(directoryOf(facts.url))) return numbered;
  return firstOf((link) => isShort(link) && NEXT_SIGNS.test(wordsOf(link.text)));
}
