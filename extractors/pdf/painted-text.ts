import { type Box, contains } from '../layout/box.ts';
import { areOneNumber } from '../layout/one-number.ts';
import type { Glyph } from './page-content.ts';

/** Points below which a character is no more than a dot: the smallest print has 2. */
const LEAST_SIZE = 0.1;

/** Whether a character can be seen at all. One that a broken matrix pressed flat, or blew up beyond any number, can't. */
const hasSize = ({ size, box }: Glyph): boolean => size >= LEAST_SIZE && [size, ...box].every(Number.isFinite);

/** The characters of a page that can be seen, in drawing order, and how many can't. */
export class PaintedText {
  readonly glyphs: Glyph[] = [];
  /** Characters beyond the edges of the page. */
  outside = 0;
  /** Characters without a size. */
  sizeless = 0;
  /** The character drawn last, and whether it can be seen. */
  #before: { readonly glyph: Glyph; readonly seen: boolean } | undefined;

  /** Adds the characters of one operation: those whose middle lies within the clip can be seen. */
  add(glyphs: readonly Glyph[], clip: Box, page: Box): void {
    for (const glyph of glyphs) {
      if (!hasSize(glyph)) {
        this.sizeless += 1;
        continue;
      }
      const [x0, y0, x1, y1] = glyph.box;
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
      const seen = contains(clip, x, y);
      const before = this.#before;
      const cuts = before !== undefined && seen !== before.seen && areOneNumber(before.glyph, glyph);
      const shown: Glyph = cuts && seen ? { ...glyph, cut: true } : glyph;
      if (seen) this.glyphs.push(shown);
      else if (cuts && this.glyphs.at(-1) === before.glyph) {
        this.glyphs[this.glyphs.length - 1] = { ...before.glyph, cut: true };
      }
      if (!seen && !contains(page, x, y)) this.outside += 1;
      this.#before = { glyph: shown, seen };
    }
  }

  /** Takes all characters away, for something was drawn over them; says how many they were. */
  clear(): number {
    return this.glyphs.splice(0).length;
  }
}
