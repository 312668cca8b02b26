import type { ChildNode, Element } from 'domhandler';
import { tidyLines } from '../../src/model/text/fold.ts';
import { BLOCKS, PREFORMATTED, SKIPPED } from './elements.ts';
import { isElement } from './parse-html.ts';
import { type HiddenSelectors, visibilityOf } from './visibility.ts';

export interface CellText {
  /** Visible text, line breaks as `\n`. */
  readonly text: string;
  readonly picture: boolean;
}

const BREAKS = /[\r\n\t]/;

interface Collector {
  text: string;
  picture: boolean;
}

function breakLine(into: Collector): void {
  if (into.text !== '' && !into.text.endsWith('\n')) into.text += '\n';
}

function collectElement(element: Element, into: Collector, hidden: HiddenSelectors): void {
  const { name } = element;
  if (name === 'br') {
    into.text += '\n';
    return;
  }
  if (SKIPPED.has(name) || visibilityOf(element, hidden) !== 'shown') return;
  if (name === 'img') {
    into.picture = true;
  } else if (name === 'input') {
    if (/^(?:text|number|)$/i.test(element.attribs.type ?? '')) into.text += element.attribs.value ?? '';
  } else if (name === 'sup' || name === 'sub') {
    // A footnote mark behind a figure must not become one of its digits.
    const mark: Collector = { text: '', picture: false };
    collectChildren(element.children, mark, hidden);
    into.text += into.text.trim() === '' || mark.text.trim() === '' ? mark.text : `[${mark.text.trim()}]`;
  } else if (BLOCKS.has(name) || PREFORMATTED.has(name)) {
    breakLine(into);
    collectChildren(element.children, into, hidden);
    breakLine(into);
  } else {
    collectChildren(element.children, into, hidden);
  }
}

function collectChildren(children: readonly ChildNode[], into: Collector, hidden: HiddenSelectors): void {
  for (const child of children) {
    if (child.type === 'text')
      into.text += BREAKS.test(child.data) ? child.data.replace(/[\r\n\t]+/g, ' ') : child.data;
    else if (isElement(child)) collectElement(child, into, hidden);
  }
}

/** The text a person sees in an element, such as a table cell. */
export function readCellText(element: Element, hidden: HiddenSelectors): CellText {
  const into: Collector = { text: '', picture: false };
  collectChildren(element.children, into, hidden);
  into.text = tidyLines(into.text);
  return into;
}
