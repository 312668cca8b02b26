import { tidyLines } from '../../src/model/text/fold.ts';
import type { Block } from '../document.ts';
import type { Parts } from '../ooxml/guard-ooxml.ts';
import { elementsOf, parseXml, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { partOfType, relationsOf } from '../ooxml/relations.ts';

function descendants(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => (element.name === name ? [element] : descendants(element, name)));
}

/** What lies over a sheet's cells: text boxes as paragraphs, pictures with their bytes. */
export function readDrawings(parts: Parts, sheetPart: string): Block[] {
  const part = partOfType(parts, relationsOf(parts, sheetPart), 'drawing');
  const bytes = part === undefined ? undefined : parts.get(part);
  if (!bytes || part === undefined) return [];
  const root = parseXml(bytes, part);
  const relations = relationsOf(parts, part);
  const texts = descendants(root, 'a:p').map((paragraph) =>
    tidyLines(descendants(paragraph, 'a:t').map(textOf).join('')),
  );
  const pictures = descendants(root, 'a:blip').flatMap((blip): Block[] => {
    const source = relations.get(blip.attributes['r:embed'] ?? '')?.target;
    const image = source === undefined ? undefined : parts.get(source);
    return source && image ? [{ kind: 'picture', source, alt: '', image, at: { path: part } }] : [];
  });
  const paragraphs = texts.filter((text) => text !== '');
  return [...paragraphs.map((text): Block => ({ kind: 'paragraph', text, at: { path: part } })), ...pictures];
}
