import type { PageDigits } from '../document.ts';
import type { Glyph } from './page-content.ts';

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
 * @param drawn all characters that can be seen
 * @param kept those that are left where one is drawn several times over itself
 */
export function pageDigits(page: number, drawn: readonly Glyph[], kept: readonly Glyph[]): PageDigits {
  const count = (glyphs: readonly Glyph[]): number[] => countDigits(glyphs.map(({ text }) => text).join(''));
  const least = count(kept);
  return { page, least, most: drawn.length === kept.length ? least : count(drawn) };
}
