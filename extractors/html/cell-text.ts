import { type ChildNode, type Element, isTag } from 'domhandler';
import { tidyLines } from '../../src/model/text/fold.ts';
import { BLOCKS, PREFORMATTED, SKIPPED } from './elements.ts';
import type { PageStyle } from './style/page-style.ts';

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

function collectElement(element: Element, into: Collector, style: PageStyle): void {
  const { name } = element;
  if (name === 'br') {
    into.text += '\n';
    return;
  }
  if (SKIPPED.has(name) || style.visibilityOf(element) !== 'shown') return;
  if (name === 'img') {
    into.picture = true;
  } else if (name === 'input') {
    if (/^(?:text|number|)$/i.test(element.attribs.type ?? '')) into.text += element.attribs.value ?? '';
  } else if (name === 'sup' || name === 'sub') {
    // A footnote mark behind a figure must not become one of its digits.
    const mark: Collector = { text: '', picture: false };
    collectChildren(element.children, mark, style);
    into.text += into.text.trim() === '' || mark.text.trim() === '' ? mark.text : `[${mark.text.trim()}]`;
  } else if (BLOCKS.has(name) || PREFORMATTED.has(name)) {
    breakLine(into);
    collectChildren(element.children, into, style);
    breakLine(into);
  } else {
    collectChildren(element.children, into, style);
  }
}

function collectChildren(children: readonly ChildNode[], into: Collector, style: PageStyle): void {
  for (const child of children) {
    if (child.type === 'text')
      into.text += BREAKS.test(child.data) ? child.data.replace(/[\r\n\t]+/g, ' ') : child.data;
    else if (isTag(child)) collectElement(child, into, style);
  }
}

/** The text a person sees in an element, such as a table cell. */
export function readCellText(element: Element, style: PageStyle): CellText {
  const into: Collector = { text: '', picture: false };
  collectChildren(element.children, into, style);
  into.text = tidyLines(into.text);
  return into;
}
