import type { Ask, Lead } from '../../src/model/crawl/visit.ts';

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
  readonly #known = new Map<string, { readonly value: string; readonly recipe: Lead }>();

  learn(url: string, recipe: Lead): void {
    const value = routeValue(url);
    if (value !== null && this.#known.size < MOST) this.#known.set(shellOf(url), { value, recipe });
  }

  /** The request behind another route of a known shell; null where none is known. */
  recipeFor(url: string): Lead | null {
    const known = this.#known.get(shellOf(url));
    const value = routeValue(url);
    if (!known || value === null || value === known.value) return null;
    const changed = withValue(known.recipe, known.value, value);
    return changed && { ...known.recipe, ...changed };
  }
}

function withValue({ url, body }: Ask, from: string, to: string): Pick<Ask, 'url' | 'body'> | null {
  const inUrl = exchanged(url, from, to);
  if (inUrl !== null) return { url: inUrl, body };
  const inBody = body === null ? null : exchanged(body, from, to);
  return inBody === null ? null : { url, body: inBody };
}
