import { childOf, type XmlElement } from '../ooxml/parse-xml.ts';

const marked = (properties: XmlElement | undefined, ...names: readonly string[]): boolean =>
  names.some((name) => childOf(properties, name) !== undefined);

/** The mark at the end of the paragraph is deleted: the paragraph runs on into the next. */
export const isMarkDeleted = (paragraph: XmlElement): boolean =>
  marked(childOf(paragraph, 'w:pPr', 'w:rPr'), 'w:del', 'w:moveFrom');

export const isRowDeleted = (row: XmlElement): boolean => marked(childOf(row, 'w:trPr'), 'w:del', 'w:moveFrom');

export const isCellDeleted = (cell: XmlElement): boolean => marked(childOf(cell, 'w:tcPr'), 'w:cellDel');
