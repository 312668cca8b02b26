import { compile, type Options } from 'css-select';
import { type AttributeSelector, isTraversal, parse, type Selector } from 'css-what';
import { type AnyNode, type Element, isTag } from 'domhandler';
import * as DomUtils from 'domutils';
import { LIMITS } from '../../limits.ts';
import { ReadError } from '../../read-error.ts';

/** One selector of a list, compiled. */
export interface CompiledSelector {
  /** What every element that matches has: `#id`, `.class` or a tag's name; `*` where nothing is said. */
  readonly key: string;
  /** Of which pseudo-element the rule speaks; null for the element itself. */
  readonly pseudoElement: string | null;
  /** By section 17 of Selectors Level 4: ids, then classes, attributes and pseudo-classes, then tags, as one number. */
  readonly specificity: number;
  readonly matches: (element: Element) => boolean;
  /** Whether it matches can't be told in full. */
  readonly isUnsure: boolean;
}

/** More than any rule has of one sort. */
const BASE = 1_000;

function specificityOf(selector: readonly Selector[]): number {
  let sum = 0;
  for (const part of selector) {
    if (part.type === 'attribute') sum += isId(part) ? BASE * BASE : BASE;
    else if (part.type === 'tag') sum += 1;
    else if (part.type === 'pseudo' && Array.isArray(part.data)) {
      if (part.name !== 'where') sum += Math.max(0, ...part.data.map(specificityOf));
    } else if (part.type === 'pseudo') sum += BASE;
  }
  return sum;
}

const isId = ({ name, action }: AttributeSelector): boolean => name === 'id' && action === 'equals';

function keyOf(selector: readonly Selector[]): string {
  const last = selector.slice(selector.findLastIndex(isTraversal) + 1);
  const attributes = last.filter((part) => part.type === 'attribute');
  const id = attributes.find(isId);
  if (id) return `#${id.value}`;
  const word = attributes.find(({ name, action }) => name === 'class' && action === 'element');
  if (word) return `.${word.value}`;
  return last.find((part) => part.type === 'tag')?.name.toLowerCase() ?? '*';
}

/** Counts what the selectors of one page look at, and stops where no page of a portal comes. */
function countingAdapter(): NonNullable<Options<AnyNode, Element>['adapter']> {
  let steps = 0;
  const step = <T>(value: T): T => {
    steps += 1;
    if (steps > LIMITS.styleSteps) {
      throw new ReadError('TOO_LARGE', {
        zh: `网页自带的样式规则要比对 ${LIMITS.styleSteps} 次以上；年度报告的网页没有这样的样式`,
        en: `the style rules of the page take more than ${LIMITS.styleSteps} comparisons; no page of a report has such rules`,
      });
    }
    return value;
  };
  return {
    ...DomUtils,
    isTag: (node): node is Element => step(isTag(node)),
    getName: (element) => step(element.name),
    getParent: (node) => step(node.parent),
    getAttributeValue: (element, name) => step(element.attribs[name]),
    hasAttrib: (element, name) => step(name in element.attribs),
  };
}

/** Pseudo-classes of what the reader of the page does or did: in a page that was just opened they hold for nothing. */
const DYNAMIC = new Set(
  'active focus focus-within focus-visible visited target target-within user-invalid user-valid fullscreen popover-open playing modal picture-in-picture autofill placeholder-shown current past future blank host buffering muted seeking stalled volume-locked'.split(
    ' ',
  ),
);

/** Valid ones that are not understood here: the rule may hold where the rest of the selector does. */
const UNTOLD =
  /^(?:lang|dir|defined|read-only|read-write|valid|invalid|in-range|out-of-range|default|indeterminate|state|nth-col|nth-last-col|open|local-link|has-slotted|active-view-transition)$/;
const isUntold = (part: Selector): boolean =>
  part.type === 'pseudo' &&
  (UNTOLD.test(part.name) || (/^nth-/.test(part.name) && typeof part.data === 'string' && /\bof\b/.test(part.data)));

const hasUntold = (selector: readonly Selector[]): boolean =>
  selector.some(
    (part) => isUntold(part) || (part.type === 'pseudo' && Array.isArray(part.data) && part.data.some(hasUntold)),
  );

/** Makes every pseudo-class that holds for nothing one that css-select knows as such. */
const withoutDynamic = (selector: readonly Selector[]): Selector[] =>
  selector
    .filter((part) => !isUntold(part))
    .map((part) => {
      if (part.type !== 'pseudo') return part;
      if (DYNAMIC.has(part.name)) return { ...part, name: 'hover', data: null };
      return Array.isArray(part.data) ? { ...part, data: part.data.map(withoutDynamic) } : part;
    });

/** These may be written with one colon (Selectors 4 §3.6). */
const OLD_PSEUDO_ELEMENTS = new Set(['before', 'after', 'first-line', 'first-letter']);

const pseudoElementOf = (part: Selector): string | null =>
  part.type === 'pseudo-element' || (part.type === 'pseudo' && OLD_PSEUDO_ELEMENTS.has(part.name)) ? part.name : null;

/** Gives a compiler of lists of selectors; the steps of all that it compiles are counted together. */
export function selectorCompiler(): (selectors: string) => CompiledSelector[] {
  const adapter = countingAdapter();
  return (selectors) => {
    try {
      return parse(selectors).map((written) => {
        const selector = withoutDynamic(written);
        const last = selector[selector.length - 1];
        const pseudoElement = last ? pseudoElementOf(last) : null;
        const own = pseudoElement === null ? selector : selector.slice(0, -1);
        return {
          key: keyOf(own),
          pseudoElement,
          isUnsure: hasUntold(written),
          specificity: specificityOf(own) + (pseudoElement === null ? 0 : 1),
          matches: own.length === 0 ? () => true : compile<AnyNode, Element>([own], { adapter }),
        };
      });
    } catch (error) {
      if (error instanceof ReadError) throw error;
      // As in a browser, a rule that isn't understood applies to nothing.
      return [];
    }
  };
}
