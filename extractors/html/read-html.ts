import type { Cheerio } from 'cheerio';
import type { Element, Document as PageDocument, ParentNode } from 'domhandler';
import type { Document } from '../document.ts';
import { loadPage } from './load-page.ts';
import { readPageMarks } from './page-marks.ts';
import { PageStyle, readPageStyle } from './style/page-style.ts';
import { BlockWalker } from './walk-blocks.ts';

/** Children of one name. A selector would be parsed anew for each page. */
const childrenNamed = (parent: Cheerio<ParentNode>, name: string): Cheerio<Element> =>
  parent.children().filter((_, child) => child.name === name);

/** Reads a page that cheerio has loaded, by whichever parser. */
export function readLoaded(page: Cheerio<PageDocument>, style = readPageStyle(page)): Document {
  const walker = new BlockWalker(style);
  const html = childrenNamed(page, 'html');
  const [body] = childrenNamed(html, 'body');
  if (body) walker.walk(body);
  return { blocks: walker.blocks, marks: readPageMarks(childrenNamed(html, 'head')), doubts: [] };
}

/** Most pages have no style sheet of their own, and then the tree need not be searched for it. */
const STYLE_SHEET = /<style|data:text\/css/i;
const OTHER_SHEET = /<link[^>]+stylesheet/i;

/** Sizes of fonts in which text may not be seen. */
const ODD_SIZE = /font-size\s*:\s*(?:0|\.|[1-4](?:\.\d+)?p[xt]|[\w-]*\()|[^-]font\s*:|\\/i;

const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script/gi;
const QUOTED = /["'`]#?([\w-]{1,64})["'`]/g;

/** What the page's own scripts name in quotes: identifiers of elements are among it. */
function namedByScripts(html: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, script = ''] of html.matchAll(SCRIPT))
    for (const [, name = ''] of script.matchAll(QUOTED)) names.add(name);
  return names;
}

/** Reads an HTML page into the intermediate document. Throws a ReadError for pages beyond the limits. */
export function readHtml(html: string): Document {
  const page = loadPage(html);
  const named = () => namedByScripts(html);
  return STYLE_SHEET.test(html)
    ? readLoaded(page, readPageStyle(page, !ODD_SIZE.test(html), named))
    : readLoaded(page, new PageStyle(undefined, undefined, OTHER_SHEET.test(html), named));
}
