import type { Message } from '../../src/model/report.ts';
import { isOn } from '../ooxml/on-off.ts';
import { elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { notKnown } from './run-looks.ts';
import type { Styles } from './styles.ts';
import { WORD_ELEMENTS } from './word-elements.ts';

/** Twentieths of a point: lines of exactly this height show nothing of their text, or little; chosen here. */
const [CLIPPED, LOW] = [40, 120];
/** An indent of three inches pushes text out of a cell. */
const FAR = 4_320;

/** What the properties of a paragraph do to its text: nothing of it is seen, or less than all may be. */
export function paragraphLook(
  properties: XmlElement | undefined,
  styles: Styles,
): { readonly isClipped: boolean; readonly unsure: readonly Message[] } {
  const { 'w:lineRule': rule, 'w:line': line } = styles.paragraphElement(properties, 'w:spacing')?.attributes ?? {};
  const height = rule === 'exact' && line !== undefined ? Number(line) : Number.NaN;
  const indents = styles.paragraphElement(properties, 'w:ind')?.attributes ?? {};
  const isLeftward = isOn(styles.paragraphElement(properties, 'w:bidi'));
  const isFar = Object.values(indents).some((value) => Math.abs(Number(value)) >= FAR);
  return {
    isClipped: height <= CLIPPED,
    unsure: [
      ...elementsOf(properties).flatMap(({ name }) => (WORD_ELEMENTS.paragraph.has(name) ? [] : [notKnown(name)])),
      ...(height > CLIPPED && height < LOW ? [{ zh: '极小的行距', en: 'very low lines' }] : []),
      ...(isLeftward ? [{ zh: '从右到左的段落', en: 'a paragraph from right to left' }] : []),
      ...(isFar ? [{ zh: '极大的缩进', en: 'a very wide indent' }] : []),
    ],
  };
}
