import { recogniseFamily } from '../families/families.ts';
import { normaliseUrl } from '../normalise-url.ts';
import type { Discovery, FoundPage } from './discovery.ts';
import { exploreArticle } from './explore-article.ts';
import { exploreList } from './explore-list.ts';
import { furnitureOf } from './furniture.ts';
import { contextOf } from './page-context.ts';
import type { PageFacts } from './page-facts.ts';
import { readBody } from './read-answer.ts';

/**
 * What a page is, whatever led to it, and where it leads: reports, further columns, the next page of its list, files. Any text
 * gives an answer.
 */
export function discover(found: FoundPage): Discovery {
  const facts = shownOn(readBody(found.text, found.url, found.mediaType, found.scripts), found.scope?.base);
  const family = recogniseFamily(found, facts);
  if (found.kind === 'attachment')
    return {
      family: family.name,
      verdict: 'article',
      links: [],
      needsBrowser: false,
      nextPart: null,
      inPlace: [],
      remarks: [],
      furniture: null,
    };
  const context = contextOf(found, facts);
  const seen = exploreArticle({ found, facts }, context) ?? exploreList({ found, facts }, family, context);
  return { ...seen, family: family.name, furniture: found.furniture === null ? linksOf(facts) : null };
}

/** An answer that is no page of its own leads where the page would that shows it. */
const shownOn = (facts: PageFacts, base: string | undefined): PageFacts =>
  base !== undefined && (facts.json !== null || (facts.title === '' && facts.meta.size === 0))
    ? { ...facts, base }
    : facts;

/** What a page of the host may share with this one. An interface's answer or a script has no navigation. */
function linksOf(facts: PageFacts): number[] | null {
  if (facts.json !== null || (facts.title === '' && facts.meta.size === 0)) return null;
  const urls = facts.links.map(({ href }) => normaliseUrl(href, facts.base)).filter((url) => url !== null);
  return furnitureOf(urls);
}
