import { areaOf } from '../layout/box.ts';
import type { Glyph, PageContent } from './page-content.ts';

/** A picture over so much of the page is a scan of it. */
const SCAN = 0.5;
/** A scan may still carry a page number or a stamp in letters: so many are no text layer. */
const FEW = 40;
/** More characters than this part without a meaning, and the fonts of the page do not tell what they show. */
const UNKNOWN = 0.2;

const MEANINGLESS = /^[\p{C}\ufffd]*$/u;

/**
 * What a page's text is worth. `text`: read it. `picture`: it is a scan (with or without a hidden layer of another
 * program's recognition), outlines, or in fonts that do not say which characters they show: recognise its picture.
 * `blank`: nothing stands there.
 */
export function judgePage(content: PageContent, glyphs: readonly Glyph[]): 'text' | 'picture' | 'blank' {
  const page = content.width * content.height;
  const scanned = content.images.some(({ box }) => areaOf(box) >= SCAN * page);
  const unknown = glyphs.filter(({ text }) => MEANINGLESS.test(text)).length;
  if (glyphs.length > 0 && unknown > UNKNOWN * glyphs.length) return 'picture';
  if (scanned && glyphs.length < FEW) return 'picture';
  if (glyphs.length > 0) return 'text';
  const covered = content.images.reduce((sum, { box }) => sum + areaOf(box), 0);
  const drawn =
    covered > 0.05 * page || content.hidden + content.sizeless > 0 || content.shapes > 20 || content.rules.length > 3;
  return drawn ? 'picture' : 'blank';
}
