import type { DiscoveredLink, FrontierEntry, Remark } from '../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import { MOST_TURNS } from '../browser/rendering.ts';
import type { Discovery, FoundPage } from '../explore/discovery.ts';
import { findRecipe } from '../explore/recipe.ts';
import { REMARKS } from '../explore/remarks.ts';
import type { Answer } from './answer.ts';
import type { AskedBefore, Drawn, PageRenderer } from './page-renderer.ts';

interface DrawnEntry {
  readonly answer: Answer;
  readonly discovery: Discovery | null;
  readonly fetches: readonly FetchRecord[];
  /** The page has to be drawn the next time as well. */
  readonly rendered: boolean;
}

interface Looking {
  /** The page that an answer gave, for discovery; null where there is nothing new to look through. */
  readonly pageOf: (answer: Answer) => FoundPage | null;
  readonly look: (page: FoundPage) => Discovery;
}

const keyOf = ({ url, method, body }: DiscoveredLink): string => `${method} ${url} ${body ?? ''}`;
const withoutPages = ({ links: discoveredLinks }: Discovery): DiscoveredLink[] =>
  discoveredLinks.filter(({ kind }) => kind !== 'list');

/** A script or a file of one page: the further pages are those of the page that shows it. */
const isStatic = ({ method, url }: DiscoveredLink): boolean => method === 'GET' && !url.includes('?');

/** What a page leads to with what stood on it after each turn of its pager: one list, each place once. */
function withTurns(discovery: Discovery, turned: readonly Discovery[], url: string): Discovery {
  if (turned.length === 0) return discovery;
  const links = new Map<string, DiscoveredLink>();
  for (const link of [discovery, ...turned].flatMap(withoutPages)) {
    if (!links.has(keyOf(link))) links.set(keyOf(link), link);
  }
  // The pager was found and used, whatever the first page alone says.
  const told = discovery.remarks.filter(({ code }) => code !== 'CR-PAGER-STOPPED');
  const spent: Remark[] = turned.length < MOST_TURNS ? [] : [REMARKS.turnsSpent(url, turned.length)];
  return { ...discovery, links: [...links.values()], remarks: [...told, ...spent] };
}

/**
 * Draws a page and reads it. Where one of its requests gives what it shows, that request becomes a column, asked for plainly
 * from then on, and the page need not be drawn again as long as it stays the same; else its pager is clicked.
 */
export async function drawList(
  pages: Pick<PageRenderer, 'render'>,
  entry: FrontierEntry,
  before: AskedBefore | null,
  { pageOf, look }: Looking,
): Promise<DrawnEntry> {
  let first: { readonly page: FoundPage; readonly discovery: Discovery } | null = null;
  let recipe: DiscoveredLink | null = null;
  const read = ({ answer, plain, seen }: Drawn): boolean => {
    const page = pageOf(answer);
    const discovery = page && look(page);
    first = page && discovery && { page, discovery };
    if (!page || !discovery || (discovery.verdict !== 'list' && discovery.verdict !== 'hub')) return false;
    recipe = findRecipe({ found: page, discovery, source: plain.text ?? '', seen }, look);
    return recipe === null;
  };
  const { answer, plain, turned, fetches } = await pages.render(entry, before, read);
  const drawn = first as { readonly page: FoundPage; readonly discovery: Discovery } | null;
  if (!drawn) {
    const page = pageOf(answer);
    return { answer, discovery: page && look(page), fetches, rendered: true };
  }
  const { page, discovery } = drawn;
  if (recipe !== null && plain) {
    const links = isStatic(recipe) ? discovery.links : withoutPages(discovery);
    const list = { ...discovery, links: [...links, recipe] };
    return { answer: { ...answer, fetch: plain.fetch }, discovery: list, fetches, rendered: false };
  }
  const others = turned.map((text) => look({ ...page, text }));
  return { answer, discovery: withTurns(discovery, others, page.url), fetches, rendered: true };
}
