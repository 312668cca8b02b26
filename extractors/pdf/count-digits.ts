import type { PageDigits } from '../document.ts';
import type { Glyph } from './page-content.ts';

/** How often each digit from 0 to 9 stands in some texts; wide and circled forms count as the digits that they show. */
export function countDigits(texts: Iterable<string>): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  // A page has thousands of characters, but only some hundred different ones.
  const known = new Map<string, readonly number[]>();
  for (const text of texts) {
    let digits = known.get(text);
    if (!digits) {
      digits = (text.normalize('NFKC').match(/\d/g) ?? []).map(Number);
      known.set(text, digits);
    }
    for (const digit of digits) counts[digit] = (counts[digit] as number) + 1;
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
  const count = (glyphs: readonly Glyph[]): number[] => countDigits(glyphs.map(({ text }) => text));
  const least = count(kept);
  return { page, least, most: drawn.length === kept.length ? least : count(drawn) };
}
