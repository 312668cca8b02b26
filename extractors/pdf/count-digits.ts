import type { PageDigits } from '../document.ts';
import type { Glyph, PageContent } from './page-content.ts';

/** How often each digit from 0 to 9 stands in a text; wide and circled forms count as the digits that they show. */
export function countDigits(text: string): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const digit of text.normalize('NFKC').match(/\d/g) ?? []) {
    counts[Number(digit)] = (counts[Number(digit)] as number) + 1;
  }
  return counts;
}

/**
 * The digits that were placed on a page of text.
 *
 * @param kept the characters that are left where one is drawn several times over itself
 */
export function pageDigits({ page, glyphs, unseen }: PageContent, kept: readonly Glyph[]): PageDigits {
  const count = (some: readonly Glyph[]): number[] => countDigits(some.map(({ text }) => text).join(''));
  // What a form field holds is no text of the page.
  return { page, least: count(kept.filter(({ ink }) => ink)), most: count([...glyphs, ...unseen]) };
}
