import { isOn, isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import type { NumberRef } from './numbering.ts';

/** How far style chains are followed; Word allows eleven. */
const CHAIN = 20;

/** `w:val` of an on-off element: true where it is there and not switched off; undefined where it is not there. */
function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && isOn(element);
}

/** The styles of a document, as far as they change what is read: headings, numbers, what runs look like. */
export class Styles {
  readonly #byId = new Map<string, XmlElement>();
  readonly #defaultParagraph: string | undefined;
  readonly #defaults: XmlElement | undefined;
  readonly #inherited = new Map<string, Inherited>();

  /** @param root `w:styles`, if the document has any */
  constructor(root: XmlElement | undefined) {
    this.#defaults = childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
    for (const style of elementsOf(root, 'w:style')) {
      const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = style.attributes;
      if (!this.#byId.has(id)) this.#byId.set(id, style);
      if (type === 'paragraph' && isTrue(isDefault)) this.#defaultParagraph = id;
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

  /** The properties of a table style's pieces: of the whole table, then of its parts, with those that it is based on. */
  tablePieces(id: string | undefined): XmlElement[] {
    return this.#chain(id).flatMap((style) => [style, ...elementsOf(style, 'w:tblStylePr')]);
  }

  /** A property of a paragraph, its own or by its style. */
  paragraphElement(properties: XmlElement | undefined, name: string): XmlElement | undefined {
    const own = childOf(properties, name);
    if (own) return own;
    for (const style of this.#chain(this.paragraphStyle(properties))) {
      const inherited = childOf(style, 'w:pPr', name);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The properties that hold for a run: its own, those of its style, of the paragraph's style, and the document's defaults. */
  runProperties(run: XmlElement | undefined, paragraph: XmlElement | undefined): RunProperties {
    const character = childOf(run, 'w:rStyle')?.attributes['w:val'];
    const style = this.paragraphStyle(paragraph);
    const key = `${character ?? ''}\n${style ?? ''}`;
    let inherited = this.#inherited.get(key);
    if (!inherited) {
      // A style of another kind than what names it has no effect.
      const layersOf = (id: string | undefined, type: string): XmlElement[] =>
        this.#chain(id)
          .filter((one) => (one.attributes['w:type'] ?? 'paragraph') === type)
          .flatMap((one) => childOf(one, 'w:rPr') ?? []);
      inherited = inheritedProperties(layersOf(character, 'character'), layersOf(style, 'paragraph'), this.#defaults);
      this.#inherited.set(key, inherited);
    }
    return new RunProperties(run, inherited);
  }
}

/** What styles say of a run. */
interface Inherited {
  readonly elements: ReadonlyMap<string, XmlElement>;
  readonly toggles: ReadonlyMap<string, boolean>;
  /** The answer of the one question that is asked for every run. */
  isUsual?: boolean;
}

/** 17.7.3: a toggle that both the character's and the paragraph's style switch on is off. */
const TOGGLES = ['w:vanish', 'w:strike'];

function inheritedProperties(
  character: readonly XmlElement[],
  paragraph: readonly XmlElement[],
  defaults: XmlElement | undefined,
): Inherited {
  const elements = new Map<string, XmlElement>();
  for (const layer of [...character, ...paragraph, ...(defaults ? [defaults] : [])]) {
    for (const element of elementsOf(layer)) if (!elements.has(element.name)) elements.set(element.name, element);
  }
  const said = (layers: readonly XmlElement[], name: string): boolean =>
    layers.map((layer) => toggle(layer, name)).find((value) => value !== undefined) ?? false;
  const toggles = TOGGLES.map((name): [string, boolean] => [
    name,
    said(character, name) !== said(paragraph, name) || (toggle(defaults, name) ?? false),
  ]);
  return { elements, toggles: new Map(toggles) };
}

/** The properties of a run, its own before those of its styles. */
export class RunProperties {
  readonly #own: XmlElement | undefined;
  readonly #inherited: Inherited;

  constructor(own: XmlElement | undefined, inherited: Inherited) {
    this.#own = own;
    this.#inherited = inherited;
  }

  element(name: string): XmlElement | undefined {
    return childOf(this.#own, name) ?? this.#inherited.elements.get(name);
  }

  /** Whether every property, by whatever style, is as `isUsual` says; what styles say is asked once. */
  areUsual(isUsual: (element: XmlElement) => boolean): boolean {
    const { elements } = this.#inherited;
    this.#inherited.isUsual ??= [...elements.values()].every(isUsual);
    return this.#inherited.isUsual && elementsOf(this.#own).every(isUsual);
  }

  names(): string[] {
    return [...elementsOf(this.#own).map(({ name }) => name), ...this.#inherited.elements.keys()];
  }

  toggle(name: string): boolean {
    const own = toggle(this.#own, name);
    if (own !== undefined) return own;
    const inherited = this.#inherited.elements.get(name);
    return this.#inherited.toggles.get(name) ?? isOn(inherited);
  }
}
