import { type CheerioAPI, load } from 'cheerio';
import { Element } from 'domhandler';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

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
  adoptAttributes(recipient, attributes) {
    for (const { name, value } of attributes) recipient.attribs[name] ??= value;
  },
};

/** Counts the open elements, so that a tree that is too deep is never built: what walks it later may do so by recursion. */
function depthAdapter(): typeof adapter {
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

/**
 * HTML text to the tree that a browser without scripts builds.
 *
 * @throws ReadError for a tree that is deeper than the limit
 */
export const loadPage = (html: string): CheerioAPI =>
  load(html, { scriptingEnabled: false, treeAdapter: depthAdapter() });
