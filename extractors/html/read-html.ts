import { load } from 'cheerio';
import type { Document } from '../document.ts';
import { readPageMarks } from './page-marks.ts';
import { parseHtml } from './parse-html.ts';
import { hiddenSelectors } from './visibility.ts';
import { BlockWalker } from './walk-blocks.ts';

/** Reads an HTML page into the intermediate document. Throws a ReadError for pages beyond the limits. */
export function readHtml(html: string): Document {
  const $ = load(parseHtml(html));
  const page = $.root().children('html');
  const hidden = new Set<string>();
  for (const style of page.children('head').children('style').toArray()) hiddenSelectors($(style).text(), hidden);
  for (const style of page.children('body').children('style').toArray()) hiddenSelectors($(style).text(), hidden);
  const walker = new BlockWalker(hidden);
  const body = page.children('body')[0];
  if (body) walker.walk(body);
  return { blocks: walker.blocks, marks: readPageMarks($), doubts: [] };
}
