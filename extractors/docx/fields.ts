import { elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';

/** Fields whose result repeats what stands elsewhere, or counts pages. */
const REPEATING = /^\s*(?:TOC|TOA|INDEX|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;

export const isRepeating = (instruction: string): boolean => REPEATING.test(instruction);

interface Field {
  instruction: string;
  readonly code: XmlElement[];
  readonly result: XmlElement[];
  separated: boolean;
}

const LEAVES = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:sym', 'w:noBreakHyphen', 'w:drawing', 'w:pict', 'w:object']);
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/**
 * The elements that fields hide: what stands in their codes, and the results of tables of contents and page numbers.
 * A field that never ends is no field, so that a missing mark does not hide the rest of a document.
 */
export function hiddenByFields(story: XmlElement): ReadonlySet<XmlElement> {
  const hidden = new Set<XmlElement>();
  const walk = (parent: XmlElement, open: Field[]): void => {
    for (const element of elementsOf(parent)) {
      const { name } = element;
      if (SKIPPED.has(name)) continue;
      if (LEAVES.has(name)) for (const field of open) (field.separated ? field.result : field.code).push(element);
      const field = open.at(-1);
      if (name === 'w:fldChar') {
        const type = element.attributes['w:fldCharType'];
        if (type === 'begin') open.push({ instruction: '', code: [], result: [], separated: false });
        else if (field && type === 'separate') field.separated = true;
        else if (field && type === 'end') {
          open.pop();
          for (const leaf of field.code) hidden.add(leaf);
          if (isRepeating(field.instruction)) for (const leaf of field.result) hidden.add(leaf);
        }
      } else if (name === 'w:instrText') {
        if (field && !field.separated) field.instruction += textOf(element);
      } else {
        // A text box is a story of its own: its fields do not reach out of it.
        walk(element, name === 'w:txbxContent' ? [] : open);
      }
    }
  };
  walk(story, []);
  return hidden;
}
