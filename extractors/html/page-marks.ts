import type { Cheerio } from 'cheerio';
import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { tidyText } from '../../src/model/text/fold.ts';
import type { PageMarks } from '../document.ts';

const NOTHING = new Set(['', 'null', 'undefined', 'none', '无']);

/**
 * The page's own machine marks: `<title>` and the meta tags of 国办发〔2017〕47号 (ArticleTitle, PubDate, ContentSource …).
 * Case and the attribute (`name`, `property`) vary in the wild; empty and `null` values count as absent. First value wins.
 */
export function readPageMarks(head: Cheerio<Element>): PageMarks {
  const meta = new Map<string, string>();
  let pageTitle: string | undefined;
  for (const element of head.children()) {
    if (element.name === 'title') pageTitle ??= tidyText(textContent(element)).slice(0, 500);
    if (element.name !== 'meta') continue;
    const { name, property, content } = element.attribs;
    const key = (name ?? property ?? '').trim().toLowerCase();
    if (key === '' || key.length > 64 || meta.has(key)) continue;
    const value = tidyText(content ?? '');
    if (!NOTHING.has(value.toLowerCase())) meta.set(key, value.slice(0, 1_000));
  }
  return { meta: Object.fromEntries(meta), ...(pageTitle ? { pageTitle } : {}) };
}
