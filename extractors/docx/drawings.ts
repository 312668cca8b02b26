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
  const { hidden = '' } = childOf(place, 'wp:docPr')?.attributes ?? {};
  const styles = shapeStyles(drawing);
  const isHidden = (style: string): boolean => /visibility\s*:\s*hidden/i.test(style);
  return /^(?:1|true|on)$/.test(hidden) || (styles.length > 0 && styles.every(isHidden));
}
