import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import type { NumberRef } from './numbering.ts';

/** How far style chains are followed; Word allows eleven. */
const CHAIN = 20;

/** `w:val` of an on-off element: true where it is there and not switched off; undefined where it is not there. */
function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');
}

/** The styles of a document, as far as they change what is read: headings, numbers, hidden and struck-out text. */
export class Styles {
  readonly #byId = new Map<string, XmlElement>();
  readonly #defaultParagraph: string | undefined;

  /** @param root `w:styles`, if the document has any */
  constructor(root: XmlElement | undefined) {
    for (const style of elementsOf(root, 'w:style')) {
      const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = style.attributes;
      if (!this.#byId.has(id)) this.#byId.set(id, style);
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(isDefault ?? '')) this.#defaultParagraph = id;
    }
  }

  /** The style and those it is based on, nearest first. */
  #chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let at = id; at !== undefined && chain.length < CHAIN; ) {
      const style = this.#byId.get(at);
      if (!style) break;
      chain.push(style);
      at = childOf(style, 'w:basedOn')?.attributes['w:val'];
    }
    return chain;
  }

  paragraphStyle(properties: XmlElement | undefined): string | undefined {
    return childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? this.#defaultParagraph;
  }

  /** Heading level 1 to 6 by outline level or by the style's name; undefined for body text. */
  headingLevel(properties: XmlElement | undefined): number | undefined {
    const chain = this.#chain(this.paragraphStyle(properties));
    for (const from of [properties, ...chain.map((style) => childOf(style, 'w:pPr'))]) {
      const level = childOf(from, 'w:outlineLvl')?.attributes['w:val'];
      if (level !== undefined && /^\d$/.test(level)) return Number(level) < 6 ? Number(level) + 1 : undefined;
    }
    for (const style of chain) {
      const name = childOf(style, 'w:name')?.attributes['w:val'] ?? '';
      const numbered = /^(?:heading|标题)\s*([1-6])$/i.exec(name);
      if (numbered) return Number(numbered[1]);
      if (/^(?:title|标题)$/i.test(name)) return 1;
    }
    return undefined;
  }

  /** The list a paragraph stands in, by itself or by its style; `numId` 0 takes it out of any. */
  numberRef(properties: XmlElement | undefined): NumberRef | undefined {
    const chain = this.#chain(this.paragraphStyle(properties)).map((style) => childOf(style, 'w:pPr'));
    let level: number | null = null;
    for (const from of [properties, ...chain]) {
      const number = childOf(from, 'w:numPr');
      const given = childOf(number, 'w:ilvl')?.attributes['w:val'];
      if (level === null && given !== undefined && /^\d$/.test(given)) level = Number(given);
      const numId = childOf(number, 'w:numId')?.attributes['w:val'];
      if (numId !== undefined) return numId === '0' ? undefined : { numId, level };
    }
    return undefined;
  }

  /** The list that a numbering style names. */
  numberOfStyle(id: string): string | undefined {
    return childOf(this.#byId.get(id), 'w:pPr', 'w:numPr', 'w:numId')?.attributes['w:val'];
  }

  /** Whether a property of characters (`w:vanish`, `w:strike`) holds: by the run, its style, or the paragraph's style. */
  holds(name: string, run: XmlElement | undefined, paragraph: XmlElement | undefined): boolean {
    const own = toggle(run, name);
    if (own !== undefined) return own;
    const styles = [childOf(run, 'w:rStyle')?.attributes['w:val'], this.paragraphStyle(paragraph)];
    for (const style of styles.flatMap((id) => this.#chain(id))) {
      const inherited = toggle(childOf(style, 'w:rPr'), name);
      if (inherited !== undefined) return inherited;
    }
    return false;
  }
}
