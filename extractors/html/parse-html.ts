import { type ChildNode, type Document as DomDocument, Element, isTag, Text } from 'domhandler';
import { parse, type Token } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

/**
 * The tree adapter that cheerio itself uses, minus two null-prototype maps per element that nobody here reads: they
 * cost as much as the parse. The tree is the one a browser builds, so unclosed and misplaced tags need no rules of ours.
 */
const leanAdapter: typeof adapter = {
  ...adapter,
  createElement(tagName, namespaceURI, attrs: Token.Attribute[]) {
    const attribs: Record<string, string> = {};
    for (const attr of attrs) attribs[attr.name] = attr.value;
    const element = new Element(tagName, attribs, []);
    element.namespace = namespaceURI;
    return element;
  },
  adoptAttributes(recipient, attrs: Token.Attribute[]) {
    for (const attr of attrs) recipient.attribs[attr.name] ??= attr.value;
  },
  insertText(parentNode, text) {
    const last = parentNode.children[parentNode.children.length - 1];
    if (last && last.type === 'text') (last as Text).data += text;
    else adapter.appendChild(parentNode, new Text(text));
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
