import { type Cheerio, load } from 'cheerio';
import { type Document, Element, Text } from 'domhandler';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { parseWellNested } from './well-nested.ts';

/** The tree adapter of cheerio, without the two maps of namespaces that it makes for each element: nobody here reads them. */
const leanAdapter: typeof adapter = {
  ...adapter,
  createElement(name, namespace, attributes) {
    const map: Record<string, string> = {};
    for (const attribute of attributes) map[attribute.name] = attribute.value;
    const element = new Element(name, map);
    element.namespace = namespace;
    return element;
  },
  insertBefore(parent, node, reference) {
    // What is moved out of a table goes before it, and the table is the last of many: cheerio's own searches from the first.
    const at = parent.children.lastIndexOf(reference);
    const { prev } = reference;
    if (prev) prev.next = node;
    node.prev = prev;
    node.next = reference;
    reference.prev = node;
    node.parent = parent;
    parent.children.splice(at, 0, node);
  },
  insertTextBefore(parent, text, reference) {
    const { prev } = reference;
    if (prev?.type === 'text') prev.data += text;
    else leanAdapter.insertBefore(parent, new Text(text), reference);
  },
  adoptAttributes(recipient, attributes) {
    for (const { name, value } of attributes) recipient.attribs[name] ??= value;
  },
};

/** Counts the open elements, so that a tree that is too deep is never built: what walks it later may do so by recursion. */
function boundedAdapter(): typeof adapter {
  let depth = 0;
  return {
    ...leanAdapter,
    onItemPush() {
      depth += 1;
      if (depth > LIMITS.depth) {
        throw new ReadError('TOO_DEEP', {
          zh: `元素嵌套超过 ${LIMITS.depth} 层；浏览器以 512 层为限，此网页已损坏或有恶意`,
          en: `elements are nested more than ${LIMITS.depth} deep; a browser stops at 512, so this page is broken or hostile`,
        });
      }
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** By the parser of the standard, which repairs any markup as a browser without scripts does. */
export const loadRepaired = (html: string): Cheerio<Document> =>
  load(html, { scriptingEnabled: false, treeAdapter: boundedAdapter() }).root();

/** cheerio without a page: loading it anew for each takes as long as half the parse. */
const $ = load([], { xml: { xmlMode: false } });

/**
 * HTML text to the tree that a browser without scripts builds. Of cheerio's two parsers the faster reads pages whose tags
 * need no repair, and the other one all others.
 *
 * @throws ReadError for a tree that is deeper than the limit
 */
export function loadPage(html: string): Cheerio<Document> {
  const tree = parseWellNested(html);
  return tree ? $(tree) : loadRepaired(html);
}
