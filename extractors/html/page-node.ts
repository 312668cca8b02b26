import type { ChildNode, Element, ParentNode, Text } from 'domhandler';

/** An attribute as it stands in the page; of several with one name the first counts. */
export interface PageAttribute {
  readonly name: string;
  readonly value: string;
}

/**
 * An element of the page in the shape of domhandler's, with the attributes left as the tokenizer gave them until somebody
 * asks for the map: few elements are asked. Only the full parser links siblings.
 */
export class PageElement {
  readonly type: 'tag' | 'script' | 'style';
  readonly name: string;
  readonly namespace: string;
  readonly given: PageAttribute[];
  readonly children: ChildNode[] = [];
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;
  #map: Record<string, string> | null = null;

  constructor(name: string, namespace: string, given: PageAttribute[]) {
    this.type = name === 'script' || name === 'style' ? name : 'tag';
    this.name = name;
    this.namespace = namespace;
    this.given = given;
  }

  get attribs(): Record<string, string> {
    if (!this.#map) {
      this.#map = {};
      for (const { name, value } of this.given) this.#map[name] ??= value;
    }
    return this.#map;
  }

  get tagName(): string {
    return this.name;
  }

  get nodeType(): number {
    return 1;
  }
}

class PageText {
  readonly type = 'text';
  data: string;
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;

  constructor(data: string) {
    this.data = data;
  }

  get nodeType(): number {
    return 3;
  }
}

export const asText = (data: string): Text => new PageText(data) as unknown as Text;

/** The attributes of an element as they stand in the page, without making a map of them. */
export const attributesOf = (element: Element): readonly PageAttribute[] => (element as unknown as PageElement).given;
