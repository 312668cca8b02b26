import {
  type ChildNode,
  type Document as DomDocument,
  type Element,
  isTag,
  type ParentNode,
  type Text,
} from 'domhandler';
import { parse, type Token } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

/**
 * An element of the page in the shape of domhandler's, so that cheerio works on it, with the attributes left as the
 * tokenizer gave them until somebody asks for the map: few elements are asked.
 */
class PageElement {
  readonly type: 'tag' | 'script' | 'style';
  readonly name: string;
  readonly namespace: string;
  readonly given: Token.Attribute[];
  readonly children: ChildNode[] = [];
  parent: ParentNode | null = null;
  prev: ChildNode | null = null;
  next: ChildNode | null = null;
  #map: Record<string, string> | null = null;

  constructor(name: string, namespace: string, given: Token.Attribute[]) {
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

const asText = (data: string): Text => new PageText(data) as unknown as Text;

/** The attributes of an element as they stand in the page, without making a map of them. */
export const attributesOf = (element: Element): readonly Token.Attribute[] => (element as unknown as PageElement).given;

/**
 * The tree adapter that cheerio itself uses, minus three maps per element that nobody here reads: they cost as much as
 * the parse. The tree is the one a browser builds, so unclosed and misplaced tags need no rules of ours.
 */
const leanAdapter: typeof adapter = {
  ...adapter,
  createElement(tagName, namespaceURI, attrs: Token.Attribute[]) {
    return new PageElement(tagName, namespaceURI, attrs) as unknown as Element;
  },
  adoptAttributes(recipient, attrs: Token.Attribute[]) {
    const { given } = recipient as unknown as PageElement;
    given.push(...attrs.filter(({ name }) => !given.some((own) => own.name === name)));
  },
  getAttrList: (element) => [...attributesOf(element)],
  createTextNode: asText,
  insertText(parentNode, text) {
    const last = parentNode.children[parentNode.children.length - 1];
    if (last && last.type === 'text') last.data += text;
    else adapter.appendChild(parentNode, asText(text));
  },
};

/**
 * HTML text to the DOM of the HTML standard, in the node classes that cheerio works on.
 * Throws a ReadError for trees deeper than the limit, which everything after may then walk by recursion.
 */
export function parseHtml(html: string): DomDocument {
  const document = parse(html, { treeAdapter: leanAdapter, scriptingEnabled: false }) as DomDocument;
  requireShallow(document);
  return document;
}

function requireShallow(document: DomDocument): void {
  let depth = 0;
  let node: ChildNode | null = document.children[0] ?? null;
  while (node) {
    if (isTag(node) && node.children[0]) {
      node = node.children[0];
      depth += 1;
      if (depth > LIMITS.depth) {
        throw new ReadError(
          'TOO_DEEP',
          `elements are nested more than ${LIMITS.depth} deep; a browser stops at 512, so this page is broken or hostile`,
        );
      }
      continue;
    }
    while (node && !node.next) {
      node = node.parent as ChildNode | null;
      depth -= 1;
      if (depth < 0) return;
    }
    node = node?.next ?? null;
  }
}

export const isElement = isTag;
