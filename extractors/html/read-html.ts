import type { Document } from '../document.ts';
import { readPageMarks } from './page-marks.ts';
import { isElement, parseHtml, textIn } from './parse-html.ts';
import { hiddenSelectors } from './visibility.ts';
import { BlockWalker } from './walk-blocks.ts';

/** Reads an HTML page into the intermediate document. Throws a ReadError for pages beyond the limits. */
export function readHtml(html: string): Document {
  const root = parseHtml(html).children.find(isElement);
  const parts = root ? root.children.filter(isElement) : [];
  const hidden = new Set<string>();
  for (const part of parts) {
    for (const child of part.children) {
      if (isElement(child) && child.name === 'style') hiddenSelectors(textIn(child), hidden);
    }
  }
  const walker = new BlockWalker(hidden);
  const body = parts.find(({ name }) => name === 'body');
  if (body) walker.walk(body);
  return { blocks: walker.blocks, marks: readPageMarks(parts[0]), doubts: [] };
}
