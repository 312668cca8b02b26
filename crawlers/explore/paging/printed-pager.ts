import { getRequest } from '../../../src/model/crawl/entry.ts';
import { normaliseUrl } from '../../normalise-url.ts';
import type { PageLink } from '../page-facts.ts';
import { directoryOf } from '../url-shape.ts';
import type { Turn, Way } from './dialect.ts';
import { isMore, isNext, numberOf } from './pager-words.ts';

const NEXT_SIGNS = /^(?:>|›|»|→|>>|>>>)$/;
const NEXT_MARKS = /(?:^|[\s_-])next(?:page|_?page|-?btn)?(?=[\s_-]|$)/i;
const DISABLED = /disabled|p_next_d|unable/i;

const isShort = ({ text }: PageLink): boolean => text.length < 12;
const wordsOf = (text: string): string => text.replace(/\s/g, '');

const leadsNext = (link: PageLink): boolean =>
  link.text.length < 24 &&
  !DISABLED.test(link.marks) &&
  (isNext(link.text) ||
    (link.title !== null && isNext(link.title)) ||
    (NEXT_MARKS.test(link.marks) && !/[下上]一[篇条则]/.test(link.text)));

/** The further page that the page itself links: by its words, by its number, by a sign beside numbers, or as more of the list. */
export function printedWays({ found, facts, at }: Turn): Way[] {
  const firstOf = (wanted: (link: PageLink) => boolean, isFit: (url: string) => boolean = () => true): Way[] => {
    for (const link of facts.links) {
      const url = wanted(link) ? normaliseUrl(link.href, facts.base) : null;
      if (url !== null && url !== facts.url && isFit(url)) return [{ dialect: 'printed', request: getRequest(url) }];
    }
    return [];
  };
  const named = firstOf(leadsNext);
  if (named.length > 0) return named;
  const folder = directoryOf(found.url);
  const numbered = firstOf(
    (link) => isShort(link) && numberOf(link.text) === at + 1,
    (url) => directoryOf(url).startsWith(folder) || folder.startsWith(directoryOf(url)),
  );
  if (numbered.length > 0) return numbered;
  const hasNumbers = facts.links.some((link) => isShort(link) && /^\d{1,4}$/.test(wordsOf(link.text)));
  const signed = hasNumbers ? firstOf((link) => isShort(link) && NEXT_SIGNS.test(wordsOf(link.text))) : [];
  if (signed.length > 0) return signed;
  // A list that grows: 更多 alone also leads from the home page to a column, so that only a button or its address may say it.
  return facts.turns.flatMap(({ text, href }) => {
    const url = href !== null && isMore(text) ? normaliseUrl(href, facts.base) : null;
    return url === null || url === facts.url ? [] : [{ dialect: 'printed', request: getRequest(url) }];
  });
}
