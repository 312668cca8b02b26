import type { CheerioAPI } from 'cheerio/slim';
import { tidyText } from '../../src/text/fold.ts';
import type { PageMarks } from '../document.ts';

const NOTHING = new Set(['', 'null', 'undefined', 'none', '无']);

/**
 * The page's own machine marks: `<title>` and the meta tags of 国办发〔2017〕47号 (ArticleTitle, PubDate, ContentSource …).
 * Case and the attribute (`name`, `property`) vary in the wild; empty and `null` values count as absent. First value wins.
 */
export function readPageMarks($: CheerioAPI): PageMarks {
  const inHead = $.root().children().children().first().children().toArray();
  const meta: Record<string, string> = Object.create(null);
  for (const element of inHead) {
    if (element.name !== 'meta') continue;
    const { name, property, content } = element.attribs;
    const key = (name ?? property ?? '').trim().toLowerCase();
    const value = tidyText(content ?? '');
    if (key === '' || key.length > 64 || NOTHING.has(value.toLowerCase()) || key in meta) continue;
    meta[key] = value.slice(0, 1_000);
  }
  const title = inHead.find(({ name }) => name === 'title');
  const pageTitle = title ? tidyText($(title).text()).slice(0, 500) : '';
  return { meta: { ...meta }, ...(pageTitle ? { pageTitle } : {}) };
}
