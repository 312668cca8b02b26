import { type ChildNode, type Document as DomDocument, type Element, isTag } from 'domhandler';
import { parse, type Token } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { buildTree } from './build-tree.ts';
import { asText, attributesOf, PageElement } from './page-node.ts';

/**
 * The tree adapter for domhandler's nodes, minus three maps per element that nobody here reads: they cost as much as
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
 * HTML text to the DOM of the HTML standard, in domhandler's shapes.
 * Throws a ReadError for trees deeper than the limit, which everything after may then walk by recursion.
 */
export function parseHtml(html: string): DomDocument {
  return buildTree(html) ?? parseFully(html);
}

/** The full parser, with all of the standard's repairs. */
export function parseFully(html: string): DomDocument {
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
        throw new ReadError('TOO_DEEP', {
          zh: `元素嵌套超过 ${LIMITS.depth} 层；浏览器以 512 层为限，此网页已损坏或有恶意`,
          en: `elements are nested more than ${LIMITS.depth} deep; a browser stops at 512, so this page is broken or hostile`,
        });
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

/** The text that stands in an element itself: all there is in a title or a style sheet. */
export const textIn = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.data : '')).join('');
