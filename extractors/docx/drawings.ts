import { BLACK, parseHex, type Rgb, type ThemeColors, WHITE } from '../ooxml/colors.ts';
import { isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';

const DRAWINGS = new Set(['w:drawing', 'w:pict', 'w:object']);

/** Whether something is drawn in an element. */
export const isDrawn = (element: XmlElement): boolean =>
  elementsOf(element).some((child) => DRAWINGS.has(child.name) || isDrawn(child));

/** The styles of the shapes of an older drawing (VML). */
const shapeStyles = (drawing: XmlElement): string[] =>
  elementsOf(drawing).flatMap(({ attributes }) => attributes.style ?? []);

/** Whether a drawing stands at a place of its own on the page rather than in the line. */
export const isFloating = (drawing: XmlElement): boolean =>
  childOf(drawing, 'wp:anchor') !== undefined ||
  shapeStyles(drawing).some((style) => /position\s*:\s*absolute/i.test(style));

export function isHiddenDrawing(drawing: XmlElement): boolean {
  const place = childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor');
  const { hidden } = childOf(place, 'wp:docPr')?.attributes ?? {};
  const styles = shapeStyles(drawing);
  const isHidden = (style: string): boolean => /visibility\s*:\s*hidden/i.test(style);
  return isTrue(hidden) || (styles.length > 0 && styles.every(isHidden));
}

/** The first of some elements in an element, however deep, not within text boxes and lines. */
function firstWithin(parent: XmlElement, names: ReadonlySet<string>): XmlElement | undefined {
  for (const child of elementsOf(parent)) {
    if (names.has(child.name)) return child;
    const found = child.name === 'w:txbxContent' || child.name === 'a:ln' ? undefined : firstWithin(child, names);
    if (found) return found;
  }
  return undefined;
}

const SHAPES = new Set(['wps:wsp', 'v:shape', 'v:rect', 'v:roundrect', 'v:oval']);
const FILLS = new Set(['a:solidFill', 'a:gradFill', 'a:blipFill', 'a:pattFill', 'a:grpFill', 'a:fillRef', 'a:noFill']);

/** Colours that may be behind the text of a drawing's boxes; null where the page shines through. */
export function behindTextBoxes(drawing: XmlElement, theme: ThemeColors): readonly Rgb[] | null {
  const shape = firstWithin(drawing, SHAPES);
  const fill = shape && (firstWithin(childOf(shape, 'wps:spPr') ?? shape, FILLS) ?? firstWithin(shape, FILLS));
  const { fillcolor, filled } = shape?.attributes ?? {};
  if (!shape || /^(?:f|false)$/.test(filled ?? '')) return null;
  const isEmpty = fill?.name === 'a:noFill' || (fill?.name === 'a:fillRef' && fill.attributes.idx === '0');
  if (isEmpty || (!fill && fillcolor === undefined)) return null;
  const named = childOf(fill, 'a:schemeClr');
  const plain = parseHex(childOf(fill, 'a:srgbClr')?.attributes.val ?? fillcolor?.split(' ')[0]);
  const color = plain ?? (named?.children.length === 0 ? theme.get(named.attributes.val ?? '') : undefined);
  return color ? [color] : [WHITE, BLACK];
}
