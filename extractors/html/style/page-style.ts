import type { Cheerio } from 'cheerio';
import type { AnyNode, Document, Element } from 'domhandler';
import { textContent } from 'domutils';
import { declare, readStyleAttribute, visibilityBy, type Winners } from './declarations.ts';
import { MAY_HIDE, type Visibility } from './properties.ts';
import { type CompiledSelector, selectorCompiler } from './selectors.ts';
import { isForScreen, readStyleSheet } from './style-sheet.ts';

const NOTHING: ReadonlyMap<Element, Winners> = new Map();

/** What the style sheets and attributes of a page say of its elements. */
export class PageStyle {
  readonly #bySheets: ReadonlyMap<Element, Winners>;

  constructor(bySheets = NOTHING) {
    this.#bySheets = bySheets;
  }

  /** Whether a person sees an element, as far as it depends on the element itself. */
  visibilityOf(element: Element): Visibility {
    const { hidden, style } = element.attribs;
    if (hidden !== undefined) return 'hidden';
    const bySheets = this.#bySheets.size > 0 ? this.#bySheets.get(element) : undefined;
    if (style === undefined || (!bySheets && !MAY_HIDE.test(style))) return bySheets ? visibilityBy(bySheets) : 'shown';
    const attribute = readStyleAttribute(style);
    if (!bySheets) return attribute.visibility;
    const winners = new Map(bySheets);
    declare(winners, attribute.declarations);
    return visibilityBy(winners);
  }
}

/** Elements by what a selector may name them with, so that each rule looks at few. */
function indexElements(page: Cheerio<Document>): ReadonlyMap<string, Element[]> {
  const index = new Map<string, Element[]>();
  const add = (key: string, element: Element) => {
    const known = index.get(key);
    if (known) known.push(element);
    else index.set(key, [element]);
  };
  for (const element of page.find('*')) {
    add('*', element);
    add(element.name, element);
    const { id, class: words } = element.attribs;
    if (id !== undefined) add(`#${id}`, element);
    for (const word of new Set(words?.split(/\s+/))) add(`.${word}`, element);
  }
  return index;
}

/** What stands in these is not the page's. */
const OUTSIDE = new Set(['noscript', 'template', 'svg']);

/** A search by selector takes cheerio several times as long, and every page is searched. */
function findSheets(nodes: readonly AnyNode[], into: Element[] = []): Element[] {
  for (const node of nodes) {
    if (node.type === 'style') into.push(node);
    else if (node.type === 'root' || (node.type === 'tag' && !OUTSIDE.has(node.name))) findSheets(node.children, into);
  }
  return into;
}

/** Runs the rules of the page's own style sheets over its elements; sheets that it loads from elsewhere are not there. */
export function readPageStyle(page: Cheerio<Document>): PageStyle {
  const sheets = findSheets(page.get())
    .filter(({ attribs }) => isForScreen(attribs.media ?? ''))
    .map(textContent);
  if (!sheets.some((css) => MAY_HIDE.test(css))) return new PageStyle();
  const compile = selectorCompiler();
  const rules = sheets
    .flatMap(readStyleSheet)
    .flatMap(({ selectors, declarations }) => compile(selectors).map((selector) => ({ selector, declarations })));
  rules.sort((a, b) => a.selector.specificity - b.selector.specificity);
  const index = indexElements(page);
  const bySheets = new Map<Element, Winners>();
  for (const { selector, declarations } of rules) {
    for (const element of candidates(index, selector)) {
      if (!selector.matches(element)) continue;
      const winners = bySheets.get(element) ?? new Map();
      bySheets.set(element, winners);
      declare(winners, declarations);
    }
  }
  return new PageStyle(bySheets);
}

const candidates = (index: ReadonlyMap<string, Element[]>, { key }: CompiledSelector): readonly Element[] =>
  index.get(key) ?? [];
