import type { Element } from 'domhandler';
import { detach } from '../../src/model/text/detach.ts';
import { attributesOf } from './page-node.ts';

/** Whether a person sees an element: `hidden` cells take no place in a table, `blanked` ones keep their place empty. */
export type Visibility = 'shown' | 'hidden' | 'blanked';

const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*collapse/i;
const BLANKED =
  /visibility\s*:\s*hidden|font-size\s*:\s*0+(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0+(?:\.0+)?\s*(?:;|!|$)/i;
const STRUCK = /text-decoration[^;]*line-through/i;

function readStyle(style: string): Visibility {
  if (HIDDEN.test(style)) return 'hidden';
  return BLANKED.test(style) || STRUCK.test(style) ? 'blanked' : 'shown';
}

/** Every rule above has one of these in it; most styles have none. */
const MAY_HIDE = /none|hid|collapse|size|opacity|through/i;

/** Style strings repeat hundreds of times in a page; the cache is dropped when hostile input fills it. */
const STYLES = new Map<string, Visibility>();
function styleVisibility(style: string): Visibility {
  if (!MAY_HIDE.test(style)) return 'shown';
  let known = STYLES.get(style);
  if (known === undefined) {
    if (STYLES.size >= 5_000) STYLES.clear();
    known = readStyle(style);
    STYLES.set(detach(style), known);
  }
  return known;
}

/** Class and id selectors that a page's own style sheets hide: `.x{display:none}`. */
export type HiddenSelectors = ReadonlySet<string>;

const RULE = /([^{}]{1,2000})\{([^{}]{0,4000})\}/g;
const SIMPLE_SELECTOR = /^(?:[a-z][a-z0-9]*)?([.#][\w-]+)$/i;

/** Reads the plain class and id rules of a style sheet; combined selectors are left alone. */
export function hiddenSelectors(css: string, into: Set<string>): void {
  if (!css.includes('none') && !css.includes('hid') && !css.includes('collapse')) return;
  for (const [, selectors = '', body = ''] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(RULE)) {
    if (readStyle(body) === 'shown') continue;
    for (const selector of selectors.split(',')) {
      const simple = SIMPLE_SELECTOR.exec(selector.trim())?.[1];
      if (simple) into.add(simple);
    }
  }
}

/** Visibility by the element's own attributes and the page's plain rules. */
export function visibilityOf(element: Element, hidden: HiddenSelectors): Visibility {
  for (const { name, value } of attributesOf(element)) {
    if (name === 'hidden') return 'hidden';
    if (name === 'style') {
      const own = styleVisibility(value);
      if (own !== 'shown') return own;
    } else if (hidden.size > 0 && (name === 'id' || name === 'class')) {
      const mark = name === 'id' ? '#' : '.';
      if (value.split(/\s+/).some((word) => hidden.has(`${mark}${word}`))) return 'hidden';
    }
  }
  return 'shown';
}
