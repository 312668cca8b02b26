import type { Cheerio } from 'cheerio';
import type { AnyNode, Document, Element } from 'domhandler';
import { textContent } from 'domutils';
import { type Declaration, declare, isIdle, readStyleAttribute, type Winners } from './declarations.ts';
import { pixels } from './lengths.ts';
import { type Holds, mediaHold } from './media.ts';
import { type CompiledSelector, selectorCompiler } from './selectors.ts';
import { readStyleSheet, type StyleRule, unsure } from './style-sheet.ts';

/** Whether a person sees an element: `hidden` cells take no place in a table, `blanked` ones keep their place empty. */
type Visibility = 'shown' | 'hidden' | 'blanked';

interface CompiledRule {
  readonly selector: CompiledSelector;
  readonly declarations: readonly Declaration[];
  readonly order: number;
}

/** Pseudo-elements that write text, or change that of their element. */
export type PseudoElement = 'before' | 'after' | 'first-letter' | 'first-line' | 'marker';
const OF_ELEMENT = '';

/** Rules by what their elements must have, so that each element is held against few. */
type RuleIndex = ReadonlyMap<string, readonly CompiledRule[]>;

const NOTHING: ReadonlyMap<string, Winners> = new Map();

/** What `visibility: collapse` takes away; for all others it is as `hidden` (CSS 2.2 §11.2). */
const COLLAPSES = new Set(['tr', 'tbody', 'thead', 'tfoot']);

/** What the style sheets and attributes of a page say of its elements. */
export class PageStyle {
  readonly #rules: RuleIndex;
  /** Families of fonts that the page brings. */
  readonly fonts: ReadonlySet<string>;
  /** The page loads style sheets that are not there. */
  readonly loadsOthers: boolean;
  /** Some of the rules are about pseudo-elements. */
  readonly hasPseudo: boolean;
  readonly #known = new Map<Element, ReadonlyMap<string, Winners>>();
  /** Most elements share their rules, and their attribute too, with many others. */
  readonly #byRules = new Map<string, ReadonlyMap<string, Winners>>();
  readonly #withAttribute = new Map<Winners, Map<string, Winners>>();

  /** Identifiers and classes that scripts of the page name; worked out when first asked for. */
  readonly #namedByScripts: () => ReadonlySet<string>;
  #named: ReadonlySet<string> | null = null;

  constructor(
    rules: RuleIndex = new Map(),
    fonts: ReadonlySet<string> = new Set(),
    loadsOthers = false,
    namedByScripts: () => ReadonlySet<string> = () => new Set(),
  ) {
    this.#namedByScripts = namedByScripts;
    this.#rules = rules;
    this.fonts = fonts;
    this.loadsOthers = loadsOthers;
    this.hasPseudo = [...rules.values()].some((all) => all.some(({ selector }) => selector.pseudoElement !== null));
  }

  /** The declarations that win for an element; null where none of them matters. */
  winnersFor(element: Element): Winners | null {
    const { style } = element.attribs;
    const bySheets = this.#rules.size > 0 ? this.#bySheets(element).get(OF_ELEMENT) : undefined;
    if (style === undefined) return bySheets ?? null;
    return bySheets ? this.#together(bySheets, style) : readStyleAttribute(style).winners;
  }

  /** Whether a script of the page names an element by its identifier: it may write to it. */
  isNamedByScript({ attribs: { id } }: Element): boolean {
    if (id === undefined) return false;
    this.#named ??= this.#namedByScripts();
    return this.#named.has(id);
  }

  /** The same for a pseudo-element. */
  winnersForPseudo(element: Element, pseudo: PseudoElement): Winners | null {
    return this.hasPseudo ? (this.#bySheets(element).get(pseudo) ?? null) : null;
  }

  /** Whether a person sees an element, as far as it depends on the element itself. */
  visibilityOf(element: Element): Visibility {
    const winners = this.winnersFor(element);
    const { hidden } = element.attribs;
    const isHidden = hidden !== undefined && hidden !== 'until-found';
    if (!winners) return isHidden ? 'hidden' : 'shown';
    if (isHidden && !winners.has('display')) return 'hidden';
    let worst: Visibility = 'shown';
    for (const { property, value, judgement } of winners.values()) {
      if (judgement === 'gone') return 'hidden';
      if (property === 'visibility' && value === 'collapse' && COLLAPSES.has(element.name)) return 'hidden';
      if (judgement === 'blank' || judgement === 'struck') worst = 'blanked';
      else if (property === 'visibility' && /^(?:hidden|collapse)$/.test(value)) worst = 'blanked';
      else if (property === 'font-size' && pixels(value, 16) === 0) worst = 'blanked';
    }
    return worst;
  }

  #together(bySheets: Winners, style: string): Winners {
    let known = this.#withAttribute.get(bySheets);
    if (!known) {
      known = new Map();
      this.#withAttribute.set(bySheets, known);
    }
    let winners = known.get(style);
    if (!winners) {
      winners = new Map(bySheets);
      declare(winners, readStyleAttribute(style).declarations);
      known.set(style, winners);
    }
    return winners;
  }

  #bySheets(element: Element): ReadonlyMap<string, Winners> {
    let known = this.#known.get(element);
    if (!known) {
      known = this.#match(element);
      this.#known.set(element, known);
    }
    return known;
  }

  #match(element: Element): ReadonlyMap<string, Winners> {
    const { id, class: words } = element.attribs;
    const found: CompiledRule[] = [];
    const look = (key: string): void => {
      for (const rule of this.#rules.get(key) ?? []) if (rule.selector.matches(element)) found.push(rule);
    };
    look('*');
    look(element.name);
    if (id !== undefined) look(`#${id}`);
    if (words !== undefined) for (const word of new Set(words.split(/\s+/))) look(`.${word}`);
    if (found.length === 0) return NOTHING;
    if (found.length > 1) found.sort((a, b) => a.order - b.order);
    const key = found.map(({ order }) => order).join();
    const known = this.#byRules.get(key);
    if (known) return known;
    const byPseudo = new Map<string, Winners>();
    this.#byRules.set(key, byPseudo);
    for (const { selector, declarations } of found) {
      const pseudo = selector.pseudoElement ?? OF_ELEMENT;
      const winners = byPseudo.get(pseudo) ?? new Map();
      byPseudo.set(pseudo, winners);
      declare(winners, declarations);
    }
    return byPseudo;
  }
}

/** What stands in these is not the page's. */
const OUTSIDE = new Set(['noscript', 'template']);

const DATA_SHEET = /^\s*data:text\/css[^,]{0,80},/i;

/** The style sheet that the address of a link holds itself (RFC 2397). */
function dataSheet({ name, attribs }: Element): string | null {
  const address = attribs.href ?? '';
  const head = name === 'link' ? DATA_SHEET.exec(address.slice(0, 200))?.[0] : undefined;
  if (head === undefined) return null;
  const data = address.slice(head.length);
  if (/;\s*base64/i.test(head)) return Buffer.from(data, 'base64').toString('utf8');
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

interface Sheets {
  readonly own: Element[];
  loadsOthers: boolean;
}

/** A search by selector takes cheerio several times as long, and every page is searched. */
function findSheets(nodes: readonly AnyNode[], into: Sheets): Sheets {
  for (const node of nodes) {
    if (node.type === 'style') {
      if (/^(?:text\/css|)$/i.test((node.attribs.type ?? '').trim())) into.own.push(node);
    } else if (node.type === 'root') findSheets(node.children, into);
    else if (node.type === 'tag' && !OUTSIDE.has(node.name)) {
      if (node.name === 'link' && /stylesheet/i.test(node.attribs.rel ?? '')) {
        if (dataSheet(node) === null) into.loadsOthers = true;
        else into.own.push(node);
      }
      findSheets(node.children, into);
    }
  }
  return into;
}

function indexRules(rules: readonly StyleRule[]): RuleIndex {
  const compile = selectorCompiler();
  const compiled = rules.flatMap(({ selectors, declarations }) =>
    compile(selectors).map((selector) => ({
      selector,
      declarations: selector.isUnsure ? declarations.map(unsure) : declarations,
    })),
  );
  compiled.sort((a, b) => a.selector.specificity - b.selector.specificity);
  const index = new Map<string, CompiledRule[]>();
  compiled.forEach(({ selector, declarations }, order) => {
    const rule = { selector, declarations, order };
    const known = index.get(selector.key);
    if (known) known.push(rule);
    else index.set(selector.key, [rule]);
  });
  return index;
}

/**
 * Reads the page's own style sheets; those that it loads from elsewhere are not there.
 *
 * @param isPlain nothing in the page needs a rule to undo it that says only what is usual
 */
export function readPageStyle(
  page: Cheerio<Document>,
  isPlain = false,
  namedByScripts?: () => ReadonlySet<string>,
): PageStyle {
  const { own, loadsOthers } = findSheets(page.get(), { own: [], loadsOthers: false });
  const sheets = own
    .map((element): [Element, Holds] => [element, mediaHold(element.attribs.media ?? '')])
    .filter(([, holds]) => holds !== 'no')
    .map(([element, holds]) => readStyleSheet(dataSheet(element) ?? textContent(element), holds));
  const all = sheets.flatMap((sheet) => sheet.rules);
  const rules =
    isPlain && all.every(({ declarations }) => declarations.every((one) => isIdle(one) && !one.isImportant)) ? [] : all;
  const fonts = new Set(sheets.flatMap((sheet) => sheet.fonts));
  return new PageStyle(
    rules.length > 0 ? indexRules(rules) : new Map(),
    fonts,
    loadsOthers || sheets.some(({ importsOthers }) => importsOthers),
    namedByScripts,
  );
}
