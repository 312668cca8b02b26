import type { CheerioAPI } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { type CrawlRequest, getRequest } from '../../src/model/crawl/entry.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { loadPage } from './load-page.ts';
import type { PageFacts } from './page-facts.ts';
import { NO_DATA } from './script-requests.ts';
import { writtenMarkup } from './script-text.ts';
import { isLibrary } from './shell.ts';
import { originOf } from './url-shape.ts';

/** The text of scripts that a page takes from elsewhere, by their addresses: of those that were asked for. */
export type PageScripts = ReadonlyMap<string, string>;

/** A page has a menu, a list and a pager of its own. */
const MOST = 3;
const LONGEST_ADDRESS = 2_048;
const NO_CONTENTS: ReadonlySet<string> = new Set(['html', 'head', 'body', 'page']);

/** The text of a script, its own or one that was asked for; empty where it is not known. */
export function textOfScript({ attribs, children }: Element, base: string, scripts: PageScripts): string {
  if (attribs.src === undefined) return children.map((child) => ('data' in child ? child.data : '')).join('');
  const url = scripts.size === 0 ? null : normaliseUrl(attribs.src, base);
  return (url !== null && scripts.get(url)) || '';
}

/** Puts what the scripts of a page write where a browser would put it: behind them. */
export function writeInPlace($: CheerioAPI, base: string, scripts: PageScripts): void {
  for (const script of $('script').toArray()) {
    const markup = writtenMarkup(textOfScript(script, base, scripts));
    if (markup.includes('<')) $(script).after(loadPage(markup).$('page').contents());
  }
}

/** The sources of scripts that stand among the contents of a page, where they may write a menu or a list. */
export const placedSources = ($: CheerioAPI): string[] =>
  $('script[src]')
    .toArray()
    .filter(({ parent }) => parent !== null && isTag(parent) && !NO_CONTENTS.has(parent.name))
    .map(({ attribs }) => attribs.src ?? '')
    .filter((source) => source.length <= LONGEST_ADDRESS && !isLibrary(source) && !NO_DATA.test(source));

/** The requests for such scripts of the page's own site. */
export function inPlaceScripts({ placedScripts, base, url }: PageFacts): CrawlRequest[] {
  const urls = placedScripts.map((source) => normaliseUrl(source, base));
  const own = urls.filter((one) => one !== null).filter((one) => originOf(one) === originOf(url));
  return [...new Set(own)].slice(0, MOST).map(getRequest);
}
