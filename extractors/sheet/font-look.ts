import type { Message } from '../../src/model/report.ts';
import type { Rgb } from '../ooxml/colors.ts';
import { isOn } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { isSymbolFont } from '../ooxml/symbol-fonts.ts';
import { colorOf, type Palette } from './sheet-colors.ts';

/** What a font does to the characters in it, as far as it changes what is seen. */
export interface FontLook {
  /** Null where it is automatic. */
  readonly color: Rgb | null;
  readonly struck: boolean;
  /** Smaller than anyone can read. */
  readonly tiny: boolean;
  /** Raised or lowered beside the text, as a note mark is. */
  readonly raised: boolean;
  readonly unsure: readonly Message[];
}

export const PLAIN_FONT: FontLook = { color: null, struck: false, tiny: false, raised: false, unsure: [] };

/** Points: smaller is not seen, and below the second hardly; chosen here, the smallest type in print is 5 points. */
const [TINY, SMALL] = [2, 4];

/** Elements of a font (ISO/IEC 29500-1, 18.8.22 and 18.4.7) that are read here. */
const UNDERSTOOD = ['color', 'strike', 'sz', 'vertAlign', 'name', 'rFont'];
/** Elements of a font that change no character's meaning. */
const HARMLESS = ['b', 'i', 'u', 'family', 'charset', 'scheme', 'outline', 'shadow', 'condense', 'extend'];
const KNOWN = new Set([...UNDERSTOOD, ...HARMLESS].map((name) => `x:${name}`));

export const named = (zh: string, en: string): Message => ({ zh, en });

/** @param font `x:font` of a cell or `x:rPr` of a run */
export function fontLook(font: XmlElement | undefined, palette: Palette): FontLook {
  if (!font) return PLAIN_FONT;
  const size = Number(childOf(font, 'x:sz')?.attributes.val ?? Number.NaN);
  const face = childOf(font, 'x:name')?.attributes.val ?? childOf(font, 'x:rFont')?.attributes.val;
  const unsure = elementsOf(font).flatMap(({ name }) =>
    KNOWN.has(name) ? [] : [named(`字体属性 ${name}`, `the font property ${name}`)],
  );
  if (isSymbolFont(face)) unsure.push(named(`符号字体 ${face}`, `the symbol font ${face}`));
  if (size > TINY && size < SMALL) unsure.push(named(`极小的字（${size} 磅）`, `very small type (${size} points)`));
  return {
    color: colorOf(childOf(font, 'x:color'), palette),
    struck: isOn(childOf(font, 'x:strike')),
    tiny: size <= TINY,
    raised: /^(?:super|sub)script$/.test(childOf(font, 'x:vertAlign')?.attributes.val ?? ''),
    unsure,
  };
}
