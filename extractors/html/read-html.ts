import type { CheerioAPI } from 'cheerio';
import type { Document } from '../document.ts';
import { loadPage } from './load-page.ts';
import { readPageMarks } from './page-marks.ts';
import { readPageStyle } from './style/page-style.ts';
import { BlockWalker } from './walk-blocks.ts';

/** Reads an HTML page into the intermediate document. Throws a ReadError for pages beyond the limits. */
export const readHtml = (html: string): Document => readLoaded(loadPage(html));

/** The same of a page that cheerio has loaded, by whichever parser. */
export function readLoaded($: CheerioAPI): Document {
  const walker = new BlockWalker(readPageStyle($));
  const page = $.root().children('html');
  const [body] = page.children('body');
  if (body) walker.walk(body);
  return { blocks: walker.blocks, marks: readPageMarks(page.children('head')), doubts: [] };
}
