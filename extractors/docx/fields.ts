import type { Message } from '../../src/model/report.ts';
import { isOn, isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';

/** Fields whose result repeats what stands elsewhere. */
const REPEATING = /^\s*(?:TOC|TOA|INDEX)\b/i;
/** Fields that count pages; in a table a person sees the count as a number. */
const COUNTING = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|SECTION)\b/i;
/** Fields that are worked out anew whenever the document is opened or printed (ISO/IEC 29500-1, 17.16.5). */
const PASSING = /^\s*(?:DATE|TIME|PRINTDATE|EDITTIME)\b/i;
/** Fields that show something made from their code rather than a kept result. */
const SHOWS_CODE =
  /^\s*(?:EQ|SYMBOL|MACROBUTTON|GOTOBUTTON|AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM|BARCODE|DISPLAYBARCODE|MERGEBARCODE|ADVANCE)\b/i;
/** Fields whose result nothing works out: links and what a person filled in. */
const LASTING = /^\s*(?:HYPERLINK|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b/i;

/** Whether the result of a field is no part of the text. */
export const isLeftOut = (instruction: string, inCell: boolean): boolean =>
  REPEATING.test(instruction) || (!inCell && COUNTING.test(instruction));

/**
 * What may make a field show something else than the document keeps of it; null where nothing does.
 * @param updates all fields are worked out anew when the document is opened
 */
export function fieldUnsure(instruction: string, dirty: string | undefined, updates: boolean): Message | null {
  const isPassing =
    REPEATING.test(instruction) ||
    COUNTING.test(instruction) ||
    PASSING.test(instruction) ||
    SHOWS_CODE.test(instruction);
  const isStale = isTrue(dirty) || (updates && !LASTING.test(instruction));
  if (!isPassing && !isStale) return null;
  const code = instruction.trim().slice(0, LONGEST_CODE);
  return { zh: `打开时才算出的域 ${code}`, en: `the field ${code}, which is worked out when the document is opened` };
}
const LONGEST_CODE = 40;

interface Field {
  readonly begin: XmlElement;
  readonly inCell: boolean;
  instruction: string;
  /** The first leaf in it, and the first of its result once that is reached. */
  readonly from: number;
  separator: number | null;
}

/** What fields do to a text. */
export interface Fields {
  /** What stands in their codes, and the results of tables of contents and page numbers. */
  readonly hidden: ReadonlySet<XmlElement>;
  /** What fields show that have no result, by their first mark. */
  readonly shown: ReadonlyMap<XmlElement, string>;
  readonly unsure: ReadonlyMap<XmlElement, Message>;
}

const LEAVES = new Set(
  ['w:t', 'w:tab', 'w:br', 'w:cr', 'w:sym', 'w:noBreakHyphen', 'w:drawing', 'w:pict', 'w:object'].concat('w:fldChar'),
);
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** What a field of a form shows that keeps its choice in its data (17.16.9, 17.16.7). */
function formText(begin: XmlElement): string | undefined {
  const data = childOf(begin, 'w:ffData');
  const list = childOf(data, 'w:ddList');
  if (list) {
    const chosen = childOf(list, 'w:result') ?? childOf(list, 'w:default');
    return elementsOf(list, 'w:listEntry')[Number(chosen?.attributes['w:val'] ?? 0)]?.attributes['w:val'] ?? '';
  }
  const box = childOf(data, 'w:checkBox');
  const checked = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
  if (!box) return undefined;
  return isOn(checked) ? '☒' : '☐';
}

interface Findings {
  readonly hidden: Set<XmlElement>;
  readonly shown: Map<XmlElement, string>;
  readonly unsure: Map<XmlElement, Message>;
}

/** The leaves of one story in order, and how many hidden passages begin, less those that end, before each. */
class Story {
  readonly #leaves: XmlElement[] = [];
  readonly #depth = new Map<number, number>();
  readonly #open: Field[] = [];
  readonly #into: Findings;
  readonly #updates: boolean;

  constructor(into: Findings, updates: boolean) {
    this.#into = into;
    this.#updates = updates;
  }

  addLeaf(element: XmlElement): void {
    this.#leaves.push(element);
  }

  mark(element: XmlElement, inCell: boolean): void {
    const here = this.#leaves.length;
    const type = element.attributes['w:fldCharType'];
    const field = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ begin: element, inCell, instruction: '', from: here, separator: null });
    else if (field && type === 'separate') field.separator ??= here;
    else if (field && type === 'end') {
      this.#open.pop();
      this.#close(field, here);
    }
  }

  #close({ begin, instruction, from, separator, inCell }: Field, here: number): void {
    const end = separator === null || isLeftOut(instruction, inCell) ? here : separator;
    this.#add(from, 1);
    this.#add(end, -1);
    const shown = separator === null || /FORM(?:DROPDOWN|CHECKBOX)/i.test(instruction) ? formText(begin) : undefined;
    if (shown !== undefined) this.#into.shown.set(begin, shown);
    const unsure = fieldUnsure(instruction, begin.attributes['w:dirty'], this.#updates);
    if (unsure) this.#into.unsure.set(begin, unsure);
  }

  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.separator === null) field.instruction += text;
  }

  #add(place: number, change: number): void {
    this.#depth.set(place, (this.#depth.get(place) ?? 0) + change);
  }

  hide(): void {
    let depth = 0;
    this.#leaves.forEach((leaf, place) => {
      depth += this.#depth.get(place) ?? 0;
      if (depth > 0) this.#into.hidden.add(leaf);
    });
  }
}

/**
 * What fields hide and show. A field that never ends is no field, so that a missing mark does not hide the rest of a document.
 * @param updates all fields are worked out anew when the document is opened
 */
export function readFields(body: XmlElement, updates: boolean): Fields {
  const found: Findings = { hidden: new Set(), shown: new Map(), unsure: new Map() };
  const walk = (parent: XmlElement, story: Story, inCell: boolean): void => {
    for (const element of elementsOf(parent)) {
      const { name } = element;
      if (SKIPPED.has(name)) continue;
      if (LEAVES.has(name)) story.addLeaf(element);
      if (name === 'w:fldChar') story.mark(element, inCell);
      else if (name === 'w:instrText') story.addInstruction(textOf(element));
      // A text box is a story of its own: its fields do not reach out of it.
      else if (name === 'w:txbxContent') readStory(element, inCell);
      else walk(element, story, inCell || name === 'w:tc');
    }
  };
  const readStory = (content: XmlElement, inCell: boolean): void => {
    const story = new Story(found, updates);
    walk(content, story, inCell);
    story.hide();
  };
  readStory(body, false);
  return found;
}
