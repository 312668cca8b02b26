import { elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';

/** Fields whose result repeats what stands elsewhere, or counts pages. */
const REPEATING = /^\s*(?:TOC|TOA|INDEX|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;

export const isRepeating = (instruction: string): boolean => REPEATING.test(instruction);

interface Field {
  instruction: string;
  /** The first leaf in it, and the first of its result once that is reached. */
  readonly from: number;
  separator: number | null;
}

const LEAVES = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:sym', 'w:noBreakHyphen', 'w:drawing', 'w:pict', 'w:object']);
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** The leaves of one story in order, and how many hidden passages begin, less those that end, before each. */
class Story {
  readonly #leaves: XmlElement[] = [];
  readonly #depth = new Map<number, number>();
  readonly #open: Field[] = [];

  addLeaf(element: XmlElement): void {
    this.#leaves.push(element);
  }

  mark(type: string | undefined): void {
    const here = this.#leaves.length;
    const field = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', from: here, separator: null });
    else if (field && type === 'separate') field.separator ??= here;
    else if (field && type === 'end') {
      this.#open.pop();
      const end = field.separator === null || isRepeating(field.instruction) ? here : field.separator;
      this.#add(field.from, 1);
      this.#add(end, -1);
    }
  }

  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.separator === null) field.instruction += text;
  }

  #add(place: number, change: number): void {
    this.#depth.set(place, (this.#depth.get(place) ?? 0) + change);
  }

  hide(hidden: Set<XmlElement>): void {
    let depth = 0;
    this.#leaves.forEach((leaf, place) => {
      depth += this.#depth.get(place) ?? 0;
      if (depth > 0) hidden.add(leaf);
    });
  }
}

/**
 * The elements that fields hide: what stands in their codes, and the results of tables of contents and page numbers.
 * A field that never ends is no field, so that a missing mark does not hide the rest of a document.
 */
export function hiddenByFields(body: XmlElement): ReadonlySet<XmlElement> {
  const hidden = new Set<XmlElement>();
  const walk = (parent: XmlElement, story: Story): void => {
    for (const element of elementsOf(parent)) {
      const { name } = element;
      if (SKIPPED.has(name)) continue;
      if (LEAVES.has(name)) story.addLeaf(element);
      if (name === 'w:fldChar') story.mark(element.attributes['w:fldCharType']);
      else if (name === 'w:instrText') story.addInstruction(textOf(element));
      // A text box is a story of its own: its fields do not reach out of it.
      else if (name === 'w:txbxContent') readStory(element);
      else walk(element, story);
    }
  };
  const readStory = (content: XmlElement): void => {
    const story = new Story();
    walk(content, story);
    story.hide(hidden);
  };
  readStory(body);
  return hidden;
}
