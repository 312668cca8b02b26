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
  /** By section 17 of Selectors Level 4: ids, then classes, attributes and pseudo-classes, then tags, as one number. */
  readonly specificity: number;
  readonly matches: (element: Element) => boolean;
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

/** Gives a compiler of lists of selectors; the steps of all that it compiles are counted together. */
export function selectorCompiler(): (selectors: string) => CompiledSelector[] {
  const adapter = countingAdapter();
  return (selectors) => {
    try {
      return parse(selectors).map((selector) => ({
        key: keyOf(selector),
        specificity: specificityOf(selector),
        matches: compile<AnyNode, Element>([selector], { adapter }),
      }));
    } catch {
      // As in a browser, a rule that isn't understood, or is about what the mouse does, applies to nothing.
      return [];
    }
  };
}
