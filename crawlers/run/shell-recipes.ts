import type { CrawlRequest, DiscoveredLink } from '../../src/model/crawl/entry.ts';
import type { DrawnFrom } from '../../src/model/crawl/frontier.ts';

/** `#channel=12`, `#/list/12`, `#12`: what the script of a shell asks for is told by the last step. */
const ROUTE_VALUE = /[#/=]([\w-]+)$/;
/** Shells that are remembered. */
const MOST = 500;

const routeValue = (url: string): string | null => (url.includes('#') ? (ROUTE_VALUE.exec(url)?.[1] ?? null) : null);
const shellOf = (url: string): string => url.replace(/#.*$/, '');

/** The text with one value in the place of another, where that stands alone in it just once. */
function exchanged(text: string, from: string, to: string): string | null {
  const places = text.split(new RegExp(`(?<![\\w-])${from}(?![\\w-])`));
  return places.length === 2 ? places.join(to) : null;
}

/**
 * One shell shows many lists by the route behind `#`: the request that one of them was drawn from, with another route's value in
 * its place, is that of the other.
 */
export class ShellRecipes {
  readonly #find: (page: string) => Promise<DrawnFrom | null>;
  readonly #known = new Map<string, { readonly value: string; readonly recipe: DiscoveredLink }>();

  /** `find` looks for what an earlier run, one that was killed perhaps, has learnt of a shell. */
  constructor(find: (page: string) => Promise<DrawnFrom | null>) {
    this.#find = find;
  }

  learn(url: string, recipe: DiscoveredLink): void {
    const value = routeValue(url);
    if (value !== null && this.#known.size < MOST) this.#known.set(shellOf(url), { value, recipe });
  }

  /** The request behind another route of a known shell; null where none is known. */
  async recipeFor(url: string): Promise<DiscoveredLink | null> {
    const value = routeValue(url);
    if (value === null) return null;
    const shell = shellOf(url);
    if (!this.#known.has(shell)) {
      const found = await this.#find(shell);
      if (found) this.learn(found.url, found.recipe);
    }
    const known = this.#known.get(shell);
    if (!known || value === known.value) return null;
    const changed = withValue(known.recipe, known.value, value);
    return changed && { ...known.recipe, ...changed };
  }
}

function withValue({ url, body }: CrawlRequest, from: string, to: string): Pick<CrawlRequest, 'url' | 'body'> | null {
  const inUrl = exchanged(url, from, to);
  if (inUrl !== null) return { url: inUrl, body };
  const inBody = body === null ? null : exchanged(body, from, to);
  return inBody === null ? null : { url, body: inBody };
}
