import type { Cheerio } from 'cheerio';
import type { Element } from 'domhandler';
import { tidyText } from '../../src/model/text/fold.ts';
import type { PageMarks } from '../document.ts';

const NOTHING = new Set(['', 'null', 'undefined', 'none', '无']);

/**
 * The page's own machine marks: `<title>` and the meta tags of 国办发〔2017〕47号 (ArticleTitle, PubDate, ContentSource …).
 * Case and the attribute (`name`, `property`) vary in the wild; empty and `null` values count as absent. First value wins.
 */
export function readPageMarks(head: Cheerio<Element>): PageMarks {
  const meta = new Map<string, string>();
  for (const { attribs } of head.children('meta')) {
    const key = (attribs.name ?? attribs.property ?? '').trim().toLowerCase();
    if (key === '' || key.length > 64 || meta.has(key)) continue;
    const value = tidyText(attribs.content ?? '');
    if (!NOTHING.has(value.toLowerCase())) meta.set(key, value.slice(0, 1_000));
  }
  const pageTitle = tidyText(head.children('title').first().text()).slice(0, 500);
  return { meta: Object.fromEntries(meta), ...(pageTitle ? { pageTitle } : {}) };
}
