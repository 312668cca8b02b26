import { recogniseFamily } from '../families/families.ts';
import { discoverArticle } from './discover-article.ts';
import { discoverList } from './discover-list.ts';
import type { Discovery, FoundPage } from './discovery.ts';
import { contextOf } from './lead-context.ts';
import type { PageFacts } from './page-facts.ts';
import { readBody } from './read-answer.ts';

/** What a page leads to: reports, further columns, the next page of its list, files. Any text gives an answer. */
export function discover(found: FoundPage): Discovery {
  const facts = readBody(found.text, found.url, found.mediaType);
  if (found.kind === 'attachment')
    return { family: familyOf(found, facts), leads: [], needsBrowser: false, remarks: [] };
  const article = found.kind === 'report' ? discoverArticle(found, facts, familyOf(found, facts)) : null;
  return article ?? discoverList({ found, facts }, recogniseFamily(found, facts), contextOf(found, facts));
}

/** An article's files are found alike on all software, so what its column was is taken for granted. */
const familyOf = (found: FoundPage, facts: PageFacts): string => found.family ?? recogniseFamily(found, facts).name;
