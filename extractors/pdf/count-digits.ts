import type { PageDigits } from '../document.ts';
import type { Glyph } from './page-content.ts';

/** How often each digit from 0 to 9 stands in some texts; wide and circled forms count as the digits that they show. */
export function countDigits(texts: Iterable<string>): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const text of texts) {
    for (const [digit] of text.normalize('NFKC').matchAll(/\d/g)) {
      counts[Number(digit)] = (counts[Number(digit)] as number) + 1;
    }
  }
  return counts;
}

/**
 * The digits that were placed on a page of text.
 *
 * @param drawn all characters that can be seen
 * @param kept those that are left where one is drawn several times over itself
 */
export const pageDigits = (page: number, drawn: readonly Glyph[], kept: readonly Glyph[]): PageDigits => ({
  page,
  least: countDigits(kept.map(({ text }) => text)),
  most: countDigits(drawn.map(({ text }) => text)),
});
