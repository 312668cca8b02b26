import { recogniseFamily } from '../families/families.ts';
import { discoverArticle } from './discover-article.ts';
import { discoverList } from './discover-list.ts';
import type { Discovery, FoundPage } from './discovery.ts';
import { contextOf } from './lead-context.ts';
import { readBody } from './read-answer.ts';

/** What a page leads to: reports, further columns, the next page of its list, files. Any text gives an answer. */
export function discover(found: FoundPage): Discovery {
  const facts = readBody(found.text, found.url, found.mediaType);
  const family = recogniseFamily(found, facts);
  if (found.kind === 'attachment') return { family: family.name, leads: [], needsBrowser: false, remarks: [] };
  const article = found.kind === 'report' ? discoverArticle(found, facts, family.name) : null;
  return article ?? discoverList({ found, facts }, family, contextOf(found, facts));
}
