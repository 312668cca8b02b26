import { load } from 'cheerio/slim';
import type { Document } from '../document.ts';
import { readPageMarks } from './page-marks.ts';
import { isElement, parseHtml } from './parse-html.ts';
import { hiddenSelectors } from './visibility.ts';
import { BlockWalker } from './walk-blocks.ts';

/** Reads an HTML page into the intermediate document. Throws a ReadError for pages beyond the limits. */
export function readHtml(html: string): Document {
  const $ = load(parseHtml(html));
  const parts = $.root().children().children().toArray();
  const hidden = new Set<string>();
  for (const part of parts) {
    for (const child of part.children) {
      if (isElement(child) && child.name === 'style') hiddenSelectors($(child).text(), hidden);
    }
  }
  const walker = new BlockWalker(hidden);
  const body = parts.find(({ name }) => name === 'body');
  if (body) walker.walk(body);
  return { blocks: walker.blocks, marks: readPageMarks($), doubts: [] };
}
